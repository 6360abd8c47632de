package io.github.hyojo.imagej;

import org.scijava.task.Task;

import ij.IJ;
import io.github.hyojo.Progress;

/**
 * Shows progress on the screen: as a SciJava task, whose Cancel button counts, and in ImageJ's status bar, where the
 * Escape key counts. At most ten updates a second. To be closed when the work ends.
 */
public final class FijiProgress implements Progress, AutoCloseable {

	private static final long INTERVAL = 100_000_000L;

	private final Task task;
	private final TimeLeft timeLeft = new TimeLeft(System::nanoTime);
	private long last = System.nanoTime() - INTERVAL;

	/** @param task a new task, which this object starts and finishes */
	public FijiProgress(Task task) {
		this.task = task;
		IJ.resetEscape();
		task.start();
	}

	@Override
	public synchronized void report(String message, long done, long total) {
		String line = timeLeft.line(message, done, total);
		long now = System.nanoTime();
		if (now - last < INTERVAL && done != total) return;
		last = now;
		task.setStatusMessage(line);
		if (task.getProgressMaximum() != total) task.setProgressMaximum(total);
		task.setProgressValue(done);
		IJ.showStatus(line);
		if (total > 0) IJ.showProgress((double) done / total);
	}

	@Override
	public boolean isCanceled() {
		return task.isCanceled() || IJ.escapePressed();
	}

	@Override
	public void close() {
		task.finish();
		IJ.showProgress(1);
		IJ.showStatus("");
	}
}
