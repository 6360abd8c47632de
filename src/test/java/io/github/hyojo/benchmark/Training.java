package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

/**
 * Trains through both stages with checkpoints and previews, as a user does, and prints the images per second, all in all,
 * and the largest memory this process ever held, in megabytes, where the system tells (Linux).
 */
final class Training {

	/** More than one, so that checkpoints follow on each other. */
	private static final int EPOCHS_PER_STAGE = 2;

	private Training() {}

	/**
	 * @param args size, batch, steps of an epoch, method, and the training's folder; the model is in it afterwards
	 * @throws IOException if the system does not tell the memory after all
	 */
	public static void main(String[] args) throws IOException {
		int size = Integer.parseInt(args[0]);
		int batch = Integer.parseInt(args[1]);
		int steps = Integer.parseInt(args[2]);
		TrainingSettings settings = TrainingSettings.DEFAULT.withModel(ModelSettings.DEFAULT.withSize(size).withMethod(Method
			.valueOf(args[3]))).withBatch(batch).withSchedule(EPOCHS_PER_STAGE, 1);
		TrainingListener watching = new TrainingListener() {

			@Override
			public boolean wantsPreview(Step step) {
				return step.number() == steps;
			}
		};
		FaceDataset faces = RandomFaces.of(size, batch * steps);
		long start = System.nanoTime();
		new Trainer(faces, settings, EngineSettings.DEFAULT, Path.of(args[4])).train(watching, Progress.SILENT);
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.printf(Locale.ROOT, "speed %.1f%n", 2 * EPOCHS_PER_STAGE * faces.count() / seconds);
		ProcessMemory.peak().ifPresent(peak -> System.out.printf(Locale.ROOT, "peak %.0f%n", peak));
	}
}
