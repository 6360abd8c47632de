package io.github.hyojo.face;

import io.github.hyojo.picture.Picture;

/**
 * Cuts a face out of a picture: turns it until the eyes are level, and scales it until they are where the framing wants
 * them. Beyond the picture its edge pixels are repeated.
 */
public final class FaceAligner {

	private FaceAligner() {}

	/**
	 * Cuts a face out, without aliasing: where it shrinks, each pixel is the mean of the square that it covers in the
	 * picture; where it grows, pixels are interpolated linearly.
	 *
	 * @param picture where the face is
	 * @param eyes where its eyes are in the picture
	 * @param framing where they come to lie
	 * @param size edge length of the result in pixels, greater than 0
	 * @return size * size opaque pixels, row by row, each packed as ARGB
	 */
	public static int[] align(Picture picture, Eyes eyes, Framing framing, int size) {
		return Placement.of(eyes, framing, size).cut(picture);
	}

	/**
	 * Tells which part of a picture {@link #align} cuts out.
	 *
	 * @param eyes where the eyes are in the picture
	 * @param framing where they come to lie
	 * @return x and y in the picture of the part's corners: upper left, upper right, lower right, lower left
	 */
	public static double[][] corners(Eyes eyes, Framing framing) {
		Placement part = Placement.of(eyes, framing, 1);
		double[][] corners = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
		for (double[] corner : corners) {
			double x = corner[0], y = corner[1];
			corner[0] = part.sourceX(x, y);
			corner[1] = part.sourceY(x, y);
		}
		return corners;
	}
}
