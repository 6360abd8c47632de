package io.github.hyojo.data;

/**
 * Which source pixels, and how much of each, make up each target pixel along one axis. The weights of a target pixel
 * sum to 1.
 */
final class AxisWeights {

	private final int[] starts;
	private final float[][] weights;
	private int first = Integer.MAX_VALUE;
	private int last;

	/**
	 * @param length number of source pixels
	 * @param from start of the scaled part, in source pixels from the image's edge, 0 or greater
	 * @param to end of the scaled part, greater than {@code from}, at most {@code length}
	 * @param size number of target pixels
	 */
	AxisWeights(int length, double from, double to, int size) {
		starts = new int[size];
		weights = new float[size][];
		double step = (to - from) / size;
		for (int i = 0; i < size; i++) {
			if (step >= 1) average(i, from + i * step, from + (i + 1) * step, length);
			else interpolate(i, from + (i + 0.5) * step, length);
			first = Math.min(first, starts[i]);
			last = Math.max(last, starts[i] + weights[i].length - 1);
		}
	}

	/** @return index of the first source pixel of target pixel i */
	int start(int i) {
		return starts[i];
	}

	/** @return weights of the source pixels of target pixel i, beginning at its start */
	float[] weights(int i) {
		return weights[i];
	}

	/** @return index of the first source pixel that any target pixel needs */
	int first() {
		return first;
	}

	/** @return index of the last source pixel that any target pixel needs */
	int last() {
		return last;
	}

	/** Weighs each source pixel by how much of it lies between from and to. */
	private void average(int i, double from, double to, int length) {
		int start = (int) Math.min(from, length - 1);
		int end = (int) Math.min(Math.ceil(to), length);
		double[] parts = new double[Math.max(1, end - start)];
		for (int k = 0; k < parts.length; k++) {
			parts[k] = Math.min(to, start + k + 1) - Math.max(from, start + k);
		}
		set(i, start, parts);
	}

	/** Catmull-Rom; beyond the image its edge pixels are repeated. */
	private void interpolate(int i, double position, int length) {
		// pixel centres lie at .5
		int left = (int) Math.floor(position - 0.5) - 1;
		int start = Math.max(0, Math.min(left, length - 1));
		int end = Math.max(0, Math.min(left + 3, length - 1));
		double[] parts = new double[end - start + 1];
		for (int k = 0; k < 4; k++) {
			int pixel = Math.max(start, Math.min(left + k, end));
			parts[pixel - start] += cubic(Math.abs(position - 0.5 - (left + k)));
		}
		set(i, start, parts);
	}

	private static double cubic(double distance) {
		if (distance < 1) return (1.5 * distance - 2.5) * distance * distance + 1;
		if (distance < 2) return ((-0.5 * distance + 2.5) * distance - 4) * distance + 2;
		return 0;
	}

	private void set(int i, int start, double[] parts) {
		double sum = 0;
		for (double part : parts) sum += part;
		starts[i] = start;
		weights[i] = new float[parts.length];
		for (int k = 0; k < parts.length; k++) weights[i][k] = (float) (parts[k] / sum);
	}
}
