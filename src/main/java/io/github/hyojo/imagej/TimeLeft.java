package io.github.hyojo.imagej;

import java.util.function.LongSupplier;

import io.github.hyojo.TimeSpan;

/** Turns the reports of one long work into a line for people: "Encoding faces 120 of 400, 12 s left". */
final class TimeLeft {

	private static final long SECOND = 1_000_000_000L;

	private final LongSupplier nanoTime;
	private String message;
	private long start;
	private long first;

	/** @param nanoTime the clock, {@link System#nanoTime} */
	TimeLeft(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * @param newMessage what is being done; another one than before starts the estimate anew
	 * @param done units finished
	 * @param total units in all; 0 if unknown
	 * @return the line; the time left is in it after two seconds
	 */
	String line(String newMessage, long done, long total) {
		long now = nanoTime.getAsLong();
		if (!newMessage.equals(message) || done < first) {
			message = newMessage;
			start = now;
			first = done;
		}
		if (total <= 0) return done > 0 ? message + " " + done : message;
		String line = message + " " + done + " of " + total;
		if (done <= first || done >= total || now - start < 2 * SECOND) return line;
		double perUnit = (now - start) / (double) (done - first);
		return line + ", " + TimeSpan.text(perUnit * (total - done) / SECOND) + " left";
	}
}
