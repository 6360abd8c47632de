package io.github.hyojo.training;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a training is, between two steps.
 *
 * @param epoch the epoch under way, from 1; one more than there are when the training is done
 * @param step steps of it that are done
 * @param totalSteps steps of all epochs that are done
 * @param sums of the losses of the steps done in this epoch
 */
record TrainingState(int epoch, int step, long totalSteps, Map<String, Double> sums) {

	static final TrainingState START = new TrainingState(1, 0, 0, Map.of());

	TrainingState {
		sums = new TreeMap<>(sums);
	}

	TrainingState afterStep(Map<String, Double> losses) {
		Map<String, Double> added = new TreeMap<>(sums);
		losses.forEach((name, value) -> added.merge(name, value, Double::sum));
		return new TrainingState(epoch, step + 1, totalSteps + 1, added);
	}

	TrainingState nextEpoch() {
		return new TrainingState(epoch + 1, 0, totalSteps, Map.of());
	}

	/** Mean of each loss over the steps done in this epoch. */
	Map<String, Double> means() {
		Map<String, Double> means = new TreeMap<>(sums);
		means.replaceAll((name, sum) -> sum / step);
		return means;
	}
}
