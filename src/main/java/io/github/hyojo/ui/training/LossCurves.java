package io.github.hyojo.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.Stage;
import io.github.hyojo.training.TrainingListener;

/**
 * The losses of a training as curves, one per stage and round. Steps are taken together so that a curve has some
 * thousand points at most. Other threads may look while one trains.
 */
final class LossCurves implements TrainingListener {

	/** Points of the steps, in all stages together. */
	private static final int POINTS = 3000;
	private static final int MOST_PER_EPOCH = 20;

	/**
	 * Means over some steps or an epoch.
	 *
	 * @param x the middle of them, in epochs of the training
	 * @param losses by name
	 */
	record Point(double x, Map<String, Double> losses) {}

	/**
	 * @param round from 1
	 * @param stage whose losses they are
	 * @param steps in order
	 * @param epochs in order
	 */
	record Curve(int round, Stage stage, List<Point> steps, List<Point> epochs) {}

	private final List<Curve> curves = new ArrayList<>();
	private int perEpoch;
	private int group;
	private long version;
	private final Map<String, Double> sums = new TreeMap<>();
	private int summed;

	@Override
	public synchronized void started(Plan plan) {
		curves.clear();
		sums.clear();
		summed = 0;
		perEpoch = plan.stepsPerEpoch();
		int points = Math.max(1, Math.min(MOST_PER_EPOCH, POINTS / plan.settings().schedule().size()));
		group = Math.max(1, perEpoch / points);
		plan.history().forEach(this::epochDone);
		version++;
	}

	@Override
	public synchronized void stepDone(Step step) {
		Curve curve = curve(step.epoch());
		step.losses().forEach((name, value) -> sums.merge(name, value, Double::sum));
		summed++;
		if (summed < group && step.number() < perEpoch) return;
		double end = step.epoch().number() - 1 + (double) step.number() / perEpoch;
		Map<String, Double> means = new TreeMap<>(sums);
		means.replaceAll((name, sum) -> sum / summed);
		curve.steps().add(new Point(end - summed / 2.0 / perEpoch, means));
		sums.clear();
		summed = 0;
		version++;
	}

	@Override
	public synchronized void epochDone(EpochLosses epoch) {
		curve(epoch.epoch()).epochs().add(new Point(epoch.epoch().number() - 0.5, epoch.losses()));
		version++;
	}

	private Curve curve(Epoch epoch) {
		for (Curve curve : curves) {
			if (curve.round() == epoch.round() && curve.stage() == epoch.stage()) return curve;
		}
		// what a stage that was ended early has left over belongs to no other
		sums.clear();
		summed = 0;
		Curve curve = new Curve(epoch.round(), epoch.stage(), new ArrayList<>(), new ArrayList<>());
		curves.add(curve);
		return curve;
	}

	/** @return grows with every change */
	synchronized long version() {
		return version;
	}

	/** @return a copy of all curves */
	synchronized List<Curve> curves() {
		return curves.stream().map(curve -> new Curve(curve.round(), curve.stage(), List.copyOf(curve.steps()), List.copyOf(
			curve.epochs()))).toList();
	}
}
