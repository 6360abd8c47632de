package io.github.hyojo.face;

import io.github.hyojo.HyojoException;

/**
 * Which part of a face is kept: where the eyes come to lie in the square picture of the face. They are level, and as far
 * from the left as from the right edge. (All numbers are fractions of the picture's edge.)
 *
 * @param eyeHeight distance of both eyes from the upper edge, 0 to 1
 * @param eyeDistance distance of the eyes from each other, 0.05 to 1; the smaller, the more is in the picture
 */
public record Framing(double eyeHeight, double eyeDistance) {

	/** From the brows to the chin. */
	public static final Framing TIGHT = new Framing(0.17, 0.5);
	/** With hair and ears. */
	public static final Framing HEAD = new Framing(0.4, 0.28);

	/**
	 * Checks the numbers.
	 *
	 * @throws HyojoException if a number is out of its range
	 */
	public Framing {
		// written so that NaN fails, too
		if (!(eyeHeight >= 0 && eyeHeight <= 1)) {
			throw new HyojoException("The eyes cannot be at " + eyeHeight + " of the picture's height; use 0 to 1.");
		}
		if (!(eyeDistance >= 0.05 && eyeDistance <= 1)) {
			throw new HyojoException("The eyes cannot be " + eyeDistance + " of the picture's width apart;" +
				" use 0.05 to 1.");
		}
	}
}
