package io.github.hyojo.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.model.Epoch;

/** Lets other threads than the one that trains steer a training: buttons, for example. Closed when the training ends. */
public final class Steering implements TrainingControl, AutoCloseable {

	private final Queue<Export> exports = new ConcurrentLinkedQueue<>();
	private boolean paused;
	private boolean finish;
	private boolean canceled;
	private boolean closed;
	/** The stage not to be gone on with; null if there is none. */
	private Epoch skipped;

	/** Lets the training wait before its next step. */
	public synchronized void pause() {
		paused = true;
	}

	/** Lets it go on. */
	public synchronized void resume() {
		paused = false;
	}

	/** @return whether the training waits, or will before its next step */
	public synchronized boolean isPaused() {
		return paused;
	}

	/** Ends the training early with a model of the best so far. */
	public synchronized void finish() {
		finish = true;
	}

	/** @return whether it is to be finished early */
	public synchronized boolean isFinishing() {
		return finish;
	}

	/**
	 * Ends a stage early. Without effect once the training is past it, so that a late click ends no other stage.
	 *
	 * @param epoch any of the stage in its round
	 */
	public synchronized void endStage(Epoch epoch) {
		skipped = epoch;
	}

	/** Ends the training without a model; its checkpoint stays. */
	public synchronized void cancel() {
		canceled = true;
	}

	/** @return whether it was canceled here */
	public synchronized boolean isCanceled() {
		return canceled;
	}

	/**
	 * Asks for a model of the present weights; the training goes on.
	 *
	 * @param folder a new or empty one
	 * @return its folder when it is written; fails with a {@link HyojoException} if it cannot be, or the training ends before
	 */
	public synchronized CompletionStage<Path> export(Path folder) {
		Export export = new Export(folder, new CompletableFuture<>());
		if (closed) refuse(export);
		else exports.add(export);
		return export.written();
	}

	/**
	 * @param progress of the training
	 * @return the same, canceled also when {@link #cancel} was called
	 */
	public Progress with(Progress progress) {
		return progress.canceledBy(this::isCanceled);
	}

	@Override
	public synchronized Wish wish(Epoch epoch) {
		if (finish) return Wish.FINISH;
		if (skipped != null && skipped.round() == epoch.round() && skipped.stage() == epoch.stage()) return Wish.NEXT_STAGE;
		return paused ? Wish.PAUSE : Wish.GO_ON;
	}

	@Override
	public Optional<Export> export() {
		return Optional.ofNullable(exports.poll());
	}

	/** Tells those who still wait for a model that there will be none. */
	@Override
	public synchronized void close() {
		closed = true;
		for (Export export = exports.poll(); export != null; export = exports.poll()) refuse(export);
	}

	private static void refuse(Export export) {
		export.written().completeExceptionally(new HyojoException("The training has ended, so that " + export.folder()
			+ " was not written: use the model in the training's folder, or train again to go on."));
	}
}
