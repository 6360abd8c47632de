package io.github.hyojo.evaluation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The principal components of features: orthogonal directions, the one along which they vary most first. A component
 * points to where its largest weight is positive.
 *
 * @param mean D features, the mean
 * @param weights D components of D weights each, of length 1
 * @param deviations D standard deviations, one along each component
 * @param shares what part of the variance is along each component, 0 to 1; 0 if nothing varies
 */
public record PrincipalComponents(double[] mean, double[][] weights, double[] deviations, double[] shares) {

	/**
	 * @param rows N x D features, N at least 1
	 * @return their components
	 */
	public static PrincipalComponents of(double[][] rows) {
		double[] mean = Standardization.of(rows).means();
		int dimensions = mean.length;
		RealMatrix centered = new Array2DRowRealMatrix(rows.length, dimensions);
		for (int n = 0; n < rows.length; n++) {
			for (int d = 0; d < dimensions; d++) centered.setEntry(n, d, rows[n][d] - mean[d]);
		}
		EigenDecomposition eigen = new EigenDecomposition(centered.transpose().multiply(centered));
		double all = Math.pow(centered.getFrobeniusNorm(), 2);
		double[][] weights = new double[dimensions][];
		double[] deviations = new double[dimensions];
		double[] shares = new double[dimensions];
		for (int c = 0; c < dimensions; c++) {
			weights[c] = pointed(eigen.getEigenvector(c).toArray());
			// rounding may leave a little less than nothing
			double sum = Math.max(0, eigen.getRealEigenvalue(c));
			deviations[c] = Math.sqrt(sum / rows.length);
			shares[c] = all > 0 ? sum / all : 0;
		}
		return new PrincipalComponents(mean, weights, deviations, shares);
	}

	/**
	 * @param row D features
	 * @param count how many components
	 * @return how far from the mean it is along each of the first ones
	 */
	public double[] project(double[] row, int count) {
		double[] coordinates = new double[count];
		for (int c = 0; c < count; c++) {
			for (int d = 0; d < row.length; d++) coordinates[c] += (row[d] - mean[d]) * weights[c][d];
		}
		return coordinates;
	}

	/**
	 * @param coordinates how far from the mean along each of the first components
	 * @return the D features there
	 */
	public double[] at(double[] coordinates) {
		double[] row = mean.clone();
		for (int c = 0; c < coordinates.length; c++) {
			for (int d = 0; d < row.length; d++) row[d] += coordinates[c] * weights[c][d];
		}
		return row;
	}

	private static double[] pointed(double[] weights) {
		double largest = 0;
		for (double weight : weights) {
			if (Math.abs(weight) > Math.abs(largest)) largest = weight;
		}
		for (int d = 0; largest < 0 && d < weights.length; d++) weights[d] = -weights[d];
		return weights;
	}
}
