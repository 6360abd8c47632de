package io.github.hyojo.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses frames at equal steps. */
public final class FrameSampling {

	private FrameSampling() {}

	/**
	 * Takes some frames of each sequence of each subject.
	 *
	 * @param faces those of a dataset, in any order
	 * @param n how many to take of a sequence; 0 takes all
	 * @return the positions of those taken, sequence by sequence in the order in which they first appear
	 */
	static int[] perSequence(List<Face> faces, int n) {
		Map<List<String>, List<Integer>> sequences = new LinkedHashMap<>();
		for (int i = 0; i < faces.size(); i++) {
			Face face = faces.get(i);
			sequences.computeIfAbsent(List.of(face.subject(), face.sequence()), key -> new ArrayList<>()).add(i);
		}
		sequences.values().forEach(frames -> frames.sort(Comparator.comparing(i -> faces.get(i).frame())));
		return sequences.values().stream().flatMap(frames -> equalSteps(frames, n).stream()).mapToInt(Integer::intValue)
			.toArray();
	}

	/**
	 * Takes n of m frames, at the positions round(i (m - 1) / (n - 1)): the first, the last (the apex), and those at
	 * equal steps between them. One frame alone is the last.
	 *
	 * @param <T> what a frame is
	 * @param frames the m frames of a sequence, in order
	 * @param n how many to take; 0, or m and more, takes all
	 * @return the frames taken, in order
	 */
	public static <T> List<T> equalSteps(List<T> frames, int n) {
		int last = frames.size() - 1;
		if (n == 0 || n > last) return frames;
		if (n == 1) return List.of(frames.get(last));
		List<T> taken = new ArrayList<>();
		for (int i = 0; i < n; i++) taken.add(frames.get((int) Math.round((double) i * last / (n - 1))));
		return taken;
	}
}
