package io.github.hyojo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.ComputeDevice;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

/** A model that has seen 3 subjects with 4 faces each for a few steps, trained once for all tests of a run. */
public final class TinyModel {

	/** Results do not depend on whether the machine has a GPU. */
	public static final EngineSettings ENGINE = new EngineSettings(ComputeDevice.CPU, 0);
	/** Networks as narrow as can be, where it does not matter how well they learn. */
	public static final ModelSettings NARROW = ModelSettings.DEFAULT.withChannels(32);
	/** The conventional method, 6 epochs of each stage, 2 steps of 6 faces in each. */
	public static final TrainingSettings SETTINGS = TrainingSettings.DEFAULT.withBatch(6).withSchedule(6, 1);
	/** What it was trained on. */
	public static final FaceDataset FACES = TinyFaces.draw(3, 4, 64);

	private static Path training;

	private TinyModel() {}

	/** The folder of its training, which is not to be changed. */
	public static synchronized Path training() {
		if (training != null) return training;
		try {
			Path folder = Files.createTempDirectory("tiny-training");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
			new Trainer(FACES, SETTINGS, ENGINE, folder).train(TrainingListener.NONE, Progress.SILENT);
			training = folder;
			return folder;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The model's folder, which is not to be changed. */
	public static Path folder() {
		return training().resolve(ExpressionModel.FOLDER);
	}

	/** The model, for the caller to close. */
	public static ExpressionModel open() {
		return ExpressionModel.open(folder(), ENGINE, Progress.SILENT);
	}

	private static void delete(Path folder) {
		try {
			NewFolder.delete(folder);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
