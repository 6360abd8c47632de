package io.github.hyojo.data;

import io.github.hyojo.HyojoException;

import java.util.Locale;

/**
 * What is known about one face image.
 *
 * @param file where the image came from: its path relative to the imported folder, with {@code /} separators; unique
 *          within a dataset
 * @param subject whose face it is; unique within a dataset
 * @param sequence which recording of the subject it belongs to; empty if the subject has only one
 * @param frame number of the frame within its sequence, 0 or greater
 * @param expression class that the sequence is labelled with, by its common name (see {@link Expression}) where it has
 *          one; null if unknown
 * @param intensity how far the expression has developed, from 0 (neutral) to 1 (apex); null if unknown
 */
public record Face(String file, String subject, String sequence, int frame, String expression, Double intensity) {

	private static final String MIRRORED = " mirrored";

	/**
	 * Checks the values; a blank expression becomes null, a missing sequence becomes empty.
	 *
	 * @throws HyojoException if file or subject is blank, the frame negative, or the intensity not within 0 to 1
	 */
	public Face {
		if (file == null || file.isBlank()) throw new HyojoException("A face has no file name; give each face one.");
		if (subject == null || subject.isBlank()) {
			throw new HyojoException("The face " + file + " has no subject; say whose face it is.");
		}
		if (frame < 0) {
			throw new HyojoException("The face " + file + " has the frame number " + frame + "; use 0 or greater.");
		}
		if (intensity != null && !(intensity >= 0 && intensity <= 1)) {
			throw new HyojoException("The face " + file + " has the intensity " + intensity +
				"; use a number from 0 to 1.");
		}
		if (sequence == null) sequence = "";
		if (expression != null && expression.isBlank()) expression = null;
	}

	/** @return what is known about its mirror image, which counts as that of another subject */
	Face mirrored() {
		return new Face(file + MIRRORED, subject + MIRRORED, sequence, frame, expression, intensity);
	}

	/**
	 * Names the face where people see it, as a slice's label in ImageJ.
	 *
	 * @return two lines: subject, expression and intensity ({@code S001 surprise 1.00}), or subject, sequence and frame
	 *         ({@code S001 002 11}) if expression or intensity is unknown; then the file
	 */
	public String label() {
		String known = expression != null && intensity != null //
			? String.format(Locale.ROOT, "%s %s %.2f", subject, expression, intensity)
			: sequence.isBlank() ? subject + " " + frame : subject + " " + sequence + " " + frame;
		// names come from folders and tables, where a line may break
		return known.replaceAll("\\R", " ") + "\n" + file;
	}
}
