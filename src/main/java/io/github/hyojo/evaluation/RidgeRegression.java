package io.github.hyojo.evaluation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Linear regression with a penalty: y = m + w x, where x are the standardised features and m the mean of y, with the w
 * that makes sum (y - m - w x)^2 + 0.01 N |w|^2 least.
 */
final class RidgeRegression {

	/** Per face, so that it weighs the same whatever their number. */
	private static final double PENALTY = 0.01;

	private final Standardization standardization;
	/** D x T. */
	private final RealMatrix weights;
	private final double[] means;

	/**
	 * @param rows N x D features, N at least 1
	 * @param targets N x T
	 */
	RidgeRegression(double[][] rows, double[][] targets) {
		standardization = Standardization.of(rows);
		means = Standardization.of(targets).means();
		RealMatrix x = new Array2DRowRealMatrix(standardization.apply(rows), false);
		RealMatrix transposed = x.transpose();
		RealMatrix normal = transposed.multiply(x);
		for (int d = 0; d < normal.getRowDimension(); d++) normal.addToEntry(d, d, PENALTY * rows.length);
		double[][] centered = new double[targets.length][means.length];
		for (int n = 0; n < targets.length; n++) {
			for (int t = 0; t < means.length; t++) centered[n][t] = targets[n][t] - means[t];
		}
		weights = new CholeskyDecomposition(normal).getSolver().solve(transposed.multiply(new Array2DRowRealMatrix(centered,
			false)));
	}

	/**
	 * @param rows N x D features of other faces
	 * @param targets N x T
	 * @return R2 of each target, 1 - sum (y - predicted)^2 / sum (y - mean)^2 over these faces; it means
	 *         nothing for a target that does not vary in them
	 */
	double[] r2(double[][] rows, double[][] targets) {
		double[][] predicted = new Array2DRowRealMatrix(standardization.apply(rows), false).multiply(weights).getData();
		double[] r2 = new double[means.length];
		double[] column = new double[targets.length];
		for (int t = 0; t < means.length; t++) {
			double error = 0;
			for (int n = 0; n < targets.length; n++) {
				column[n] = targets[n][t];
				double difference = targets[n][t] - means[t] - predicted[n][t];
				error += difference * difference;
			}
			r2[t] = 1 - error / (StatUtils.populationVariance(column) * targets.length);
		}
		return r2;
	}
}
