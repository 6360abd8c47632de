package io.github.hyojo.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.ImportSettings;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.importing.Imports;
import io.github.hyojo.model.LossWeights;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.ui.training.WatchedTraining;

/** Takes a picture of the training window: the sample faces, well into the expression stage. */
final class TrainingPicture {

	private TrainingPicture() {}

	static void take(Path picture) throws Exception {
		ImportSettings cropped = ImportSettings.DEFAULT.withCut(FaceCut.cropped(Crop.parse("0.18 0.28 0.82 0.92"), 64));
		Path scratch = Files.createTempDirectory("screenshot");
		FaceDataset faces = Imports.importFaces(Path.of("test-images/faces"), cropped, scratch.resolve("faces"));
		// as in the quickstart, with networks half as wide
		ModelSettings model = ModelSettings.DEFAULT.withChannels(128).withWeights(LossWeights.DEFAULT.withKl(1e-4, 5e-5));
		TrainingSettings settings = TrainingSettings.DEFAULT.withModel(model).withSchedule(80, 1).withBatch(8)
			.withLearningRate(5e-4, 0.98);
		Path folder = scratch.resolve("my-training");
		Trainer trainer = new Trainer(faces, settings, EngineSettings.DEFAULT, folder);
		Progress twoThirdsOfTheExpressionStage = new Progress() {

			private boolean enough;

			@Override
			public void report(String message, long done, long total) {
				if (enough || done * 6 < total * 5 || !message.startsWith("Training")) return;
				enough = true;
				Screenshots.capture(Screenshots.window("training"), picture);
			}

			@Override
			public boolean isCanceled() {
				return enough;
			}
		};
		try {
			new WatchedTraining(folder, System.out::println).train(trainer, twoThirdsOfTheExpressionStage);
		}
		catch (CancellationException e) {
			NewFolder.delete(folder.getParent());
		}
	}
}
