package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;

/**
 * Whether a swap keeps what it should: 256 faces with the identity of one and the expression of another subject's face
 * are drawn and encoded again. The squared distances of z_i and of z_e to the originals', mean over the swaps, are given
 * relative to the variance of the originals' (mean squared distance to their mean): 0 is perfect, 1 as bad as if the
 * features were always the mean.
 */
final class SwapConsistency implements Measure {

	private static final int SWAPS = 256;

	@Override
	public List<MeasuredValue> of(EncodedDataset data, Progress progress) {
		List<MeasuredValue> values = new ArrayList<>();
		for (EncodedPart part : data.parts()) {
			List<String> subjects = part.shownFaces().stream().map(Face::subject).toList();
			FeatureRows features = part.shownFeatures();
			if (!features.hasIdentity() || subjects.stream().distinct().count() < 2) continue;
			Random random = new Random(data.settings().seed());
			int[] who = random.ints(SWAPS, 0, features.count()).toArray();
			int[] what = IntStream.of(who).map(i -> ofAnother(subjects, i, random)).toArray();
			FeatureRows wanted = new FeatureRows(features.select(who).identity(), features.select(what).expression());
			List<String> drawn = IntStream.of(who).mapToObj(subjects::get).toList();
			FeatureRows found = data.encode(data.draw(wanted, drawn, part.faces(), progress), progress);
			add(values, part, "Swap error of z_i", found.identity(), wanted.identity(), features.identity());
			add(values, part, "Swap error of z_e", found.expression(), wanted.expression(), features.expression());
		}
		return values;
	}

	private static int ofAnother(List<String> subjects, int i, Random random) {
		int other = i;
		while (subjects.get(other).equals(subjects.get(i))) other = random.nextInt(subjects.size());
		return other;
	}

	private static void add(List<MeasuredValue> values, EncodedPart part, String name, double[][] found,
		double[][] wanted, double[][] all)
	{
		double variance = variance(all);
		if (variance > 0) values.add(part.value(name, meanSquaredDistance(found, wanted) / variance));
	}

	private static double variance(double[][] rows) {
		double[] means = Standardization.of(rows).means();
		return meanSquaredDistance(rows, IntStream.range(0, rows.length).mapToObj(i -> means).toArray(double[][]::new));
	}

	private static double meanSquaredDistance(double[][] a, double[][] b) {
		double sum = 0;
		for (int n = 0; n < a.length; n++) {
			for (int d = 0; d < a[n].length; d++) sum += (a[n][d] - b[n][d]) * (a[n][d] - b[n][d]);
		}
		return sum / a.length;
	}
}
