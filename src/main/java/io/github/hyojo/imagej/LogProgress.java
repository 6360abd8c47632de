package io.github.hyojo.imagej;

import java.util.function.Consumer;

import io.github.hyojo.Progress;

/** Writes progress as lines of a log: the beginning and the end of each kind of work, and a line every ten seconds. */
public final class LogProgress implements Progress {

	private static final long INTERVAL = 10_000_000_000L;

	private final Consumer<String> log;
	private final TimeLeft timeLeft = new TimeLeft(System::nanoTime);
	private String message;
	private long last;

	/** @param log takes one line at a time, for example {@code logService::info} */
	public LogProgress(Consumer<String> log) {
		this.log = log;
	}

	@Override
	public synchronized void report(String newMessage, long done, long total) {
		String line = timeLeft.line(newMessage, done, total);
		long now = System.nanoTime();
		boolean begins = !newMessage.equals(message);
		if (!begins && now - last < INTERVAL && done != total) return;
		message = newMessage;
		last = now;
		log.accept(line);
	}
}
