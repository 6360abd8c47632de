package io.github.hyojo.op;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;

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
	 * @throws HyojoException if the faces have another size than the model's, or the model has to be told whose they are
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.encode'
	 */
	public static Features encode(ExpressionModel model, RandomAccessibleInterval<ARGBType> faces, Progress progress) {
		Rows identity = new Rows(model.identityFeatures(), faces);
		Rows expression = new Rows(model.expressionFeatures(), faces);
		batches("Encoding faces", model, faces, progress, (tensor, first) -> () -> new Both(model.encodeIdentity(tensor), model
			.encodeExpression(tensor)), (first, both) -> {
				identity.put(first, both.identity());
				expression.put(first, both.expression());
			});
		return new Features(identity.features(), expression.features());
	}

	/**
	 * Encodes who the faces show.
	 *
	 * @param model a trained model
	 * @param faces S x S x N
	 * @param progress hears of every batch
	 * @return I x N identity features; I is 0 for a VAE
	 * @throws HyojoException if the faces have another size than the model's, or the model has to be told whose they are
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.encodeIdentity'
	 */
	public static RandomAccessibleInterval<FloatType> identity(ExpressionModel model,
		RandomAccessibleInterval<ARGBType> faces, Progress progress)
	{
		Rows rows = new Rows(model.identityFeatures(), faces);
		batches("Encoding identities", model, faces, progress, (tensor, first) -> () -> model.encodeIdentity(tensor),
			rows::put);
		return rows.features();
	}

	/**
	 * Encodes what the faces do.
	 *
	 * @param model a trained model
	 * @param faces S x S x N
	 * @param progress hears of every batch
	 * @return E x N expression features
	 * @throws HyojoException if the faces have another size than the model's, or the model has to be told whose they are
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.encodeExpression'
	 */
	public static RandomAccessibleInterval<FloatType> expression(ExpressionModel model,
		RandomAccessibleInterval<ARGBType> faces, Progress progress)
	{
		Rows rows = new Rows(model.expressionFeatures(), faces);
		batches("Encoding expressions", model, faces, progress, (tensor, first) -> () -> model.encodeExpression(tensor),
			rows::put);
		return rows.features();
	}

	/**
	 * Encodes what the faces do, and tells a model that asks for it (C-VAE) whose they are.
	 *
	 * @param model a trained model
	 * @param faces S x S x N
	 * @param identity I x N identity features
	 * @param progress hears of every batch
	 * @return E x N expression features
	 * @throws HyojoException if the faces have another size than the model's, or the identity features are not the model's
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.encodeExpression'
	 */
	public static RandomAccessibleInterval<FloatType> expression(ExpressionModel model,
		RandomAccessibleInterval<ARGBType> faces, RandomAccessibleInterval<FloatType> identity, Progress progress)
	{
		Batches.check("identity", model.identityFeatures(), identity);
		Rows rows = new Rows(model.expressionFeatures(), faces);
		batches("Encoding expressions", model, faces, progress, (tensor, first) -> {
			float[] whose = Batches.rows(identity, n -> n, first, (int) tensor.shape()[0]);
			return () -> model.encodeExpression(tensor, whose);
		}, rows::put);
		return rows.features();
	}

	/** Gets ready to encode the faces from one on, which are in a tensor. */
	private interface Encoding<R> {

		Supplier<R> of(Tensor faces, long first);
	}

	private record Both(float[] identity, float[] expression) {}

	/** Features of a width, row by row. */
	private record Rows(int width, float[] values, long count) {

		Rows(int width, RandomAccessibleInterval<ARGBType> faces) {
			this(width, new float[Math.toIntExact(width * faces.dimension(2))], faces.dimension(2));
		}

		void put(long first, float[] batch) {
			System.arraycopy(batch, 0, values, Math.toIntExact(first * width), batch.length);
		}

		RandomAccessibleInterval<FloatType> features() {
			return ArrayImgs.floats(values, width, count);
		}
	}

	private static <R> void batches(String message, ExpressionModel model, RandomAccessibleInterval<ARGBType> faces,
		Progress progress, Encoding<R> encoding, Batches.Taking<R> taking)
	{
		Batches.check(model, faces);
		long total = faces.dimension(2);
		List<ByteBuffer> rooms = Stream.generate(() -> FaceTensor.room(model.size(), (int) Math.min(Batches.SIZE, total)))
			.limit(Batches.places(model, total)).toList();
		Batches.run(message, model, total, progress, (first, count, place) -> encoding.of(FaceTensor.of(faces, rooms.get(
			place), Batches.indices(first, count)), first), taking);
	}
}
