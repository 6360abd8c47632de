package io.github.hyojo.op;

import io.github.hyojo.model.ExpressionModel;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The features of N faces.
 *
 * @param identity I x N: z_i, who it is; I is 64, or what {@link ExpressionModel#identityFeatures} says
 * @param expression E x N: z_e, what the face does; E is 64, or what {@link ExpressionModel#expressionFeatures} says
 */
public record Features(RandomAccessibleInterval<FloatType> identity, RandomAccessibleInterval<FloatType> expression) {

	/**
	 * @param count number N of faces
	 * @return 0 x N: the identity features of a model that has none
	 */
	public static RandomAccessibleInterval<FloatType> none(long count) {
		return ArrayImgs.floats(new float[0], 0, count);
	}

	/** @return number N of faces */
	public long count() {
		return expression.dimension(1);
	}
}
