package io.github.hyojo.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Faces that show what a model can do, always the same ones of a dataset, as positions in it.
 *
 * @param identities the first face of up to six subjects
 * @param expressions up to six faces of the first subject: the last of each of its sequences
 */
public record ExampleFaces(int[] identities, int[] expressions) {

	private static final int EACH = 6;

	/**
	 * @param faces at least one
	 * @return examples among them
	 */
	public static ExampleFaces of(FaceDataset faces) {
		Map<String, Integer> first = new LinkedHashMap<>();
		Map<String, Integer> last = new LinkedHashMap<>();
		String subject = faces.subjects().get(0);
		for (int i = 0; i < faces.count(); i++) {
			Face face = faces.faces().get(i);
			first.putIfAbsent(face.subject(), i);
			if (face.subject().equals(subject)) last.put(face.sequence(), i);
		}
		return new ExampleFaces(some(first), some(last));
	}

	private static int[] some(Map<String, Integer> indices) {
		List<Integer> all = new ArrayList<>(indices.values());
		return all.stream().limit(EACH).mapToInt(Integer::intValue).toArray();
	}
}
