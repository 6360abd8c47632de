package io.github.hyojo.training;

import java.util.ArrayList;
import java.util.List;

import io.github.hyojo.model.EpochLosses;

/** Writes down what a training tells. */
class Recording implements TrainingListener {

	final List<String> events = new ArrayList<>();
	final List<Preview> previews = new ArrayList<>();
	final List<EpochLosses> epochs = new ArrayList<>();
	Plan plan;

	@Override
	public void started(Plan started) {
		plan = started;
		events.add("started");
	}

	@Override
	public void stepDone(Step step) {
		events.add("step " + step.epoch().number() + "." + step.number() + " = " + step.total() + ", " + step.faces()
			+ " faces");
	}

	@Override
	public void epochDone(EpochLosses epoch) {
		epochs.add(epoch);
		events.add("epoch " + epoch.epoch().number());
	}

	@Override
	public boolean wantsPreview(Step step) {
		return step.total() == 5;
	}

	@Override
	public void preview(Preview preview) {
		previews.add(preview);
		events.add("preview " + preview.step().total());
	}
}
