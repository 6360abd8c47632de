package io.github.hyojo.op;

import java.util.concurrent.CancellationException;
import java.util.function.LongUnaryOperator;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/** Features to faces. */
public final class Decode {

	private Decode() {}

	/**
	 * Draws faces.
	 *
	 * @param model a trained model
	 * @param identity I x N: who each face shall show
	 * @param expression E x N: what it shall do
	 * @param progress hears of every batch
	 * @return S x S x N faces
	 * @throws HyojoException if there are not as many identities as expressions, or features that are not the model's
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.decode'
	 */
	public static RandomAccessibleInterval<ARGBType> decode(ExpressionModel model,
		RandomAccessibleInterval<FloatType> identity, RandomAccessibleInterval<FloatType> expression, Progress progress)
	{
		Batches.check("expression", model.expressionFeatures(), expression);
		RandomAccessibleInterval<ARGBType> faces = faces(model, expression.dimension(1));
		decode(model, identity, expression, progress, faces);
		return faces;
	}

	/**
	 * Draws faces into an image that is there already, on disk perhaps.
	 *
	 * @param model a trained model
	 * @param identity I x N: who each face shall show
	 * @param expression E x N: what it shall do
	 * @param progress hears of every batch
	 * @param faces S x S x N, is written
	 * @throws HyojoException if there are not as many identities as expressions, features that are not the model's, or
	 *           the faces have another size or number
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.decode', type=Computer
	 */
	public static void decode(ExpressionModel model, RandomAccessibleInterval<FloatType> identity,
		RandomAccessibleInterval<FloatType> expression, Progress progress, RandomAccessibleInterval<ARGBType> faces)
	{
		Batches.check("identity", model.identityFeatures(), identity);
		Batches.check("expression", model.expressionFeatures(), expression);
		long count = expression.dimension(1);
		if (identity.dimension(1) != count) {
			throw new HyojoException("There are " + identity.dimension(1) + " identities and " + count
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
		Batches.run(message, model, faces.dimension(2), progress, (first, count, place) -> {
			float[] who = Batches.rows(identity, identityOf, first, count);
			float[] what = Batches.rows(expression, expressionOf, first, count);
			return () -> model.decode(who, what);
		}, (first, drawn) -> FaceTensor.copy(drawn, faces, first));
	}
}
