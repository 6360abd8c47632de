package io.github.hyojo.evaluation;

import io.github.hyojo.op.Features;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The features of N faces as statistics wants them, a row per face.
 *
 * @param identity N x I; I is 0 where the method has no identity features
 * @param expression N x E
 */
public record FeatureRows(double[][] identity, double[][] expression) {

	/**
	 * @param features I x N and E x N
	 * @return a copy of them, a row per face
	 */
	public static FeatureRows of(Features features) {
		return new FeatureRows(rows(features.identity()), rows(features.expression()));
	}

	/** @return these rows as a method takes them */
	public Features features() {
		return new Features(columns(identity), columns(expression));
	}

	/** @return number N of faces */
	public int count() {
		return expression.length;
	}

	/** @return whether there are identity features */
	public boolean hasIdentity() {
		return count() > 0 && identity[0].length > 0;
	}

	/**
	 * @param indices of faces
	 * @return their features, in this order; the rows are shared
	 */
	public FeatureRows select(int... indices) {
		double[][] selectedIdentity = new double[indices.length][];
		double[][] selectedExpression = new double[indices.length][];
		for (int i = 0; i < indices.length; i++) {
			selectedIdentity[i] = identity[indices[i]];
			selectedExpression[i] = expression[indices[i]];
		}
		return new FeatureRows(selectedIdentity, selectedExpression);
	}

	private static double[][] rows(RandomAccessibleInterval<FloatType> features) {
		double[][] rows = new double[(int) features.dimension(1)][(int) features.dimension(0)];
		RandomAccess<FloatType> access = features.randomAccess();
		for (int n = 0; n < rows.length; n++) {
			for (int d = 0; d < rows[n].length; d++) {
				rows[n][d] = access.setPositionAndGet(features.min(0) + d, features.min(1) + n).get();
			}
		}
		return rows;
	}

	private static RandomAccessibleInterval<FloatType> columns(double[][] rows) {
		int dimensions = rows.length == 0 ? 0 : rows[0].length;
		float[] values = new float[rows.length * dimensions];
		for (int i = 0; i < values.length; i++) values[i] = (float) rows[i / dimensions][i % dimensions];
		return ArrayImgs.floats(values, dimensions, rows.length);
	}
}
