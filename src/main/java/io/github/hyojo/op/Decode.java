package io.github.hyojo.op;

import java.util.concurrent.CancellationException;
import java.util.function.LongUnaryOperator;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.model.Network;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Features to faces. */
public final class Decode {

	private Decode() {}

	/**
	 * Draws faces.
	 *
	 * @param model a trained model
	 * @param identity 64 x N: who each face shall show
	 * @param expression 64 x N: what it shall do
	 * @param progress hears of every batch
	 * @return S x S x N faces
	 * @throws HyojoException if there are not as many identities as expressions, or no 64 features each
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.decode'
	 */
	public static RandomAccessibleInterval<ARGBType> decode(ExpressionModel model,
		RandomAccessibleInterval<FloatType> identity, RandomAccessibleInterval<FloatType> expression, Progress progress)
	{
		Batches.check(identity);
		RandomAccessibleInterval<ARGBType> faces = faces(model, identity.dimension(1));
		decode(model, identity, expression, progress, faces);
		return faces;
	}

	/**
	 * Draws faces into an image that is there already, on disk perhaps.
	 *
	 * @param model a trained model
	 * @param identity 64 x N: who each face shall show
	 * @param expression 64 x N: what it shall do
	 * @param progress hears of every batch
	 * @param faces S x S x N, is written
	 * @throws HyojoException if there are not as many identities as expressions, no 64 features each, or the faces have
	 *           another size or number
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.decode', type=Computer
	 */
	public static void decode(ExpressionModel model, RandomAccessibleInterval<FloatType> identity,
		RandomAccessibleInterval<FloatType> expression, Progress progress, RandomAccessibleInterval<ARGBType> faces)
	{
		Batches.check(identity);
		Batches.check(expression);
		long count = identity.dimension(1);
		if (expression.dimension(1) != count) {
			throw new HyojoException("There are " + count + " identities and " + expression.dimension(1)
				+ " expressions: give as many of one as of the other.");
		}
		if (faces.dimension(2) != count) {
			throw new HyojoException("There are " + count + " faces to draw into an image of " + faces.dimension(2)
				+ ": give one that fits.");
		}
		pairs("Decoding faces", model, identity, n -> n, expression, n -> n, progress, faces);
	}

	/** Room for faces, one plane each. */
	static RandomAccessibleInterval<ARGBType> faces(ExpressionModel model, long count) {
		return PlanarImgs.argbs(model.size(), model.size(), count);
	}

	/** Decodes face n from an identity and an expression that depend on n. */
	static void pairs(String message, ExpressionModel model, RandomAccessibleInterval<FloatType> identity,
		LongUnaryOperator identityOf, RandomAccessibleInterval<FloatType> expression, LongUnaryOperator expressionOf,
		Progress progress, RandomAccessibleInterval<ARGBType> faces)
	{
		Batches.check(model, faces);
		Batches.run(message, faces.dimension(2), progress, (first, count) -> FaceTensor.copy(model.decode(rows(identity,
			identityOf, first, count), rows(expression, expressionOf, first, count)), faces, first));
	}

	private static float[] rows(RandomAccessibleInterval<FloatType> features, LongUnaryOperator row, long first,
		int count)
	{
		float[] rows = new float[count * Network.LATENT];
		int at = 0;
		for (int i = 0; i < count; i++) {
			long from = features.min(1) + row.applyAsLong(first + i);
			for (FloatType value : Views.flatIterable(Views.hyperSlice(features, 1, from))) {
				rows[at++] = value.get();
			}
		}
		return rows;
	}
}
