package io.github.hyojo.op;

import java.util.concurrent.CancellationException;
import java.util.function.LongUnaryOperator;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.model.ExpressionModel;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Goes through a stack in batches, so that it never has to be in memory as a whole. */
final class Batches {

	/** Largest number of items in a batch. */
	static final int SIZE = 64;

	private Batches() {}

	/** What is done with the items from one on. */
	interface Work {

		void on(long first, int count);
	}

	/**
	 * @param message what is being done
	 * @param total number of items
	 * @param progress hears of every batch
	 * @param work gets each batch
	 * @throws CancellationException if the progress is canceled
	 */
	static void run(String message, long total, Progress progress, Work work) {
		for (long first = 0; first < total; first += SIZE) {
			progress.checkCanceled();
			progress.report(message, first, total);
			work.on(first, (int) Math.min(SIZE, total - first));
		}
		progress.report(message, total, total);
	}

	/** Numbers from one on. */
	static int[] indices(long first, int count) {
		int[] indices = new int[count];
		for (int i = 0; i < count; i++) {
			indices[i] = Math.toIntExact(first + i);
		}
		return indices;
	}

	/** Some rows of features, one after the other. */
	static float[] rows(RandomAccessibleInterval<FloatType> features, LongUnaryOperator row, long first,
		int count)
	{
		float[] rows = new float[Math.toIntExact(count * features.dimension(0))];
		int at = 0;
		for (int i = 0; at < rows.length; i++) {
			long from = features.min(1) + row.applyAsLong(first + i);
			for (FloatType value : Views.flatIterable(Views.hyperSlice(features, 1, from))) {
				rows[at++] = value.get();
			}
		}
		return rows;
	}

	/** Checks that features have the width of the model's; their kind is for the sentence. */
	static void check(String kind, int width, RandomAccessibleInterval<FloatType> features) {
		if (features.numDimensions() != 2 || features.dimension(0) != width) {
			throw new HyojoException("The model has " + width + " " + kind + " features per face, not " + features.dimension(0)
				+ ": give what it has encoded.");
		}
	}

	/** Checks that faces have the size that a model takes. */
	static void check(ExpressionModel model, RandomAccessibleInterval<ARGBType> faces) {
		if (faces.numDimensions() != 3 || faces.dimension(0) != model.size() || faces.dimension(1) != model.size()) {
			throw new HyojoException("The model takes faces of " + model.size() + " x " + model.size() + " pixels, not "
				+ faces.dimension(0) + " x " + faces.dimension(1) + ": scale them, or choose a model of that size.");
		}
	}
}
