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
	/** Steps and faces of a call that is not told to its end. */
	private int steps;
	private int faces;
	/** Whether a call has been timed: the first one of a process warms up. */
	private boolean warm;
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
		steps = 0;
		faces = 0;
		warm = false;
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
		last = step;
		steps++;
		faces += step.faces();
		if (step.more() > 0) return;
		long now = nanoTime.getAsLong();
		if (warm) timed(step.epoch().stage(), (now - time) / SECOND);
		warm = true;
		steps = 0;
		faces = 0;
		time = now;
	}

	private void timed(Stage stage, double seconds) {
		spent += seconds;
		expected += faces * TrainingCost.perImage(plan.settings(), stage);
		double weight = 1 - Math.pow(1 - NEWEST, steps);
		secondsPerImage.merge(stage, seconds / faces, (before, newest) -> before + weight * (newest - before));
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
