package io.github.hyojo.training;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import io.github.hyojo.TimeSpan;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.TrainingSettings;

/**
 * Tells of a training in lines of text that a person can follow: what is trained, and the losses of epochs, one every
 * five seconds at most besides the first and the last of each stage.
 */
public final class EpochLog implements TrainingListener {

	private static final long INTERVAL = 5_000_000_000L;

	private final Consumer<String> out;
	private final LongSupplier nanoTime;
	private final TrainingSpeed speed;
	private TrainingSettings settings;
	private long last;

	/** @param out gets each line */
	public EpochLog(Consumer<String> out) {
		this(out, System::nanoTime);
	}

	/**
	 * @param out gets each line
	 * @param nanoTime the clock
	 */
	EpochLog(Consumer<String> out, LongSupplier nanoTime) {
		this.out = out;
		this.nanoTime = nanoTime;
		speed = new TrainingSpeed(nanoTime);
	}

	@Override
	public void started(Plan plan) {
		speed.started(plan);
		settings = plan.settings();
		out.accept(String.format(Locale.ROOT, "Training the method %s on %d faces, %d of %d steps done, on the %s.", plan
			.settings().model().method().label(), plan.faces(), plan.stepsDone(), plan.steps(), plan.device()));
	}

	@Override
	public void stepDone(Step step) {
		speed.stepDone(step);
	}

	@Override
	public void resumed() {
		speed.resumed();
	}

	@Override
	public void epochDone(EpochLosses done) {
		Epoch epoch = done.epoch();
		long now = nanoTime.getAsLong();
		boolean edge = epoch.beginsStage() || epoch.stageNumber() == settings.epochs();
		if (!edge && now - last < INTERVAL) return;
		last = now;
		String losses = done.losses().entrySet().stream().map(loss -> String.format(Locale.ROOT, "%s %.4g", loss.getKey(),
			loss.getValue())).collect(Collectors.joining(", "));
		out.accept(String.format(Locale.ROOT, "Epoch %d of %d, %s stage: %s%s", epoch.number(), settings.schedule().size(),
			epoch.stage().name().toLowerCase(Locale.ROOT), losses, speed()));
	}

	private String speed() {
		OptionalDouble images = speed.imagesPerSecond();
		OptionalDouble left = speed.secondsLeft();
		if (images.isEmpty() || left.isEmpty()) return "";
		return String.format(Locale.ROOT, "; %.0f images/s, %s left", images.getAsDouble(), TimeSpan.text(left.getAsDouble()));
	}

	@Override
	public void finishedEarly(Early early) {
		String whose = early.step() == 0 ? "epoch " + (early.epoch() - 1) + ", the best so far" : "step " + early.step()
			+ " of epoch " + early.epoch();
		out.accept("Finished early: the model is that of " + whose + ".");
	}
}
