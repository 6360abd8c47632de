package io.github.hyojo.benchmark;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.Precision;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

/**
 * Trains with all losses and prints, of each stage, the images per second in its later epochs and the loss of its last
 * one.
 */
final class TimedTraining implements TrainingListener {

	private static final int SUBJECTS = 4;
	/** In the first one of a stage, graphs are optimised and kernels chosen. */
	private static final int EPOCHS_PER_STAGE = 4;

	private final Map<Stage, Samples> seconds = new EnumMap<>(Stage.class);
	private final Map<Stage, Double> losses = new EnumMap<>(Stage.class);
	private long last;

	private TimedTraining() {}

	/** @param args size, batch, steps of an epoch, steps of a call, precision, and the training's folder */
	public static void main(String[] args) {
		int size = Integer.parseInt(args[0]);
		int batch = Integer.parseInt(args[1]);
		int steps = Integer.parseInt(args[2]);
		EngineSettings engine = EngineSettings.DEFAULT.withStepsPerCall(Integer.parseInt(args[3])).withPrecision(Precision
			.valueOf(args[4]));
		FaceDataset faces = TinyFaces.draw(SUBJECTS, steps * batch / SUBJECTS, size);
		TrainingSettings settings = TrainingSettings.DEFAULT.withModel(ModelSettings.DEFAULT.withSize(size).withMethod(
			Method.SWITCH)).withBatch(batch).withSchedule(EPOCHS_PER_STAGE, 1);
		TimedTraining timed = new TimedTraining();
		new Trainer(faces, settings, engine, Path.of(args[5])).train(timed, Progress.SILENT);
		timed.seconds.forEach((stage, samples) -> System.out.printf(Locale.ROOT, "%s %.2f %.5f%n", stage.name(), faces
			.count() / samples.median(), timed.losses.get(stage)));
	}

	@Override
	public void started(Plan plan) {
		System.out.println("device " + plan.device());
	}

	@Override
	public void epochDone(EpochLosses epoch) {
		long now = System.nanoTime();
		Stage stage = epoch.epoch().stage();
		if (epoch.epoch().stageNumber() > 1) seconds.computeIfAbsent(stage, s -> new Samples()).add((now - last) / 1e9);
		losses.put(stage, epoch.losses().get("loss"));
		last = now;
	}
}
