package io.github.hyojo;

/** Lengths of time for people. */
public final class TimeSpan {

	private static final int MINUTE = 60;
	/** Up to this many of a unit the next larger one would be too coarse. */
	private static final int MANY = 100;

	private TimeSpan() {}

	/**
	 * @param seconds at least 0
	 * @return for example 42 s, 12 min, 3 h 20 min
	 */
	public static String text(double seconds) {
		long whole = Math.round(seconds);
		if (whole < MANY) return whole + " s";
		long minutes = Math.round(seconds / MINUTE);
		return minutes < MANY ? minutes + " min" : minutes / MINUTE + " h " + minutes % MINUTE + " min";
	}
}
