package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.GroundTruth;
import io.github.hyojo.op.Features;

/**
 * What measures look at.
 *
 * @param method what is evaluated
 * @param parts those that the method serves, encoded
 * @param settings of the evaluation
 * @param truth continuous ground truth, if there is any
 */
record EncodedDataset(TrainedMethod method, List<EncodedPart> parts, EvaluationSettings settings,
	Optional<GroundTruth> truth) {

	/** @return a part, if the method serves it */
	Optional<EncodedPart> part(Part part) {
		return parts.stream().filter(encoded -> encoded.part() == part).findFirst();
	}

	/**
	 * Draws faces.
	 *
	 * @param features of N faces, mixed in any way
	 * @param subjects whose identity each of them has
	 * @param like where the subjects are from
	 * @param progress hears of every batch
	 * @return N faces
	 * @throws CancellationException if the progress is canceled
	 */
	FaceDataset draw(FeatureRows features, List<String> subjects, FaceDataset like, Progress progress) {
		Features wanted = features.features();
		List<Face> faces = new ArrayList<>();
		for (String subject : subjects) faces.add(new Face("drawn " + faces.size(), subject, "", 0, null, null));
		Set<String> held = new HashSet<>(like.testSubjects());
		held.retainAll(subjects);
		return new FaceDataset(method.decode(wanted.identity(), wanted.expression(), progress), faces, held, like
			.settings());
	}

	/**
	 * Encodes faces.
	 *
	 * @param faces N faces
	 * @param progress hears of every batch
	 * @return the features that the method finds in them
	 * @throws CancellationException if the progress is canceled
	 */
	FeatureRows encode(FaceDataset faces, Progress progress) {
		return FeatureRows.of(method.encode(faces, progress));
	}
}
