package io.github.hyojo.op;

import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.Network;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

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

	/** Checks that these are features of this model's width. */
	static void check(RandomAccessibleInterval<FloatType> features) {
		if (features.numDimensions() != 2 || features.dimension(0) != Network.LATENT) {
			throw new HyojoException("The model has " + Network.LATENT + " features per face, not " + features.dimension(0)
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
