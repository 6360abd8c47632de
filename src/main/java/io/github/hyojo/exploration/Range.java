package io.github.hyojo.exploration;

/**
 * A part of an axis.
 *
 * @param min its lower end
 * @param max its upper end, not below the lower one
 */
public record Range(double min, double max) {

	/** @return how long it is */
	public double width() {
		return max - min;
	}

	/**
	 * @param part how much is added on each side, as a part of the width
	 * @return the longer range
	 */
	public Range extended(double part) {
		return new Range(min - part * width(), max + part * width());
	}

	/**
	 * @param x a number
	 * @return the number of this range that is nearest to it
	 */
	public double nearest(double x) {
		return Math.min(max, Math.max(min, x));
	}

	/**
	 * @param steps at least 1
	 * @return as many numbers at equal distances, from end to end; the middle if it is one
	 */
	public double[] steps(int steps) {
		double[] numbers = new double[steps];
		for (int i = 0; i < steps; i++) {
			numbers[i] = steps == 1 ? (min + max) / 2 : min + width() * i / (steps - 1);
		}
		return numbers;
	}
}
