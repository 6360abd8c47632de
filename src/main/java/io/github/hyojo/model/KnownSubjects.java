package io.github.hyojo.model;

import java.util.List;

import io.github.hyojo.HyojoException;

/**
 * The training subjects of a conditional model, which are its identity features: the one of the subject is 1, all
 * others are 0.
 *
 * @param names of the I subjects, in the order of the features
 */
public record KnownSubjects(List<String> names) {

	/** Copies the list. */
	public KnownSubjects {
		names = List.copyOf(names);
	}

	/**
	 * @param subjects of some faces
	 * @throws HyojoException if the model was not trained on one of them
	 */
	public void check(List<String> subjects) {
		for (String subject : subjects) {
			if (names.contains(subject)) continue;
			throw new HyojoException("The model knows the subjects it was trained on only, and " + subject
				+ " is none of them: use faces of its training subjects, or a model with an identity encoder.");
		}
	}

	/**
	 * @param subjects of N faces
	 * @return N x I identity features
	 * @throws HyojoException if the model was not trained on a subject
	 */
	public float[] code(List<String> subjects) {
		check(subjects);
		float[] code = new float[subjects.size() * names.size()];
		for (int i = 0; i < subjects.size(); i++) {
			code[i * names.size() + names.indexOf(subjects.get(i))] = 1;
		}
		return code;
	}
}
