package io.github.hyojo.face;

import io.github.hyojo.picture.Picture;

/** Where a part lies in the picture that it is cut out of: turned, scaled and moved. */
public final class Placement {

	private final int width;
	private final int height;
	/** The upper left corner of the part. */
	private final double originX;
	private final double originY;
	/** One pixel to the right in the part; one pixel down is (-stepY, stepX). */
	private final double stepX;
	private final double stepY;

	private Placement(int width, int height, double originX, double originY, double stepX, double stepY) {
		this.width = width;
		this.height = height;
		this.originX = originX;
		this.originY = originY;
		this.stepX = stepX;
		this.stepY = stepY;
	}

	/**
	 * @param eyes where the eyes are in the picture
	 * @param framing where they come to lie in the part
	 * @param size edge length of the part in pixels
	 * @return the part around the eyes
	 */
	public static Placement of(Eyes eyes, Framing framing, int size) {
		double apart = framing.eyeDistance() * size;
		double stepX = (eyes.rightX() - eyes.leftX()) / apart;
		double stepY = (eyes.rightY() - eyes.leftY()) / apart;
		double middle = 0.5 * size, height = framing.eyeHeight() * size;
		return new Placement(size, size, eyes.middleX() - middle * stepX + height * stepY,
			eyes.middleY() - middle * stepY - height * stepX, stepX, stepY);
	}

	/**
	 * @param picture all of it is in the part
	 * @param roll angle that becomes level, in radians, positive if it goes down to the right
	 * @param scale how many pixels of the picture a pixel of the part is wide
	 * @return the part
	 */
	public static Placement whole(Picture picture, double roll, double scale) {
		double cos = Math.cos(roll), sin = Math.sin(roll);
		double wide = picture.width() * cos + picture.height() * Math.abs(sin);
		double high = picture.width() * Math.abs(sin) + picture.height() * cos;
		double x = (picture.width() - wide * cos + high * sin) / 2, y = (picture.height() - wide * sin - high * cos) / 2;
		return new Placement((int) Math.ceil(wide / scale), (int) Math.ceil(high / scale), x, y, scale * cos,
			scale * sin);
	}

	/** @return width of the part in its pixels */
	public int width() {
		return width;
	}

	/** @return height of the part in its pixels */
	public int height() {
		return height;
	}

	/**
	 * @param x in the part
	 * @param y in the part
	 * @return the picture's x of that place
	 */
	public double sourceX(double x, double y) {
		return originX + x * stepX - y * stepY;
	}

	/**
	 * @param x in the part
	 * @param y in the part
	 * @return the picture's y of that place
	 */
	public double sourceY(double x, double y) {
		return originY + x * stepY + y * stepX;
	}

	/** @return how many pixels of the picture a pixel of the part is wide */
	public double scale() {
		return Math.hypot(stepX, stepY);
	}

	/**
	 * @param eyes in the part
	 * @return them in the picture
	 */
	public Eyes source(Eyes eyes) {
		return new Eyes(sourceX(eyes.leftX(), eyes.leftY()), sourceY(eyes.leftX(), eyes.leftY()),
			sourceX(eyes.rightX(), eyes.rightY()), sourceY(eyes.rightX(), eyes.rightY()));
	}

	/**
	 * @param picture to cut the part out of
	 * @return width * height opaque pixels, row by row: means of samples that are at most a pixel of the picture apart
	 */
	public int[] cut(Picture picture) {
		int samples = (int) Math.max(1, Math.ceil(scale()));
		int[] argb = new int[width * height];
		float[] sum = new float[3];
		for (int i = 0; i < argb.length; i++) {
			sum[0] = sum[1] = sum[2] = 0;
			for (int k = 0; k < samples * samples; k++) {
				double x = i % width + (k % samples + 0.5) / samples;
				double y = i / width + (k / samples + 0.5) / samples;
				add(picture, sourceX(x, y) - 0.5, sourceY(x, y) - 0.5, sum);
			}
			argb[i] = pack(sum, samples * samples);
		}
		return argb;
	}

	/** Adds red, green and blue between four pixels, whose centres have whole numbers here. */
	private static void add(Picture picture, double x, double y, float[] sum) {
		int lastColumn = picture.width() - 1, lastRow = picture.height() - 1;
		double column = Math.max(0, Math.min(x, lastColumn)), row = Math.max(0, Math.min(y, lastRow));
		int left = (int) column, top = (int) row;
		float right = (float) (column - left), down = (float) (row - top);
		int at = top * picture.width() + left;
		int toRight = left < lastColumn ? 1 : 0, toBelow = top < lastRow ? picture.width() : 0;
		int[] argb = picture.argb();
		add(argb[at], (1 - right) * (1 - down), sum);
		add(argb[at + toRight], right * (1 - down), sum);
		add(argb[at + toBelow], (1 - right) * down, sum);
		add(argb[at + toBelow + toRight], right * down, sum);
	}

	private static void add(int argb, float weight, float[] sum) {
		sum[0] += weight * (argb >> 16 & 0xff);
		sum[1] += weight * (argb >> 8 & 0xff);
		sum[2] += weight * (argb & 0xff);
	}

	private static int pack(float[] sum, int samples) {
		return 0xff000000 | Math.round(sum[0] / samples) << 16 | Math.round(sum[1] / samples) << 8 |
			Math.round(sum[2] / samples);
	}
}
