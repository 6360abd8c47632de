package io.github.hyojo.ui.training;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.training.EpochLog;
import io.github.hyojo.training.Steering;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;
import io.github.hyojo.training.TrainingSpeed;

/**
 * A training that a person can watch and steer: lines in the log, pictures in its folder and, where there is a display, a
 * window. When the program ends in the middle, it waits for the checkpoint.
 */
public final class WatchedTraining {

	/** How long the end of the program waits for a checkpoint. */
	private static final long PATIENCE_SECONDS = 20;

	private final Path folder;
	private final Consumer<String> log;
	private final Steering steering = new Steering();
	private final TrainingStatus status = new TrainingStatus();
	private final TrainingSpeed speed = new TrainingSpeed(System::nanoTime);
	private final LossCurves curves = new LossCurves();
	private final PreviewHistory previews;

	/**
	 * @param folder of the training
	 * @param log gets lines for people
	 */
	public WatchedTraining(Path folder, Consumer<String> log) {
		this.folder = folder;
		this.log = log;
		previews = new PreviewHistory(folder);
	}

	/**
	 * Trains in the thread that calls, as {@link Trainer#train(TrainingListener, Progress)} does.
	 *
	 * @param trainer what to train, in the same folder
	 * @param progress of the command
	 * @return the folder of the finished model
	 * @throws HyojoException as the trainer does, and if there is a window of another training that is under way
	 * @throws CancellationException if the training is canceled, in the window or elsewhere
	 */
	public Path train(Trainer trainer, Progress progress) {
		if (GraphicsEnvironment.isHeadless()) return run(trainer, progress, List.of());
		TrainingWindow window = TrainingWindow.open(folder, new TrainingWindow.Watched(steering, status, speed, curves,
			previews));
		try {
			Path model = run(trainer, progress, List.of(window.listener()));
			window.ended("Finished. The model is in " + model + ".");
			return model;
		}
		catch (CancellationException e) {
			window.ended("Stopped. Train again with the same settings and output folder to go on.");
			throw e;
		}
		catch (HyojoException e) {
			window.ended(e.getMessage());
			throw e;
		}
		catch (RuntimeException | Error e) {
			window.ended("The training failed; the log has the details.");
			throw e;
		}
	}

	/** @return how many times as long as usual the steps took; empty if there were none */
	public OptionalDouble slowness() {
		return speed.slowness();
	}

	private Path run(Trainer trainer, Progress progress, List<TrainingListener> more) {
		CountDownLatch ended = new CountDownLatch(1);
		Thread hook = new Thread(() -> stop(ended));
		Runtime.getRuntime().addShutdownHook(hook);
		try (TrainingPictures pictures = new TrainingPictures(folder, curves, previews, log)) {
			List<TrainingListener> listeners = new ArrayList<>(List.of(new EpochLog(log), status, speed, curves, previews,
				pictures));
			listeners.addAll(more);
			return trainer.train(TrainingListener.all(listeners), steering, steering.with(progress));
		}
		finally {
			steering.close();
			ended.countDown();
			forget(hook);
		}
	}

	private void stop(CountDownLatch ended) {
		steering.cancel();
		try {
			ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void forget(Thread hook) {
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (IllegalStateException e) {
			// the program is ending, and the hook is what ended the training
		}
	}
}
