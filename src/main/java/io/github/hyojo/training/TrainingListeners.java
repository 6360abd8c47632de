package io.github.hyojo.training;

import java.util.List;

import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;

/** Several listeners as one. */
record TrainingListeners(List<TrainingListener> listeners) implements TrainingListener {

	@Override
	public void started(Plan plan) {
		listeners.forEach(listener -> listener.started(plan));
	}

	@Override
	public void stepDone(Step step) {
		listeners.forEach(listener -> listener.stepDone(step));
	}

	@Override
	public void epochDone(EpochLosses epoch) {
		listeners.forEach(listener -> listener.epochDone(epoch));
	}

	@Override
	public boolean wantsPreview(Epoch epoch) {
		return listeners.stream().anyMatch(listener -> listener.wantsPreview(epoch));
	}

	@Override
	public void preview(Preview preview) {
		listeners.stream().filter(listener -> listener.wantsPreview(preview.epoch())).forEach(listener -> listener.preview(
			preview));
	}
}
