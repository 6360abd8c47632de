package io.github.hyojo.imagej;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Expression;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.exploration.ExploredFaces;

/** Faces of a dataset or an image, as they are explored. */
public final class FacesToExplore {

	private FacesToExplore() {}

	/**
	 * @param dataset N faces
	 * @return the same; their expression is neutral where the intensity is 0, whatever the sequence is labelled with
	 */
	public static ExploredFaces of(FaceDataset dataset) {
		Map<String, List<String>> columns = new LinkedHashMap<>(DatasetImage.columns(dataset));
		columns.put("expression", dataset.faces().stream().map(FacesToExplore::shown).toList());
		return new ExploredFaces(dataset.images(), dataset.faces().stream().map(face -> FaceStack.firstLine(face.label()))
			.toList(), columns);
	}

	/**
	 * @param stack N faces
	 * @param progress hears of every face
	 * @return a copy of them
	 */
	public static ExploredFaces of(FaceStack stack, Progress progress) {
		return new ExploredFaces(ExploredFaces.copy(stack, progress), stack.labels(), Map.of());
	}

	/**
	 * @param faces N faces
	 * @param column a heading
	 * @return N names of groups: what the column says, "unknown" where it says nothing or there is no such column
	 */
	public static List<String> groups(ExploredFaces faces, String column) {
		List<String> groups = new ArrayList<>();
		List<String> texts = faces.columns().get(column);
		for (int n = 0; n < faces.count(); n++) {
			groups.add(texts == null || texts.get(n).isBlank() ? "unknown" : texts.get(n));
		}
		return groups;
	}

	private static String shown(Face face) {
		if (face.expression() == null) return "";
		boolean neutral = face.intensity() != null && face.intensity() == 0;
		return neutral ? Expression.NEUTRAL.label() : face.expression();
	}
}
