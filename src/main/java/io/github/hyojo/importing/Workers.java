package io.github.hyojo.importing;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Shares jobs among threads. */
final class Workers {

	/** Decoding and aligning take all of a core; more threads than these hold more pictures in memory. */
	private static final int MOST_THREADS = 2;

	private Workers() {}

	/** What each thread does. */
	interface Worker {

		/**
		 * @param jobs gives the number of the next job, from 0; none is left when it gives as many as there are
		 * @throws IOException if a file cannot be read or written
		 */
		void work(IntSupplier jobs) throws IOException;
	}

	/**
	 * Lets some threads do all jobs, and waits for them.
	 *
	 * @param jobs number of jobs
	 * @param count is stopped if one fails
	 * @param worker called once by each thread
	 * @throws IOException if a file cannot be read or written
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	static void run(int jobs, Count count, Worker worker) throws IOException {
		int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
		AtomicInteger next = new AtomicInteger();
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		for (int i = 0; i < threads; i++) pool.execute(() -> {
			try {
				worker.work(() -> Math.min(next.getAndIncrement(), jobs));
			}
			catch (IOException | RuntimeException | Error e) {
				count.fail(e);
			}
		});
		pool.shutdown();
		await(pool, count);
		rethrow(count.failure());
	}

	/** Waits for all, even if one fails: nobody may write into a folder that its owner takes for left. */
	private static void await(ExecutorService pool, Count count) {
		boolean interrupted = false;
		while (!pool.isTerminated()) {
			try {
				pool.awaitTermination(1, TimeUnit.HOURS);
			}
			catch (InterruptedException e) {
				interrupted = true;
				count.fail(new CancellationException("Interrupted."));
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}

	private static void rethrow(Throwable failure) throws IOException {
		if (failure instanceof IOException e) throw e;
		if (failure instanceof RuntimeException e) throw e;
		if (failure instanceof Error e) throw e;
	}
}
