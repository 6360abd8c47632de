package io.github.hyojo.ui;

import java.awt.EventQueue;
import java.awt.Robot;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import javax.imageio.ImageIO;

import com.formdev.flatlaf.FlatLightLaf;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.ImportSettings;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.importing.Imports;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.ui.training.WatchedTraining;

/** Takes the README's pictures of windows from real runs; needs a display, which may be a virtual one. */
public final class TrainingPicture {

	private TrainingPicture() {}

	/** @param args the folder for the pictures */
	public static void main(String[] args) throws Exception {
		FlatLightLaf.setup();
		Path folder = Path.of(args[0]);
		training(folder.resolve("training-window.png"));
		System.exit(0);
	}

	/** The sample faces, well into the expression stage. */
	private static void training(Path picture) throws Exception {
		ImportSettings cropped = ImportSettings.DEFAULT.withCut(FaceCut.cropped(Crop.parse("0.18 0.28 0.82 0.92"), 64));
		Path scratch = Files.createTempDirectory("screenshot");
		FaceDataset faces = Imports.importFaces(Path.of("test-images/faces"), cropped, scratch.resolve("faces"));
		TrainingSettings settings = TrainingSettings.DEFAULT.withModel(ModelSettings.DEFAULT.withChannels(128)).withSchedule(
			120, 1).withLearningRate(5e-4, 0.975);
		Path folder = scratch.resolve("my-training");
		Trainer trainer = new Trainer(faces, settings, EngineSettings.DEFAULT, folder);
		Progress twoThirdsOfTheExpressionStage = new Progress() {

			private boolean enough;

			@Override
			public void report(String message, long done, long total) {
				if (enough || done * 6 < total * 5 || !message.startsWith("Training")) return;
				enough = true;
				capture("training", picture);
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

	/** The window of that name as it is on the screen, a moment later so that it has drawn what is new. */
	private static void capture(String name, Path picture) {
		try {
			Window window = Arrays.stream(Window.getWindows()).filter(shown -> name.equals(shown.getName()) && shown
				.isShowing()).findAny().orElseThrow();
			Robot robot = new Robot();
			robot.delay(500);
			EventQueue.invokeAndWait(() -> {});
			BufferedImage image = robot.createScreenCapture(window.getBounds());
			ImageIO.write(image, "png", picture.toFile());
		}
		catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}
}
