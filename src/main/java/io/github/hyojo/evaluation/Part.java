package io.github.hyojo.evaluation;

import java.util.Locale;

/** A part of a dataset, by subject. */
public enum Part {

	/** The subjects that are trained on. */
	TRAINING,
	/** The subjects that are held out. */
	TEST;

	/** @return the part as a column of a table is headed: Training or Test */
	public String label() {
		return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
	}
}
