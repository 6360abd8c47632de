package io.github.hyojo.op;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.model.ExpressionModel;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Goes through a stack in batches, so that it never has to be in memory as a whole. A few batches are computed at a time,
 * each by itself; all else is done in turn by the thread that asks.
 */
final class Batches {

	/** Largest number of items in a batch. */
	static final int SIZE = 64;

	private static final String THREAD = "Hyojo batches";

	private Batches() {}

	/** Gathers what is to be computed of the items from one on. */
	interface Gathering<R> {

		/**
		 * @param first number of the first item
		 * @param count number of items
		 * @param place which of the {@link #places} has been left by the batch that had it before
		 * @return computes, on any thread
		 */
		Supplier<R> of(long first, int count, int place);
	}

	/** Takes what was computed of the items from one on. */
	interface Taking<R> {

		void of(long first, R result);
	}

	/** The number of batches that are there at a time, of so many items in all. */
	static int places(ExpressionModel model, long total) {
		return total > SIZE ? model.callsAtATime() : 1;
	}

	/**
	 * @param message what is being done
	 * @param model computes the batches
	 * @param total number of items
	 * @param progress hears of every batch
	 * @param gathering gets each batch, in order, on this thread
	 * @param taking gets what was computed of each, in order, on this thread
	 * @throws CancellationException if the progress is canceled; as with any other exception, nothing is computed any more
	 */
	static <R> void run(String message, ExpressionModel model, long total, Progress progress, Gathering<R> gathering,
		Taking<R> taking)
	{
		int places = places(model, total);
		ExecutorService threads = places > 1 ? Executors.newFixedThreadPool(places, Batches::thread) : null;
		Queue<CompletableFuture<R>> batches = new ArrayDeque<>();
		try {
			long first = 0;
			for (long taken = 0; taken < total; taken += SIZE) {
				progress.report(message, taken, total);
				for (; first < total && batches.size() < places; first += SIZE) {
					progress.checkCanceled();
					Supplier<R> work = gathering.of(first, (int) Math.min(SIZE, total - first), (int) (first / SIZE % places));
					batches.add(CompletableFuture.supplyAsync(work, threads == null ? Runnable::run : threads));
				}
				taking.of(taken, result(batches.remove()));
			}
			progress.report(message, total, total);
		}
		finally {
			batches.forEach(batch -> batch.handle((result, failure) -> null).join());
			if (threads != null) threads.shutdown();
		}
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, THREAD);
		thread.setDaemon(true);
		return thread;
	}

	/** Waits for a batch; what went wrong with it is thrown as if it had been computed here. */
	private static <R> R result(CompletableFuture<R> batch) {
		try {
			return batch.join();
		}
		catch (CompletionException e) {
			if (e.getCause() instanceof Error error) throw error;
			throw (RuntimeException) e.getCause(); // a supplier throws no others
		}
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
