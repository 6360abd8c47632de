package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;

/**
 * Whether z_e goes with the time of a sequence: Spearman's rank correlation between the frames' order and how far z_e has
 * come on the line from that of the first to that of the last frame, (z - first)(last - first); mean over the sequences
 * of at least four frames, from -1 to 1.
 */
final class FrameOrder implements Measure {

	private static final int SHORTEST = 4;

	@Override
	public List<MeasuredValue> of(EncodedDataset data, Progress progress) {
		List<MeasuredValue> values = new ArrayList<>();
		for (EncodedPart part : data.parts()) {
			progress.checkCanceled();
			double[][] z = part.features().expression();
			sequences(part.faces().faces()).stream().map(frames -> correlation(frames.stream().map(i -> z[i]).toArray(
				double[][]::new))).filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).average()
				.ifPresent(mean -> values.add(part.value("Frame order (rho)", mean)));
		}
		return values;
	}

	/** @return for each sequence that is long enough its faces' positions, in the order of their frames */
	private static List<List<Integer>> sequences(List<Face> faces) {
		Map<List<String>, List<Integer>> sequences = new LinkedHashMap<>();
		for (int i = 0; i < faces.size(); i++) {
			Face face = faces.get(i);
			sequences.computeIfAbsent(List.of(face.subject(), face.sequence()), name -> new ArrayList<>()).add(i);
		}
		sequences.values().forEach(frames -> frames.sort(Comparator.comparingInt(i -> faces.get(i).frame())));
		return sequences.values().stream().filter(frames -> frames.size() >= SHORTEST).toList();
	}

	/**
	 * @param frames features of a sequence's frames in their order
	 * @return the rank correlation; none if the progress is the same in all
	 */
	private static OptionalDouble correlation(double[][] frames) {
		double[] first = frames[0];
		double[] last = frames[frames.length - 1];
		double[] order = new double[frames.length];
		double[] progress = new double[frames.length];
		for (int f = 0; f < frames.length; f++) {
			order[f] = f;
			for (int d = 0; d < first.length; d++) progress[f] += (frames[f][d] - first[d]) * (last[d] - first[d]);
		}
		double correlation = new SpearmansCorrelation().correlation(order, progress);
		return Double.isNaN(correlation) ? OptionalDouble.empty() : OptionalDouble.of(correlation);
	}
}
