package io.github.hyojo.evaluation;

import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

import io.github.hyojo.data.Face;

/**
 * Where faces lie in the space of z_e, in two dimensions: the first two principal components of the faces in which an
 * expression shows. A component points to where its largest weight is positive.
 *
 * @param part where the faces are from
 * @param faces N faces
 * @param labels the class that each shows
 * @param x N coordinates on the first component, from the mean
 * @param y N coordinates on the second component, from the mean; 0 if z_e has one dimension
 * @param shares what part of the variance is along each of the two, 0 to 1
 */
public record ExpressionMap(Part part, List<Face> faces, List<String> labels, double[] x, double[] y,
	double[] shares) {

	/** @return the map of a part's faces */
	static ExpressionMap of(EncodedPart part) {
		double[][] rows = part.shownFeatures().expression();
		double[] means = Standardization.of(rows).means();
		RealMatrix centered = new Array2DRowRealMatrix(rows.length, means.length);
		for (int n = 0; n < rows.length; n++) {
			for (int d = 0; d < means.length; d++) centered.setEntry(n, d, rows[n][d] - means[d]);
		}
		EigenDecomposition eigen = new EigenDecomposition(centered.transpose().multiply(centered));
		double[][] coordinates = new double[2][rows.length];
		double[] shares = new double[2];
		double all = centered.getFrobeniusNorm();
		for (int c = 0; c < Math.min(2, means.length); c++) {
			coordinates[c] = centered.operate(pointed(eigen.getEigenvector(c).toArray()));
			shares[c] = all > 0 ? eigen.getRealEigenvalue(c) / (all * all) : 0;
		}
		return new ExpressionMap(part.part(), part.shownFaces(), part.recognition().labels(), coordinates[0],
			coordinates[1], shares);
	}

	/** @return the classes that show, each once: the nine common ones in their usual order, then others by name */
	public List<String> classes() {
		return RecognitionSet.inOrder(labels);
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
