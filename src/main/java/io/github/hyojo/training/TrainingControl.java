package io.github.hyojo.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.hyojo.model.Epoch;

/**
 * What whoever watches a training wants of it. The trainer asks before every step, and many times a second while it is
 * paused. Nothing here changes what a step computes.
 */
public interface TrainingControl {

	/** Wants nothing: the training goes through its schedule. */
	TrainingControl NONE = epoch -> Wish.GO_ON;

	/** How a training shall go on. */
	enum Wish {
		/** With the next step. */
		GO_ON,
		/** Not before it is wished otherwise, or canceled. */
		PAUSE,
		/** With the next stage, without the rest of the present one; in the last stage the same as {@link #FINISH}. */
		NEXT_STAGE,
		/**
		 * Not at all: the best of the epochs that make a usable model becomes the model, or, where none is whole yet, what is
		 * trained by now. Not before the expression encoder is in training.
		 */
		FINISH
	}

	/**
	 * A model that is wanted in the middle of a training.
	 *
	 * @param folder where, new or empty
	 * @param written gets the folder when it is written, or why it could not be
	 */
	record Export(Path folder, CompletableFuture<Path> written) {}

	/**
	 * @param epoch that the next step belongs to
	 * @return how to go on
	 */
	Wish wish(Epoch epoch);

	/** @return a model that is wanted now, each one once */
	default Optional<Export> export() {
		return Optional.empty();
	}
}
