package io.github.hyojo.data;

/** TEMPORARY stand-in. */
public record Crop(double left, double top, double right, double bottom) {

	/** The whole image. */
	public static final Crop WHOLE = new Crop(0, 0, 1, 1);
}
