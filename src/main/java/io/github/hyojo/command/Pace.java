package io.github.hyojo.command;

import java.util.Locale;

import org.scijava.prefs.PrefService;

import io.github.hyojo.TimeSpan;

/** How fast a kind of work went here last time, kept from one session to the next, so that the next one can be foreseen. */
final class Pace {

	private static final Class<?> OWNER = ForecastCommand.class;
	/** Of less work than this, in units, most of the time is not its own. */
	private static final double LITTLE = 50;

	private final PrefService preferences;
	private final String key;

	/**
	 * @param preferences where it is kept
	 * @param kind works of a kind take so long per unit; among it what they are computed on
	 */
	Pace(PrefService preferences, String kind) {
		this.preferences = preferences;
		key = "pace." + kind;
	}

	/**
	 * Keeps what a work has shown of this machine, if it was not too little.
	 *
	 * @param units of work that were done
	 * @param seconds that they took
	 */
	void remember(double units, double seconds) {
		if (units >= LITTLE) rememberRatio(seconds / units);
	}

	/** @param secondsPerUnit as long as a unit of work took */
	void rememberRatio(double secondsPerUnit) {
		preferences.put(OWNER, key, secondsPerUnit);
	}

	/** @return whether such work was done here */
	boolean isKnown() {
		return secondsPerUnit() > 0;
	}

	/**
	 * @param units of work
	 * @return the end of a sentence that says how long they take; a full stop alone if that is not known
	 */
	String text(double units) {
		return isKnown() ? about(units * secondsPerUnit()) + " (as fast as last time here)." : ".";
	}

	/**
	 * @param seconds of work
	 * @return these in words
	 */
	static String about(double seconds) {
		return String.format(Locale.ROOT, ", about %s", TimeSpan.text(Math.max(1, seconds)));
	}

	private double secondsPerUnit() {
		return preferences.getDouble(OWNER, key, 0);
	}
}
