package io.github.hyojo;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Where long work tells how far it is, and learns that it is no longer wanted. */
public interface Progress {

	/** Says nothing and is never canceled. */
	Progress SILENT = (message, done, total) -> {};

	/**
	 * Tells how far the work is. Cheap enough to be called after every image or step.
	 *
	 * @param message what is being done, for example "Encoding faces"
	 * @param done units finished
	 * @param total units in all; 0 if unknown
	 */
	void report(String message, long done, long total);

	/** @return whether the user wants the work to stop */
	default boolean isCanceled() {
		return false;
	}

	/**
	 * @param canceled asked from any thread
	 * @return the same, canceled also when that says so
	 */
	default Progress canceledBy(BooleanSupplier canceled) {
		Progress outer = this;
		return new Progress() {

			@Override
			public void report(String message, long done, long total) {
				outer.report(message, done, total);
			}

			@Override
			public boolean isCanceled() {
				return canceled.getAsBoolean() || outer.isCanceled();
			}
		};
	}

	/**
	 * Ends the work if it is no longer wanted.
	 *
	 * @throws CancellationException if {@link #isCanceled()}
	 */
	default void checkCanceled() {
		if (isCanceled()) throw new CancellationException("Canceled.");
	}
}
