package io.github.hyojo.op;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The features of N faces.
 *
 * @param identity 64 x N: z_i, who it is
 * @param expression 64 x N: z_e, what the face does
 */
public record Features(RandomAccessibleInterval<FloatType> identity, RandomAccessibleInterval<FloatType> expression) {

	/** @return number N of faces */
	public long count() {
		return identity.dimension(1);
	}
}
