package io.github.hyojo.imagej;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import ij.ImagePlus;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;

/** A face dataset as ImageJ shows it: an RGB stack whose slices are named by their files, and columns of a table. */
public final class DatasetImage {

	private DatasetImage() {}

	/**
	 * @param dataset its faces
	 * @param title of the image
	 * @return a new image that is not shown yet
	 */
	public static ImagePlus of(FaceDataset dataset, String title) {
		return FaceStack.toImage(title, dataset.images(), dataset.faces().stream().map(Face::file).toList());
	}

	/**
	 * @param dataset N faces
	 * @return what is known about each, as N texts by heading; empty where nothing is known
	 */
	public static Map<String, List<String>> columns(FaceDataset dataset) {
		Map<String, List<String>> columns = new LinkedHashMap<>();
		columns.put("subject", column(dataset, Face::subject));
		columns.put("sequence", column(dataset, Face::sequence));
		columns.put("frame", column(dataset, Face::frame));
		columns.put("expression", column(dataset, Face::expression));
		columns.put("intensity", column(dataset, Face::intensity));
		columns.put("test", column(dataset, face -> dataset.testSubjects().contains(face.subject())));
		return columns;
	}

	private static List<String> column(FaceDataset dataset, Function<Face, Object> value) {
		return dataset.faces().stream().map(value).map(text -> text == null ? "" : text.toString()).toList();
	}
}
