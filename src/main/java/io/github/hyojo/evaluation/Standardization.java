package io.github.hyojo.evaluation;

import org.apache.commons.math3.stat.StatUtils;

/**
 * Makes features comparable: mean 0 and variance 1 over the faces that it was made of. The scale of features differs by
 * orders of magnitude between methods, and linear classifiers with a penalty depend on it.
 *
 * @param means of each feature
 * @param scales standard deviation of each feature; 1 for one that does not vary
 */
record Standardization(double[] means, double[] scales) {

	/** @param rows N x D, N at least 1 */
	static Standardization of(double[][] rows) {
		int dimensions = rows[0].length;
		double[] means = new double[dimensions];
		double[] scales = new double[dimensions];
		double[] column = new double[rows.length];
		for (int d = 0; d < dimensions; d++) {
			for (int n = 0; n < rows.length; n++) column[n] = rows[n][d];
			means[d] = StatUtils.mean(column);
			double variance = StatUtils.populationVariance(column);
			scales[d] = variance > 0 ? Math.sqrt(variance) : 1;
		}
		return new Standardization(means, scales);
	}

	double[][] apply(double[][] rows) {
		double[][] applied = new double[rows.length][means.length];
		for (int n = 0; n < rows.length; n++) {
			for (int d = 0; d < means.length; d++) applied[n][d] = (rows[n][d] - means[d]) / scales[d];
		}
		return applied;
	}
}
