package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.GroundTruth;

/**
 * Whether z_e is linear in what is known to have been done: R2 on unseen subjects of a {@link RidgeRegression} from z_e to
 * each column of a table of continuous ground truth, fitted on the training subjects' faces; and the mean of the columns
 * that vary in both parts.
 */
final class TruthRegression implements Measure {

	@Override
	public List<MeasuredValue> of(EncodedDataset data, Progress progress) {
		Optional<EncodedPart> training = data.part(Part.TRAINING);
		Optional<EncodedPart> test = data.part(Part.TEST);
		if (data.truth().isEmpty() || training.isEmpty() || test.isEmpty()) return List.of();
		progress.checkCanceled();
		progress.report("Regressing on ground truth", 0, 1);
		GroundTruth truth = data.truth().get();
		Known fitted = known(training.get(), truth);
		Known judged = known(test.get(), truth);
		if (fitted.features.length == 0 || judged.features.length == 0) return List.of();
		double[] r2 = new RidgeRegression(fitted.features, fitted.targets).r2(judged.features, judged.targets);
		List<MeasuredValue> columns = new ArrayList<>();
		for (int t = 0; t < r2.length; t++) {
			if (varies(fitted.targets, t) && varies(judged.targets, t)) columns.add(test.get().value("R2 of " + truth.columns().get(t), r2[t]));
		}
		List<MeasuredValue> values = new ArrayList<>();
		columns.stream().mapToDouble(MeasuredValue::mean).average().ifPresent(mean -> values.add(test.get().value("R2",
			mean)));
		values.addAll(columns);
		return values;
	}

	private static boolean varies(double[][] targets, int column) {
		return Arrays.stream(targets).anyMatch(row -> row[column] != targets[0][column]);
	}

	/** The faces of which the truth is known. */
	private record Known(double[][] features, double[][] targets) {}

	private static Known known(EncodedPart part, GroundTruth truth) {
		List<Face> faces = part.faces().faces();
		int[] found = IntStream.range(0, faces.size()).filter(i -> truth.values().containsKey(faces.get(i).file()))
			.toArray();
		double[][] targets = IntStream.of(found).mapToObj(i -> truth.values().get(faces.get(i).file())).toArray(
			double[][]::new);
		return new Known(part.features().select(found).expression(), targets);
	}
}
