package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.hyojo.data.Expression;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FrameSampling;

/**
 * The faces of a dataset in which an expression shows, and which.
 * <ul>
 * <li>A face whose intensity reaches the threshold shows the class of its label.</li>
 * <li>A face of intensity 0 shows the class neutral, and so does one that is labelled neutral. Every sequence begins
 * with one, so they are thinned: a subject keeps at most as many as it has faces of its most frequent other class, at
 * equal steps.</li>
 * <li>A face without intensity shows the class of its label.</li>
 * <li>A face without label, or of an intensity in between, is left out.</li>
 * </ul>
 *
 * @param indices positions of these faces among those that were looked through, ascending
 * @param labels the class of each
 */
record RecognitionSet(int[] indices, List<String> labels) {

	private static final String NEUTRAL = Expression.NEUTRAL.label();

	/**
	 * @param faces to look through
	 * @param threshold intensity from which on an expression counts as showing
	 * @return those in which an expression shows
	 */
	static RecognitionSet of(List<Face> faces, double threshold) {
		Map<String, Subject> subjects = new HashMap<>();
		for (int i = 0; i < faces.size(); i++) {
			String label = label(faces.get(i), threshold);
			if (label != null) subjects.computeIfAbsent(faces.get(i).subject(), name -> new Subject()).add(i, label);
		}
		Map<Integer, String> labels = new TreeMap<>();
		subjects.values().forEach(subject -> subject.addTo(labels));
		return new RecognitionSet(labels.keySet().stream().mapToInt(i -> i).toArray(), List.copyOf(labels.values()));
	}

	/** @return number of faces */
	int count() {
		return indices.length;
	}

	/** @return the classes that show, each once */
	List<String> classes() {
		return Expression.inOrder(labels);
	}

	private static String label(Face face, double threshold) {
		String label = face.expression();
		if (label == null || label.equals(NEUTRAL) || face.intensity() == null) return label;
		if (face.intensity() == 0) return NEUTRAL;
		return face.intensity() >= threshold ? label : null;
	}

	/** The positions of a subject's faces by class. */
	private static final class Subject {

		private final Map<String, List<Integer>> classes = new HashMap<>();

		private void add(int index, String label) {
			classes.computeIfAbsent(label, name -> new ArrayList<>()).add(index);
		}

		private void addTo(Map<Integer, String> labels) {
			List<Integer> neutral = classes.getOrDefault(NEUTRAL, List.of());
			classes.remove(NEUTRAL);
			int most = classes.values().stream().mapToInt(List::size).max().orElse(0);
			classes.forEach((label, indices) -> indices.forEach(i -> labels.put(i, label)));
			// none of a subject who shows nothing else
			if (most > 0) FrameSampling.equalSteps(neutral, most).forEach(i -> labels.put(i, NEUTRAL));
		}
	}
}
