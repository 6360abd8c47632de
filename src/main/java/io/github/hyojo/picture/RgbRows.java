package io.github.hyojo.picture;

import io.github.hyojo.HyojoException;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * Reads rows of an image as red, green, blue from 0 to 255, transparent pixels on black.
 * <p>
 * Not by {@link BufferedImage#getRGB}: that is slow, and brightens grey images, because Java takes their values for
 * linear light.
 */
final class RgbRows {

	private final BufferedImage image;
	private final Raster raster;
	private final int width;
	private final int[] samples;
	private final float[] rgb;
	private final RowReader reader;

	/** Fills {@link #rgb} from row y. */
	private interface RowReader {

		void read(int y);
	}

	/**
	 * @param image where to read
	 * @throws HyojoException if the pixels are signed, floating-point, of more than 16 bits, or CMYK
	 */
	RgbRows(BufferedImage image) {
		this.image = image;
		raster = image.getRaster();
		width = image.getWidth();
		samples = new int[width * raster.getNumBands()];
		rgb = new float[width * 3];
		reader = chooseReader(image.getColorModel());
	}

	/**
	 * @param y index of the row
	 * @return red, green, blue of each column; valid until the next call
	 */
	float[] read(int y) {
		reader.read(y);
		return rgb;
	}

	private RowReader chooseReader(ColorModel model) {
		int type = raster.getTransferType();
		boolean known = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT || type == DataBuffer.TYPE_INT;
		if (!known || model.getComponentSize(0) > 16) {
			throw new HyojoException("The image has signed, floating-point or 32-bit pixels;" +
				" convert it to 8 or 16 bits or RGB.");
		}
		if (model instanceof IndexColorModel palette) {
			float[] colors = colors(palette);
			return y -> readPalette(y, colors);
		}
		int colorSpace = model.getColorSpace().getType();
		if (colorSpace == ColorSpace.TYPE_CMYK) {
			throw new HyojoException("The image has colours for printing (CMYK); save it as RGB.");
		}
		boolean direct = colorSpace == ColorSpace.TYPE_GRAY || colorSpace == ColorSpace.TYPE_RGB;
		return direct ? y -> readSamples(y, model) : this::readConverted;
	}

	private static float[] colors(IndexColorModel palette) {
		float[] colors = new float[3 * palette.getMapSize()];
		for (int i = 0; i < palette.getMapSize(); i++) putArgb(palette.getRGB(i), colors, 3 * i);
		return colors;
	}

	private void readPalette(int y, float[] colors) {
		raster.getPixels(0, y, width, 1, samples);
		for (int i = 0; i < width; i++) {
			// an index that the palette lacks is black
			if (3 * samples[i] < colors.length) System.arraycopy(colors, 3 * samples[i], rgb, 3 * i, 3);
			else Arrays.fill(rgb, 3 * i, 3 * i + 3, 0);
		}
	}

	private void readSamples(int y, ColorModel model) {
		raster.getPixels(0, y, width, 1, samples);
		int bands = raster.getNumBands();
		int colors = model.getNumColorComponents();
		boolean alpha = model.hasAlpha() && !model.isAlphaPremultiplied();
		for (int c = 0; c < 3; c++) {
			int band = colors == 1 ? 0 : c;
			float scale = 255f / ((1 << model.getComponentSize(band)) - 1);
			for (int i = 0; i < width; i++) rgb[3 * i + c] = scale * samples[bands * i + band];
		}
		if (!alpha) return;
		float opaque = (1 << model.getComponentSize(colors)) - 1;
		for (int i = 0; i < rgb.length; i++) rgb[i] *= samples[bands * (i / 3) + colors] / opaque;
	}

	/** For the rare colour spaces that are neither grey nor RGB. */
	private void readConverted(int y) {
		for (int i = 0; i < width; i++) putArgb(image.getRGB(i, y), rgb, 3 * i);
	}

	private static void putArgb(int argb, float[] target, int index) {
		float opacity = (argb >>> 24) / 255f;
		target[index] = opacity * (argb >> 16 & 0xff);
		target[index + 1] = opacity * (argb >> 8 & 0xff);
		target[index + 2] = opacity * (argb & 0xff);
	}
}
