package io.github.hyojo.op;

import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.model.ExpressionModel;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/** Expressions of some faces on others. */
public final class Swap {

	private Swap() {}

	/**
	 * Gives every identity every expression, as in the paper's figure 3.
	 *
	 * @param model a trained model
	 * @param identities S x S x I: who is shown
	 * @param expressions S x S x E: what they do
	 * @param progress hears of every batch
	 * @return S x S x (I * E): face number e * I + i has the identity of i and the expression of e
	 * @throws HyojoException if faces have another size than the model's, or the model does not separate expression from
	 *           identity
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.swap'
	 */
	public static RandomAccessibleInterval<ARGBType> all(ExpressionModel model,
		RandomAccessibleInterval<ARGBType> identities, RandomAccessibleInterval<ARGBType> expressions, Progress progress)
	{
		model.method().checkSeparates();
		long columns = identities.dimension(2);
		RandomAccessibleInterval<FloatType> identity = Encode.identity(model, identities, progress);
		RandomAccessibleInterval<FloatType> expression = Encode.expression(model, expressions, progress);
		RandomAccessibleInterval<ARGBType> faces = Decode.faces(model, columns * expressions.dimension(2));
		Decode.pairs("Swapping expressions", model, identity, n -> n % columns, expression, n -> n / columns, progress,
			faces);
		return faces;
	}

	/**
	 * Gives each identity the expression at the same place of another stack.
	 *
	 * @param model a trained model
	 * @param identities S x S x N: who is shown
	 * @param expressions S x S x N: what they do; a single face serves all identities, and a single identity all
	 *          expressions
	 * @param progress hears of every batch
	 * @return S x S x N faces
	 * @throws HyojoException if the stacks differ in length, faces have another size than the model's, or the model does
	 *           not separate expression from identity
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.swapPaired'
	 */
	public static RandomAccessibleInterval<ARGBType> paired(ExpressionModel model,
		RandomAccessibleInterval<ARGBType> identities, RandomAccessibleInterval<ARGBType> expressions, Progress progress)
	{
		model.method().checkSeparates();
		long i = identities.dimension(2);
		long e = expressions.dimension(2);
		if (i != e && i != 1 && e != 1) {
			throw new HyojoException("There are " + i + " identities and " + e
				+ " expressions: give stacks of the same length, or swap all pairs.");
		}
		RandomAccessibleInterval<FloatType> identity = Encode.identity(model, identities, progress);
		RandomAccessibleInterval<FloatType> expression = Encode.expression(model, expressions, progress);
		RandomAccessibleInterval<ARGBType> faces = Decode.faces(model, Math.max(i, e));
		Decode.pairs("Swapping expressions", model, identity, n -> i == 1 ? 0 : n, expression, n -> e == 1 ? 0 : n,
			progress, faces);
		return faces;
	}
}
