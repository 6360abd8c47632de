package io.github.hyojo.evaluation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A linear classifier: Fisher's discriminant analysis. Class c scores w_c x + b_c with w_c = S^-1 m_c and b_c = log p_c
 * - w_c m_c / 2, where x are the standardised features, m_c the mean and p_c the share of class c, and S the covariance
 * within the classes, drawn by a tenth towards the identity matrix so that it can be inverted whatever the number of
 * faces. Unlike least squares against each class in turn it does not lose classes that lie between others, of which there
 * are many when the classes are subjects.
 */
final class LinearDiscriminant {

	private static final double SHRINKAGE = 0.1;

	private final Standardization standardization;
	/** D x C. */
	private final RealMatrix weights;
	private final double[] offsets;

	/**
	 * @param rows N x D, N at least 1
	 * @param labels N classes, from 0 to C - 1
	 * @param classes number C of classes; one of which there is no face is never predicted
	 */
	LinearDiscriminant(double[][] rows, int[] labels, int classes) {
		standardization = Standardization.of(rows);
		double[][] x = standardization.apply(rows);
		int dimensions = rows[0].length;
		int[] counts = new int[classes];
		double[][] means = new double[dimensions][classes];
		for (int n = 0; n < x.length; n++) {
			counts[labels[n]]++;
			for (int d = 0; d < dimensions; d++) means[d][labels[n]] += x[n][d];
		}
		for (double[] mean : means) {
			for (int c = 0; c < classes; c++) mean[c] /= Math.max(1, counts[c]);
		}
		RealMatrix covariance = new Array2DRowRealMatrix(within(x, labels, means), false);
		weights = new CholeskyDecomposition(covariance).getSolver().solve(new Array2DRowRealMatrix(means, false));
		offsets = new double[classes];
		for (int c = 0; c < classes; c++) {
			// log 0 is minus infinity: a class without faces loses against any other
			offsets[c] = Math.log((double) counts[c] / x.length);
			for (int d = 0; d < dimensions; d++) offsets[c] -= weights.getEntry(d, c) * means[d][c] / 2;
		}
	}

	/** @return for each of N x D rows the class with the highest score */
	int[] predict(double[][] rows) {
		double[][] scores = new Array2DRowRealMatrix(standardization.apply(rows), false).multiply(weights).getData();
		int[] predicted = new int[rows.length];
		for (int n = 0; n < rows.length; n++) {
			for (int c = 1; c < offsets.length; c++) {
				int best = predicted[n];
				if (scores[n][c] + offsets[c] > scores[n][best] + offsets[best]) predicted[n] = c;
			}
		}
		return predicted;
	}

	private static double[][] within(double[][] x, int[] labels, double[][] means) {
		int dimensions = means.length;
		double[][] covariance = new double[dimensions][dimensions];
		double[] centered = new double[dimensions];
		for (int n = 0; n < x.length; n++) {
			for (int d = 0; d < dimensions; d++) centered[d] = x[n][d] - means[d][labels[n]];
			for (int i = 0; i < dimensions; i++) {
				for (int j = 0; j < dimensions; j++) covariance[i][j] += centered[i] * centered[j];
			}
		}
		for (int i = 0; i < dimensions; i++) {
			for (int j = 0; j < dimensions; j++) covariance[i][j] *= (1 - SHRINKAGE) / x.length;
			covariance[i][i] += SHRINKAGE;
		}
		return covariance;
	}
}
