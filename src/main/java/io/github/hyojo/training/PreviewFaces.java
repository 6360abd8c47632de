package io.github.hyojo.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;

/**
 * The fixed examples of a preview.
 *
 * @param identities the first face of up to six subjects
 * @param expressions up to six faces of one subject: the last of each of its sequences
 */
record PreviewFaces(FaceDataset identities, FaceDataset expressions) {

	private static final int EACH = 6;

	static PreviewFaces of(FaceDataset faces) {
		Map<String, Integer> first = new LinkedHashMap<>();
		Map<String, Integer> last = new LinkedHashMap<>();
		String subject = faces.subjects().get(0);
		for (int i = 0; i < faces.count(); i++) {
			Face face = faces.faces().get(i);
			first.putIfAbsent(face.subject(), i);
			if (face.subject().equals(subject)) last.put(face.sequence(), i);
		}
		return new PreviewFaces(select(faces, first), select(faces, last));
	}

	private static FaceDataset select(FaceDataset faces, Map<String, Integer> indices) {
		List<Integer> all = new ArrayList<>(indices.values());
		return faces.select(all.stream().limit(EACH).mapToInt(Integer::intValue).toArray());
	}
}
