package io.github.hyojo.data;

import java.awt.image.BufferedImage;

/** TEMPORARY stand-in. */
public final class FaceScaler {

	private FaceScaler() {}

	/** Nearest neighbour in place of the real one's area average. */
	public static int[] scale(BufferedImage image, Crop crop, int size) {
		int[] pixels = new int[size * size];
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++)
				pixels[y * size + x] = 0xff000000 |
					image.getRGB(x * image.getWidth() / size, y * image.getHeight() / size);
		return pixels;
	}
}
