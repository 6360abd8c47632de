package io.github.hyojo.data;

import io.github.hyojo.HyojoException;

/**
 * Which frames an import takes.
 *
 * @param take for what
 * @param perSequence how many frames of each sequence, at equal steps; 0 takes all
 * @param perSubject how many frames of each subject, at equal steps through all its sequences; 0 sets no limit
 * @param middle how much of a sequence its middle is, over 0 to 1; counts where an expression shows in the middle
 */
public record Taking(Take take, int perSequence, int perSubject, double middle) {

	/** What frames are taken for. */
	public enum Take {
		/** To train a model on: frames at equal steps, with or without labels. */
		TRAINING,
		/** To recognise expressions: the frames in which the labelled expression shows; no others. */
		RECOGNITION
	}

	/** All frames of all sequences. */
	public static final Taking ALL = new Taking(Take.TRAINING, 0, 0, 0.5);

	/**
	 * Checks the values.
	 *
	 * @throws HyojoException if a value is missing or out of its range, or frames are limited in both ways
	 */
	public Taking {
		if (take == null) throw new HyojoException("The import settings do not say what frames are taken for.");
		if (perSequence < 0) {
			throw new HyojoException("Cannot take " + perSequence + " frames per sequence; use 0 (all) or more.");
		}
		if (perSubject < 0) {
			throw new HyojoException("Cannot take " + perSubject + " frames per subject; use 0 (all) or more.");
		}
		if (perSequence > 0 && perSubject > 0) {
			throw new HyojoException("Frames are limited per sequence and per subject; give one of the two.");
		}
		if (!(middle > 0 && middle <= 1)) {
			throw new HyojoException("The middle of a sequence cannot be " + middle +
				" of it; use a number over 0 up to 1, such as 0.5.");
		}
	}

	/**
	 * @param n see {@link #perSequence()}
	 * @return these settings with that many frames of each sequence, and no other limit
	 */
	public Taking withPerSequence(int n) {
		return new Taking(take, n, 0, middle);
	}
}
