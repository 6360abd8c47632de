package io.github.hyojo.ui.training;

import java.util.function.LongSupplier;

/** When the next preview is due: after a while, and so seldom that previews take a small share of the time. */
final class PreviewPace {

	private static final long SECOND = 1_000_000_000L;

	private final LongSupplier nanoTime;
	private final long interval;
	private final int share;
	private boolean begun;
	private long asked;
	private long next;

	/**
	 * @param nanoTime the clock, {@link System#nanoTime}
	 * @param seconds between two previews, at least
	 * @param share the time between two is at least so many times as long as one takes
	 */
	PreviewPace(LongSupplier nanoTime, double seconds, int share) {
		this.nanoTime = nanoTime;
		interval = (long) (seconds * SECOND);
		this.share = share;
	}

	/** @return whether one is due; the first one is at once */
	boolean isDue() {
		asked = nanoTime.getAsLong();
		return !begun || asked - next >= 0;
	}

	/** One that was due is there, and what was to be done with it is done. */
	void done() {
		long now = nanoTime.getAsLong();
		// the first one takes longer than the others, because what it needs is set up
		next = now + (begun ? Math.max(interval, share * (now - asked)) : interval);
		begun = true;
	}
}
