package io.github.hyojo.op;

import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.model.Network;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/** Faces to features. */
public final class Encode {

	private Encode() {}

	/**
	 * Encodes who the faces show and what they do. Reads each face once, in order, so that virtual stacks may pass.
	 *
	 * @param model a trained model
	 * @param faces S x S x N
	 * @param progress hears of every batch
	 * @return both features of the N faces
	 * @throws HyojoException if the faces have another size than the model's
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.encode'
	 */
	public static Features encode(ExpressionModel model, RandomAccessibleInterval<ARGBType> faces, Progress progress) {
		float[] identity = values(faces);
		float[] expression = values(faces);
		batches("Encoding faces", model, faces, progress, (tensor, at) -> {
			copy(model.encodeIdentity(tensor), identity, at);
			copy(model.encodeExpression(tensor), expression, at);
		});
		return new Features(features(identity), features(expression));
	}

	/**
	 * Encodes who the faces show.
	 *
	 * @param model a trained model
	 * @param faces S x S x N
	 * @param progress hears of every batch
	 * @return 64 x N identity features
	 * @throws HyojoException if the faces have another size than the model's
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.encodeIdentity'
	 */
	public static RandomAccessibleInterval<FloatType> identity(ExpressionModel model,
		RandomAccessibleInterval<ARGBType> faces, Progress progress)
	{
		return half("Encoding identities", model, faces, progress, model::encodeIdentity);
	}

	/**
	 * Encodes what the faces do.
	 *
	 * @param model a trained model
	 * @param faces S x S x N
	 * @param progress hears of every batch
	 * @return 64 x N expression features
	 * @throws HyojoException if the faces have another size than the model's
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.encodeExpression'
	 */
	public static RandomAccessibleInterval<FloatType> expression(ExpressionModel model,
		RandomAccessibleInterval<ARGBType> faces, Progress progress)
	{
		return half("Encoding expressions", model, faces, progress, model::encodeExpression);
	}

	private static RandomAccessibleInterval<FloatType> half(String message, ExpressionModel model,
		RandomAccessibleInterval<ARGBType> faces, Progress progress, Function<Tensor, float[]> encoder)
	{
		float[] values = values(faces);
		batches(message, model, faces, progress, (tensor, at) -> copy(encoder.apply(tensor), values, at));
		return features(values);
	}

	private interface Encoding {

		void of(Tensor faces, int at);
	}

	private static void batches(String message, ExpressionModel model, RandomAccessibleInterval<ARGBType> faces,
		Progress progress, Encoding encoding)
	{
		Batches.check(model, faces);
		ByteBuffer room = FaceTensor.room(model.size(), (int) Math.min(Batches.SIZE, faces.dimension(2)));
		Batches.run(message, faces.dimension(2), progress, (first, count) -> encoding.of(FaceTensor.of(faces, room, Batches
			.indices(first, count)), Math.toIntExact(first * Network.LATENT)));
	}

	private static float[] values(RandomAccessibleInterval<ARGBType> faces) {
		return new float[Math.toIntExact(faces.dimension(2) * Network.LATENT)];
	}

	private static void copy(float[] batch, float[] into, int at) {
		System.arraycopy(batch, 0, into, at, batch.length);
	}

	private static RandomAccessibleInterval<FloatType> features(float[] values) {
		return ArrayImgs.floats(values, Network.LATENT, values.length / Network.LATENT);
	}
}
