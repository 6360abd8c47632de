package io.github.hyojo.evaluation;

import java.util.List;
import java.util.stream.IntStream;

import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;

/**
 * A part of a dataset with the features of its faces, which all measures share.
 *
 * @param part which
 * @param faces its N faces
 * @param features of the N faces
 * @param recognition the faces in which an expression shows
 */
record EncodedPart(Part part, FaceDataset faces, FeatureRows features, RecognitionSet recognition) {

	/** @return the features of the faces in which an expression shows */
	FeatureRows shownFeatures() {
		return features.select(recognition.indices());
	}

	/** @return the faces in which an expression shows */
	List<Face> shownFaces() {
		return IntStream.of(recognition.indices()).mapToObj(faces.faces()::get).toList();
	}

	/** @return a value that was measured here, without trials */
	MeasuredValue value(String measure, double value) {
		return new MeasuredValue(measure, part, value, null, null);
	}
}
