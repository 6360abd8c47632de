package io.github.hyojo.ui.training;

import io.github.hyojo.training.TrainingListener;

/** Where a training is. Other threads may look while one trains. */
final class TrainingStatus implements TrainingListener {

	private Plan plan;
	private Step step;

	@Override
	public synchronized void started(Plan started) {
		plan = started;
		step = null;
	}

	@Override
	public synchronized void stepDone(Step done) {
		step = done;
	}

	/** @return what is trained; null before it has begun */
	synchronized Plan plan() {
		return plan;
	}

	/** @return the newest step; null before the first one of this run */
	synchronized Step step() {
		return step;
	}
}
