package io.github.hyojo.importing;

import io.github.hyojo.Progress;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the frames that several threads take, and stops all of them if one fails. */
final class Count {

	private final Progress progress;
	private final String message;
	private final int total;
	private final AtomicInteger done = new AtomicInteger();
	private volatile Throwable failure;

	/**
	 * @param progress hears of each frame
	 * @param message what is done with them
	 * @param total number of frames
	 */
	Count(Progress progress, String message, int total) {
		this.progress = progress;
		this.message = message;
		this.total = total;
	}

	/** Counts frames that need no work any more. */
	void add(int frames) {
		progress.report(message, done.addAndGet(frames), total);
	}

	/**
	 * Counts a frame that is begun.
	 *
	 * @throws CancellationException if the work is to stop
	 */
	void next() {
		check();
		progress.report(message, done.getAndIncrement(), total);
	}

	/**
	 * Asks whether to go on.
	 *
	 * @throws CancellationException if the work is to stop
	 */
	void check() {
		progress.checkCanceled();
		if (failure != null) throw new CancellationException("Another thread has failed.");
	}

	/** Ends the work of all threads, because of one. */
	synchronized void fail(Throwable reason) {
		if (failure == null) failure = reason;
	}

	/** @return why the work has ended; null if nothing has failed */
	Throwable failure() {
		return failure;
	}
}
