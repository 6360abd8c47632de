package io.github.hyojo.picture;

import java.awt.image.BufferedImage;

import io.github.hyojo.HyojoException;

/**
 * A decoded picture.
 *
 * @param width width in pixels, greater than 0
 * @param height height in pixels, greater than 0
 * @param argb width * height pixels, row by row, each packed as ARGB; alpha means nothing. Not copied: do not change them
 */
public record Picture(int width, int height, int[] argb) {

	/**
	 * Checks the sizes.
	 *
	 * @throws IllegalArgumentException if there are not width * height pixels
	 */
	public Picture {
		if (width < 1 || height < 1 || argb.length != width * height) {
			throw new IllegalArgumentException(argb.length + " pixels for a picture of " + width + " x " + height);
		}
	}

	/**
	 * Takes the pixels of an image.
	 *
	 * @param image grey, colour or palette image of 1 to 16 bits per sample. Sample values are taken as they are,
	 *          without colour management; 16 bits are divided by 257 (never stretched image by image, which would make
	 *          the light vary within a subject); transparent pixels are put on black.
	 * @return the picture
	 * @throws HyojoException if the pixels are signed, floating-point, of more than 16 bits, or CMYK
	 */
	public static Picture of(BufferedImage image) {
		int width = image.getWidth(), height = image.getHeight();
		int[] argb = new int[width * height];
		RgbRows rows = new RgbRows(image);
		for (int y = 0; y < height; y++) {
			float[] rgb = rows.read(y);
			for (int x = 0; x < width; x++) {
				argb[y * width + x] = 0xff000000 | Math.round(rgb[3 * x]) << 16 | Math.round(rgb[3 * x + 1]) << 8 |
					Math.round(rgb[3 * x + 2]);
			}
		}
		return new Picture(width, height, argb);
	}
}
