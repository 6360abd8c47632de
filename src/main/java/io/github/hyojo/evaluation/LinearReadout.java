package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;

/**
 * What a linear classifier reads from the features, in percent of the faces in which an expression shows: the subject
 * from z_e and the expression from z_i, which are leaks, and the expression from z_e and the subject from z_i, which are
 * wanted. Each face is judged by a {@link LinearDiscriminant} of the faces of other folds, of which there are four. The
 * expression is read from subjects that the classifier has not seen, the subject from sequences that it has not seen: two
 * frames of one sequence look alike in everything. Chance is the share of the most frequent class.
 */
final class LinearReadout implements Measure {

	private static final int FOLDS = 4;

	@Override
	public List<MeasuredValue> of(EncodedDataset data, Progress progress) {
		List<MeasuredValue> values = new ArrayList<>();
		for (EncodedPart part : data.parts()) {
			FeatureRows features = part.shownFeatures();
			List<String> subjects = part.shownFaces().stream().map(Face::subject).toList();
			List<String> labels = part.recognition().labels();
			int[] sequences = sequenceFolds(part.shownFaces());
			int[] people = folds(subjects);
			progress.checkCanceled();
			progress.report("Reading subjects and expressions from features", 0, 1);
			add(values, "Subject from z_e (%)", part, features.expression(), subjects, sequences);
			add(values, "Expression from z_e (%)", part, features.expression(), labels, people);
			if (!features.hasIdentity()) continue;
			add(values, "Subject from z_i (%)", part, features.identity(), subjects, sequences);
			add(values, "Expression from z_i (%)", part, features.identity(), labels, people);
		}
		return values;
	}

	private static void add(List<MeasuredValue> values, String name, EncodedPart part, double[][] features,
		List<String> classes, int[] folds)
	{
		if (classes.stream().distinct().count() < 2 || IntStream.of(folds).distinct().count() < 2) return;
		values.add(new MeasuredValue(name, part.part(), accuracy(features, classes, folds), null, chance(classes)));
	}

	/**
	 * @param features N x D
	 * @param classes N
	 * @param folds N, those of a face that are fitted to are of other folds than its own
	 * @return percentage of faces whose class is found
	 */
	static double accuracy(double[][] features, List<String> classes, int[] folds) {
		List<String> names = classes.stream().distinct().toList();
		int[] labels = classes.stream().mapToInt(names::indexOf).toArray();
		int right = 0;
		for (int fold : IntStream.of(folds).distinct().toArray()) {
			int[] fitted = IntStream.range(0, folds.length).filter(i -> folds[i] != fold).toArray();
			int[] judged = IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray();
			int[] found = new LinearDiscriminant(select(features, fitted), IntStream.of(fitted).map(i -> labels[i]).toArray(),
				names.size()).predict(select(features, judged));
			for (int i = 0; i < judged.length; i++) {
				if (found[i] == labels[judged[i]]) right++;
			}
		}
		return 100.0 * right / folds.length;
	}

	private static double chance(List<String> classes) {
		Map<String, Integer> counts = new HashMap<>();
		for (String name : classes) counts.merge(name, 1, Integer::sum);
		return 100.0 * counts.values().stream().mapToInt(i -> i).max().orElseThrow() / classes.size();
	}

	/** Deals groups out to the folds in the order in which they appear. */
	private static int[] folds(List<String> groups) {
		List<String> names = groups.stream().distinct().toList();
		return groups.stream().mapToInt(group -> names.indexOf(group) % FOLDS).toArray();
	}

	/** Deals the sequences of each subject out to the folds; where a subject has only one, its faces. */
	private static int[] sequenceFolds(List<Face> faces) {
		int[] folds = new int[faces.size()];
		for (String subject : faces.stream().map(Face::subject).distinct().toList()) {
			int[] own = IntStream.range(0, folds.length).filter(i -> faces.get(i).subject().equals(subject)).toArray();
			boolean one = IntStream.of(own).mapToObj(i -> faces.get(i).sequence()).distinct().count() == 1;
			Function<Face, String> group = one ? Face::file : Face::sequence;
			int[] dealt = folds(IntStream.of(own).mapToObj(i -> group.apply(faces.get(i))).toList());
			for (int i = 0; i < own.length; i++) folds[own[i]] = dealt[i];
		}
		return folds;
	}

	private static double[][] select(double[][] rows, int[] indices) {
		return IntStream.of(indices).mapToObj(i -> rows[i]).toArray(double[][]::new);
	}
}
