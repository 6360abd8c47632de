package io.github.hyojo.training;

import io.github.hyojo.Progress;

/** Cancels a training once it has done so many steps in all. */
final class Stop implements Progress {

	private final long steps;
	private boolean reached;

	private Stop(long steps) {
		this.steps = steps;
	}

	static Stop after(long steps) {
		return new Stop(steps);
	}

	@Override
	public void report(String message, long done, long total) {
		reached |= message.startsWith("Training") && done >= steps;
	}

	@Override
	public boolean isCanceled() {
		return reached;
	}
}
