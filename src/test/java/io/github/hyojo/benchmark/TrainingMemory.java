package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

/**
 * Trains through both stages with all losses, checkpoints and previews, as a user does, and prints the largest memory
 * this process ever held, in kilobytes, where the system tells (Linux).
 */
final class TrainingMemory {

	private static final Path STATUS = Path.of("/proc/self/status");
	private static final int STEPS_PER_EPOCH = 5;
	/** More than one, so that checkpoints follow on each other. */
	private static final int EPOCHS_PER_STAGE = 2;

	private TrainingMemory() {}

	/**
	 * @param args size, batch, and the training's folder; the model is in it afterwards
	 * @throws IOException if the system does not tell the memory after all
	 */
	public static void main(String[] args) throws IOException {
		int size = Integer.parseInt(args[0]);
		int batch = Integer.parseInt(args[1]);
		TrainingSettings settings = TrainingSettings.DEFAULT.withModel(ModelSettings.DEFAULT.withSize(size).withMethod(
			Method.SWITCH)).withBatch(batch).withSchedule(EPOCHS_PER_STAGE, 1);
		TrainingListener watching = new TrainingListener() {

			@Override
			public boolean wantsPreview(Step step) {
				return step.number() == STEPS_PER_EPOCH;
			}
		};
		Path folder = Path.of(args[2]);
		new Trainer(RandomFaces.of(size, batch * STEPS_PER_EPOCH), settings, EngineSettings.DEFAULT, folder).train(watching,
			Progress.SILENT);
		if (!Files.exists(STATUS)) return;
		for (String line : Files.readAllLines(STATUS)) {
			if (line.startsWith("VmHWM")) System.out.println("peak " + line.replaceAll("\\D", ""));
		}
	}
}
