package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.apache.commons.math3.util.MathArrays;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;

/**
 * Whether an interpolation goes straight: 64 times z_e is blended in nine equal steps from one expression of a subject to
 * another one of it, with the identity of the first face, drawn and encoded again. The length of the path over the
 * distance of its ends, mean over the interpolations, in the space of z_e and in that of the pixels' colours: 1 is
 * straight and steady.
 */
final class PathLength implements Measure {

	private static final int INTERPOLATIONS = 64;
	private static final int STEPS = 9;

	@Override
	public List<MeasuredValue> of(EncodedDataset data, Progress progress) {
		List<MeasuredValue> values = new ArrayList<>();
		for (EncodedPart part : data.parts()) {
			int[][] ends = ends(part, new Random(data.settings().seed()));
			if (ends.length == 0) continue;
			List<String> subjects = IntStream.range(0, ends.length * STEPS).mapToObj(i -> part.faces().faces().get(ends[i
				/ STEPS][0]).subject()).toList();
			FaceDataset drawn = data.draw(blend(part.features(), ends), subjects, part.faces(), progress);
			double[][] features = data.encode(drawn, progress).expression();
			add(values, part, "Path ratio, features", ends.length, i -> features[i]);
			// not all at once: at 128 pixels that would be some hundred megabytes
			add(values, part, "Path ratio, pixels", ends.length, i -> Pixels.of(drawn.images(), i).rgb());
		}
		return values;
	}

	/** @return pairs of faces of one subject that show different expressions; none if there are none */
	private static int[][] ends(EncodedPart part, Random random) {
		RecognitionSet shown = part.recognition();
		List<Face> faces = part.shownFaces();
		List<int[]> ends = new ArrayList<>();
		for (int a : random.ints(INTERPOLATIONS, 0, shown.count()).toArray()) {
			int[] others = IntStream.range(0, shown.count()).filter(b -> faces.get(b).subject().equals(faces.get(a).subject())
				&& !shown.labels().get(b).equals(shown.labels().get(a))).toArray();
			if (others.length == 0) continue;
			int b = others[random.nextInt(others.length)];
			ends.add(new int[] { shown.indices()[a], shown.indices()[b] });
		}
		return ends.toArray(int[][]::new);
	}

	private static FeatureRows blend(FeatureRows features, int[][] ends) {
		double[][] identity = new double[ends.length * STEPS][];
		double[][] expression = new double[ends.length * STEPS][features.expression()[0].length];
		for (int i = 0; i < identity.length; i++) {
			double[] from = features.expression()[ends[i / STEPS][0]];
			double[] to = features.expression()[ends[i / STEPS][1]];
			double t = (double) (i % STEPS) / (STEPS - 1);
			identity[i] = features.identity()[ends[i / STEPS][0]];
			for (int d = 0; d < from.length; d++) expression[i][d] = (1 - t) * from[d] + t * to[d];
		}
		return new FeatureRows(identity, expression);
	}

	private static void add(List<MeasuredValue> values, EncodedPart part, String name, int paths,
		IntFunction<double[]> points)
	{
		DoubleStream ratios = IntStream.range(0, paths).mapToDouble(path -> ratio(IntStream.range(path * STEPS, (path + 1)
			* STEPS).mapToObj(points).toList()));
		// a path whose ends are one has no ratio
		ratios.filter(Double::isFinite).average().ifPresent(mean -> values.add(part.value(name, mean)));
	}

	private static double ratio(List<double[]> points) {
		double length = 0;
		for (int i = 1; i < STEPS; i++) length += MathArrays.distance(points.get(i - 1), points.get(i));
		return length / MathArrays.distance(points.get(0), points.get(STEPS - 1));
	}
}
