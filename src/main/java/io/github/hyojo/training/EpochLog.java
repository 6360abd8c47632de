package io.github.hyojo.training;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.github.hyojo.model.EpochLosses;

/** Tells of a training in lines of text: what is trained, and the losses of each epoch. */
public final class EpochLog implements TrainingListener {

	private final Consumer<String> out;
	private int epochs;

	/** @param out gets each line */
	public EpochLog(Consumer<String> out) {
		this.out = out;
	}

	@Override
	public void started(Plan plan) {
		epochs = plan.settings().schedule().size();
		out.accept(String.format(Locale.ROOT, "Training the method %s on %d faces, %d of %d steps done, on the %s.", plan
			.settings().model().method().label(), plan.faces(), plan.stepsDone(), plan.steps(), plan
				.device()));
	}

	@Override
	public void epochDone(EpochLosses epoch) {
		String losses = epoch.losses().entrySet().stream().map(loss -> String.format(Locale.ROOT, "%s %.4g", loss.getKey(),
			loss.getValue())).collect(Collectors.joining(", "));
		out.accept(String.format(Locale.ROOT, "Epoch %d of %d, %s stage: %s", epoch.epoch().number(), epochs, epoch.epoch()
			.stage().name().toLowerCase(Locale.ROOT), losses));
	}
}
