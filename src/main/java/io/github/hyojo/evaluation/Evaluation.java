package io.github.hyojo.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.GroundTruth;

/** How well a trained method recognises expressions and separates them from identity. */
public final class Evaluation {

	/** The name of the paper's measure among the values. */
	public static final String RECOGNITION = "Recognition (%)";

	/** What is measured beside it, in the order in which it is shown. */
	private static final List<Measure> MEASURES = List.of(new LinearReadout(), new SwapConsistency(), new FrameOrder(),
		new PathLength(), new Reconstruction(), new TruthRegression());

	private Evaluation() {}

	/** Finds before a training what an evaluation of methods that serve everybody would find after it. */
	static void check(FaceDataset dataset, EvaluationSettings settings) {
		checkLabels(dataset, settings);
		for (Part part : Part.values()) {
			FaceDataset faces = part == Part.TRAINING ? dataset.training() : dataset.test();
			if (faces.count() > 0) checkCount(part, RecognitionSet.of(faces.faces(), settings.threshold()), settings);
		}
		truth(dataset, settings);
	}

	/**
	 * Measures a trained method on a labelled dataset, apart for the subjects that are not held out (training) and those
	 * that are (test).
	 *
	 * @param method what was trained
	 * @param dataset all frames of labelled sequences
	 * @param settings clusters, trials, seed ...
	 * @param progress hears of every step
	 * @return the values; those are missing that a method does not have, such as all of test subjects where it serves
	 *         none
	 * @throws HyojoException if the dataset has no labels, fewer classes or images than clusters, a class of one subject
	 *           alone, or faces of another size than the method's, or if the ground truth cannot be read or is of
	 *           other faces
	 * @throws CancellationException if the progress is canceled
	 */
	public static EvaluationResult of(TrainedMethod method, FaceDataset dataset, EvaluationSettings settings,
		Progress progress)
	{
		checkLabels(dataset, settings);
		Optional<GroundTruth> truth = truth(dataset, settings);
		EncodedDataset data = new EncodedDataset(method, encode(method, dataset, settings, progress), settings, truth);
		List<MeasuredValue> values = new ArrayList<>();
		List<Confusion> confusions = new ArrayList<>();
		for (EncodedPart part : data.parts()) {
			Recognition recognition = Recognition.of(part.shownFeatures().expression(), part.recognition().labels(), part
				.part(), settings, progress);
			values.add(new MeasuredValue(RECOGNITION, part.part(), recognition.mean(), recognition.standardDeviation(),
				null));
			confusions.add(recognition.confusion());
		}
		for (Measure measure : MEASURES) values.addAll(measure.of(data, progress));
		EncodedPart last = data.parts().get(data.parts().size() - 1);
		return new EvaluationResult(values, confusions, ExpressionMap.of(last));
	}

	private static List<EncodedPart> encode(TrainedMethod method, FaceDataset dataset, EvaluationSettings settings,
		Progress progress)
	{
		Map<Part, FaceDataset> served = new EnumMap<>(Part.class);
		Map<Part, RecognitionSet> shown = new EnumMap<>(Part.class);
		for (Part part : Part.values()) {
			FaceDataset faces = part == Part.TRAINING ? dataset.training() : dataset.test();
			if (faces.count() == 0 || !method.serves(faces)) continue;
			served.put(part, faces);
			shown.put(part, RecognitionSet.of(faces.faces(), settings.threshold()));
			checkCount(part, shown.get(part), settings);
		}
		List<EncodedPart> parts = new ArrayList<>();
		served.forEach((part, faces) -> parts.add(new EncodedPart(part, faces, FeatureRows.of(method.encode(faces,
			progress)), shown.get(part))));
		return parts;
	}

	private static Optional<GroundTruth> truth(FaceDataset dataset, EvaluationSettings settings) {
		if (settings.truth().isBlank()) return Optional.empty();
		GroundTruth truth = GroundTruth.read(Path.of(settings.truth()));
		if (dataset.faces().stream().map(Face::file).noneMatch(truth.values()::containsKey)) {
			throw new HyojoException("The ground truth in " + settings.truth() + " knows none of the dataset's faces, such as "
				+ dataset.faces().get(0).file() + ": give the table of this dataset's files.");
		}
		return Optional.of(truth);
	}

	private static void checkLabels(FaceDataset dataset, EvaluationSettings settings) {
		if (dataset.faces().stream().allMatch(face -> face.expression() == null)) {
			throw new HyojoException("The dataset has no expression labels, which recognition needs: import the faces with "
				+ "their labels.");
		}
		RecognitionSet shown = RecognitionSet.of(dataset.faces(), settings.threshold());
		if (shown.count() == 0) {
			throw new HyojoException("No face shows its labelled expression at an intensity of " + settings.threshold()
				+ " or more: lower the threshold, or import all frames.");
		}
		List<String> classes = shown.classes();
		if (classes.size() < settings.clusters()) {
			throw new HyojoException("The dataset shows " + classes.size() + " expression classes (" + String.join(", ", classes)
				+ "), fewer than the " + settings.clusters() + " clusters: set the number of clusters to " + classes.size()
				+ ".");
		}
		subjectsByClass(dataset.faces(), shown).forEach((label, subjects) -> {
			if (subjects.size() == 1) {
				throw new HyojoException("Only the subject " + subjects.first() + " shows the expression " + label
					+ ", so it cannot be told from the person: add others who show it, or remove the label.");
			}
		});
	}

	private static Map<String, TreeSet<String>> subjectsByClass(List<Face> faces, RecognitionSet shown) {
		Map<String, TreeSet<String>> subjects = new TreeMap<>();
		for (int i = 0; i < shown.count(); i++) {
			subjects.computeIfAbsent(shown.labels().get(i), label -> new TreeSet<>()).add(faces.get(shown.indices()[i])
				.subject());
		}
		return subjects;
	}

	private static void checkCount(Part part, RecognitionSet shown, EvaluationSettings settings) {
		if (shown.count() >= settings.clusters()) return;
		throw new HyojoException("There are " + shown.count() + " images of " + part.label().toLowerCase(Locale.ROOT)
			+ " subjects in which an expression shows, fewer than the " + settings.clusters()
			+ " clusters: add images, or set a smaller number of clusters.");
	}
}
