package io.github.hyojo.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.Stage;

/**
 * How fast a training goes and how long it will take. Pauses do not count, and stages that have not begun are taken to
 * cost what they usually do beside those that have. Other threads may ask while one trains.
 */
public final class TrainingSpeed implements TrainingListener {

	/** Weight of the newest step, so that the speed is about that of the last twenty. */
	private static final double NEWEST = 0.05;
	private static final double SECOND = 1e9;

	private final LongSupplier nanoTime;
	private final Map<Stage, Double> secondsPerImage = new EnumMap<>(Stage.class);
	private Plan plan;
	private Step last;
	private long time;
	private double spent;
	private double expected;

	/** @param nanoTime the clock, {@link System#nanoTime} */
	public TrainingSpeed(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	@Override
	public synchronized void started(Plan started) {
		plan = started;
		last = null;
		secondsPerImage.clear();
		spent = 0;
		expected = 0;
		time = nanoTime.getAsLong();
	}

	@Override
	public synchronized void resumed() {
		time = nanoTime.getAsLong();
	}

	@Override
	public synchronized void stepDone(Step step) {
		long now = nanoTime.getAsLong();
		double seconds = (now - time) / SECOND;
		// the first step of a process warms up
		if (last != null) {
			spent += seconds;
			expected += step.faces() * TrainingCost.perImage(plan.settings(), step.epoch().stage());
			secondsPerImage.merge(step.epoch().stage(), seconds / step.faces(), (before, newest) -> before + NEWEST * (newest
				- before));
		}
		last = step;
		time = now;
	}

	/** @return images per second of late; empty before the second step */
	public synchronized OptionalDouble imagesPerSecond() {
		Double seconds = last == null ? null : secondsPerImage.get(last.epoch().stage());
		return seconds == null || seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of(1 / seconds);
	}

	/** @return seconds to the end of the training; empty before the second step */
	public synchronized OptionalDouble secondsLeft() {
		if (secondsPerImage.isEmpty()) return OptionalDouble.empty();
		List<Epoch> schedule = plan.settings().schedule();
		double seconds = 0;
		for (Epoch epoch : schedule.subList(last.epoch().number() - 1, schedule.size())) seconds += plan.faces() * perImage(
			epoch.stage());
		double done = (double) last.number() / plan.stepsPerEpoch();
		return OptionalDouble.of(seconds - done * plan.faces() * perImage(last.epoch().stage()));
	}

	/** @return how many times as long as by {@link TrainingCost} this machine takes; empty before the second step */
	public synchronized OptionalDouble slowness() {
		return expected > 0 ? OptionalDouble.of(spent / expected) : OptionalDouble.empty();
	}

	private double perImage(Stage stage) {
		Double measured = secondsPerImage.get(stage);
		return measured != null ? measured : TrainingCost.perImage(plan.settings(), stage) * spent / expected;
	}
}
