package io.github.hyojo.layout;

import io.github.hyojo.HyojoException;
import io.github.hyojo.face.Eyes;

import java.util.function.Supplier;

/**
 * A frame that a source holds: an image file, or one frame of a film.
 *
 * @param file the image or film: its path relative to the source, with {@code /} separators
 * @param number number of the frame within its sequence, 0 or greater; in a film the index of the frame, or
 *          {@link #EVERY}
 * @param label what the source calls the expression of its sequence; null if unknown
 * @param intensity how far the expression has developed, from 0 (neutral) to 1 (apex); null if unknown
 * @param eyes reads where the eyes are, and throws a {@link HyojoException} if that cannot be read; null if the source
 *          does not say
 */
public record Frame(String file, int number, String label, Double intensity, Supplier<Eyes> eyes) {

	/** Stands for each frame of a film. */
	public static final int EVERY = -1;

	/**
	 * @param file see {@link #file()}
	 * @param number see {@link #number()}
	 * @param label see {@link #label()}
	 */
	public Frame(String file, int number, String label) {
		this(file, number, label, null, null);
	}

	/**
	 * @param index index of a frame of the film
	 * @return that frame, with what is known about each frame of it
	 */
	public Frame at(int index) {
		return new Frame(file, index, label, intensity, eyes);
	}
}
