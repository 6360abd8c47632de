package io.github.hyojo.training;

import java.util.List;

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
	public boolean wantsPreview(Step step) {
		// all are asked, because some count
		return listeners.stream().filter(listener -> listener.wantsPreview(step)).count() > 0;
	}

	@Override
	public void preview(Preview preview) {
		listeners.forEach(listener -> listener.preview(preview));
	}

	@Override
	public void resumed() {
		listeners.forEach(TrainingListener::resumed);
	}

	@Override
	public void finishedEarly(Early early) {
		listeners.forEach(listener -> listener.finishedEarly(early));
	}
}
