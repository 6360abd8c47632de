package io.github.hyojo.face;

/**
 * How a face is turned and moved: its pixel (u, v) comes from (u cos a - v sin a + x, u sin a + v cos a + y).
 *
 * @param angle a, in radians
 * @param x to the right, in pixels
 * @param y down, in pixels
 */
public record Motion(double angle, double x, double y) {

	/** None. */
	public static final Motion NONE = new Motion(0, 0, 0);
}
