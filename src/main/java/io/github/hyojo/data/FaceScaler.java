package io.github.hyojo.data;

import io.github.hyojo.picture.Picture;

import java.util.Arrays;

/**
 * Crops a picture and scales it to the square that the networks want, without aliasing: each axis by area averaging
 * where it shrinks, by bicubic interpolation where it grows. The aspect ratio is not kept; choose a crop that is square
 * in pixels to keep it.
 */
public final class FaceScaler {

	private FaceScaler() {}

	/**
	 * Scales a part of an image to size x size.
	 *
	 * @param picture any picture
	 * @param crop part of the picture that is scaled
	 * @param size edge length of the result in pixels, greater than 0
	 * @return size * size opaque pixels, row by row, each packed as ARGB
	 */
	public static int[] scale(Picture picture, Crop crop, int size) {
		int width = picture.width(), height = picture.height();
		// nothing to scale, as in stacks of faces that were cut before
		if (width == size && height == size && crop.equals(Crop.WHOLE)) return opaque(picture.argb());
		AxisWeights columns = new AxisWeights(width, crop.left() * width, crop.right() * width, size);
		AxisWeights rows = new AxisWeights(height, crop.top() * height, crop.bottom() * height, size);
		return scaleRows(scaleColumns(picture, columns, rows.first(), rows.last(), size), rows, size);
	}

	/**
	 * @param argb size * size pixels, row by row, packed as ARGB
	 * @param size an even edge length
	 * @return a quarter as many opaque pixels, each the mean of 2 x 2
	 */
	static int[] halve(int[] argb, int size) {
		int half = size / 2;
		int[] halved = new int[half * half];
		for (int i = 0; i < halved.length; i++) {
			int at = 2 * (i / half) * size + 2 * (i % half);
			int pixel = 0xff;
			for (int shift = 16; shift >= 0; shift -= 8) {
				int sum = (argb[at] >> shift & 0xff) + (argb[at + 1] >> shift & 0xff) + (argb[at + size] >> shift & 0xff) +
					(argb[at + size + 1] >> shift & 0xff);
				pixel = pixel << 8 | (sum + 2) / 4;
			}
			halved[i] = pixel;
		}
		return halved;
	}

	/**
	 * @param argb size * size pixels, row by row
	 * @param size edge length
	 * @return the same with left and right exchanged
	 */
	static int[] mirror(int[] argb, int size) {
		int[] mirrored = new int[argb.length];
		for (int i = 0; i < argb.length; i++) mirrored[i] = argb[i - i % size + size - 1 - i % size];
		return mirrored;
	}

	private static int[] opaque(int[] argb) {
		int[] opaque = new int[argb.length];
		for (int i = 0; i < argb.length; i++) opaque[i] = argb[i] | 0xff000000;
		return opaque;
	}

	/** @return for each row from first to last its size red, green, blue triples, 0 to 255 */
	private static float[][] scaleColumns(Picture picture, AxisWeights columns, int first, int last, int size) {
		int[] argb = picture.argb();
		float[][] scaled = new float[last - first + 1][3 * size];
		for (int y = first; y <= last; y++) {
			float[] target = scaled[y - first];
			for (int x = 0; x < size; x++) {
				float[] weights = columns.weights(x);
				int from = y * picture.width() + columns.start(x);
				float red = 0, green = 0, blue = 0;
				for (int k = 0; k < weights.length; k++) {
					red += weights[k] * (argb[from + k] >> 16 & 0xff);
					green += weights[k] * (argb[from + k] >> 8 & 0xff);
					blue += weights[k] * (argb[from + k] & 0xff);
				}
				target[3 * x] = red;
				target[3 * x + 1] = green;
				target[3 * x + 2] = blue;
			}
		}
		return scaled;
	}

	private static int[] scaleRows(float[][] source, AxisWeights rows, int size) {
		int[] argb = new int[size * size];
		float[] sum = new float[3 * size];
		for (int y = 0; y < size; y++) {
			Arrays.fill(sum, 0);
			float[] weights = rows.weights(y);
			int from = rows.start(y) - rows.first();
			for (int k = 0; k < weights.length; k++) {
				float[] row = source[from + k];
				for (int i = 0; i < sum.length; i++) sum[i] += weights[k] * row[i];
			}
			for (int x = 0; x < size; x++) {
				int red = toByte(sum[3 * x]), green = toByte(sum[3 * x + 1]), blue = toByte(sum[3 * x + 2]);
				argb[y * size + x] = 0xff000000 | red << 16 | green << 8 | blue;
			}
		}
		return argb;
	}

	/** Bicubic interpolation overshoots at edges, hence the limits. */
	private static int toByte(float value) {
		return Math.max(0, Math.min(255, Math.round(value)));
	}
}
