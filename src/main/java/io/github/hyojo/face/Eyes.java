package io.github.hyojo.face;

/**
 * Where the centres of the eyes are in a picture, in pixels; (0, 0) is the upper left corner of the upper left pixel,
 * and that pixel's centre is at (0.5, 0.5).
 *
 * @param leftX of the eye that is on the left in the picture
 * @param leftY of the same eye
 * @param rightX of the eye that is on the right in the picture, not the same place as the left one
 * @param rightY of the same eye
 */
public record Eyes(double leftX, double leftY, double rightX, double rightY) {

	/**
	 * Checks the places.
	 *
	 * @throws IllegalArgumentException if a coordinate is no finite number, or both eyes are at the same place
	 */
	public Eyes {
		double distance = Math.hypot(rightX - leftX, rightY - leftY);
		if (!(distance > 0 && Double.isFinite(distance))) {
			throw new IllegalArgumentException("Eyes at " + leftX + ", " + leftY + " and " + rightX + ", " + rightY);
		}
	}

	/** @return from one centre to the other, in pixels */
	public double distance() {
		return Math.hypot(rightX - leftX, rightY - leftY);
	}

	/** @return how much the head leans, in radians: positive if the right eye is lower in the picture */
	public double roll() {
		return Math.atan2(rightY - leftY, rightX - leftX);
	}

	/** @return the middle between the eyes */
	double middleX() {
		return (leftX + rightX) / 2;
	}

	/** @return the middle between the eyes */
	double middleY() {
		return (leftY + rightY) / 2;
	}
}
