package io.github.hyojo.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
		List<Future<?>> workers = new ArrayList<>();
		for (int i = 0; i < threads; i++) workers.add(pool.submit(() -> {
			worker.work(() -> Math.min(next.getAndIncrement(), jobs));
			return null;
		}));
		pool.shutdown();
		await(workers, count);
	}

	/** Waits for all, even if one fails: nobody may write into a folder that its owner takes for left. */
	private static void await(List<Future<?>> workers, Count count) throws IOException {
		Throwable failure = null;
		boolean interrupted = false;
		for (Future<?> worker : workers) {
			while (!worker.isDone() || failure == null) {
				try {
					worker.get();
					break;
				}
				catch (ExecutionException e) {
					if (failure == null) failure = e.getCause();
					count.stop();
					break;
				}
				catch (InterruptedException e) {
					interrupted = true;
					count.stop();
				}
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
		if (failure instanceof IOException e) throw e;
		if (failure instanceof RuntimeException e) throw e;
		if (failure instanceof Error e) throw e;
		if (failure != null) throw new IllegalStateException(failure);
	}
}
