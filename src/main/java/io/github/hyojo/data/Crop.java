package io.github.hyojo.data;

import io.github.hyojo.HyojoException;

import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The part of each image that is kept, as fractions of its width and height; (0, 0) is the upper left corner.
 *
 * @param left left edge, from 0 to 1 of the width
 * @param top upper edge, from 0 to 1 of the height
 * @param right right edge, from 0 to 1 of the width, greater than {@code left}
 * @param bottom lower edge, from 0 to 1 of the height, greater than {@code top}
 */
public record Crop(double left, double top, double right, double bottom) {

	/** The whole image. */
	public static final Crop WHOLE = new Crop(0, 0, 1, 1);

	private static final String HINT =
		" give left, top, right and bottom as fractions of the image from 0 to 1, for example 0.18 0.28 0.82 0.92.";

	/**
	 * Checks the edges.
	 *
	 * @throws HyojoException if an edge is not within 0 to 1, or nothing is left between two edges
	 */
	public Crop {
		// written so that NaN fails, too
		if (!(0 <= left && left < right && right <= 1 && 0 <= top && top < bottom && bottom <= 1)) {
			throw new HyojoException("The crop " + text(left, top, right, bottom) + " is none;" + HINT);
		}
	}

	/**
	 * Reads a crop as it is written in dialogs and macros.
	 *
	 * @param text left, top, right, bottom, separated by blanks or commas; blank means {@link #WHOLE}
	 * @return the crop
	 * @throws HyojoException if these are not four numbers that make a crop
	 */
	public static Crop parse(String text) {
		if (text == null || text.isBlank()) return WHOLE;
		String[] parts = text.strip().split("\\s*,\\s*|\\s+");
		if (parts.length != 4) throw new HyojoException("The crop \"" + text + "\" has not four numbers;" + HINT);
		double[] edges = new double[4];
		for (int i = 0; i < 4; i++) {
			try {
				edges[i] = Double.parseDouble(parts[i]);
			}
			catch (NumberFormatException e) {
				throw new HyojoException("The crop \"" + text + "\" has \"" + parts[i] + "\" for a number;" + HINT, e);
			}
		}
		return new Crop(edges[0], edges[1], edges[2], edges[3]);
	}

	/** @return the crop as {@link #parse} reads it, for example {@code 0.18 0.28 0.82 0.92} */
	@Override
	public String toString() {
		return text(left, top, right, bottom);
	}

	private static String text(double... edges) {
		return DoubleStream.of(edges) //
			.mapToObj(edge -> edge == Math.rint(edge) ? String.valueOf((long) edge) : String.valueOf(edge)) //
			.collect(Collectors.joining(" "));
	}
}
