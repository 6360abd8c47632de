package io.github.hyojo.evaluation;

import java.util.Arrays;
import java.util.List;

import io.github.hyojo.data.Expression;
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
		PrincipalComponents components = PrincipalComponents.of(rows);
		int count = Math.min(2, components.mean().length);
		double[][] coordinates = new double[2][rows.length];
		for (int n = 0; n < rows.length; n++) {
			double[] place = components.project(rows[n], count);
			for (int c = 0; c < count; c++) coordinates[c][n] = place[c];
		}
		return new ExpressionMap(part.part(), part.shownFaces(), part.recognition().labels(), coordinates[0],
			coordinates[1], Arrays.copyOf(components.shares(), 2));
	}

	/** @return the classes that show, each once: the nine common ones in their usual order, then others by name */
	public List<String> classes() {
		return Expression.inOrder(labels);
	}
}
