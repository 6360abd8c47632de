package io.github.hyojo.data;

import io.github.hyojo.Progress;

/** Cancels the work once it has done so many units. */
public final class StopAfter implements Progress {

	private final long limit;
	private volatile long last;

	/** @param limit after how many units */
	public StopAfter(long limit) {
		this.limit = limit;
	}

	@Override
	public void report(String message, long done, long total) {
		last = done;
	}

	@Override
	public boolean isCanceled() {
		return last >= limit;
	}

	/** @return how many units were done at last */
	public long last() {
		return last;
	}
}
