package io.github.hyojo.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.face.FaceFinder;
import io.github.hyojo.face.Steadying;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.op.Encode;
import io.github.hyojo.picture.Film;
import io.github.hyojo.picture.ImageFile;
import io.github.hyojo.picture.Picture;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

/** Uses everything of Hyojo that touches native libraries, and prints what came of it, or the sentence of each refusal. */
public final class UseHyojo {

	/** Something that a library does. */
	private interface Use {

		String result() throws IOException;
	}

	private UseHyojo() {}

	/** @param args a film and a picture of a face; a folder to work in, too, for TensorFlow */
	public static void main(String[] args) {
		if (args.length == 2) look(Path.of(args[0]), Path.of(args[1]));
		else all(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
	}

	public static void all(Path film, Path picture, Path work) {
		look(film, picture);
		say(() -> learn(Files.createDirectories(work)));
	}

	/** Without TensorFlow, which takes longer. */
	public static void look(Path film, Path picture) {
		say(() -> "a face of " + Math.round(face(ImageFile.read(picture)) / 10) * 10 + " pixels");
		say(() -> "steadied " + Steadying.of(64).motions(2, i -> new int[64 * 64], () -> {}).size() + " faces");
		say(() -> {
			try (Film open = Film.open(film)) {
				return "a film of " + open.info().frames() + " frames";
			}
		});
	}

	private static double face(Picture picture) {
		try (FaceFinder finder = FaceFinder.open()) {
			return finder.find(picture).orElseThrow().box().width();
		}
	}

	private static String learn(Path work) throws IOException {
		Path model = new Trainer(TinyModel.FACES, TinyModel.SETTINGS.withModel(TinyModel.NARROW).withSchedule(1, 1),
			TinyModel.ENGINE, work).train(TrainingListener.NONE, Progress.SILENT);
		try (ExpressionModel open = ExpressionModel.open(model, TinyModel.ENGINE, Progress.SILENT)) {
			long faces = Encode.encode(open, TinyModel.FACES.images(), Progress.SILENT).expression().dimension(1);
			return "Hyojo's TensorFlow " + TensorFlowEngine.start(Progress.SILENT).version() + " encodes " + faces + " faces";
		}
	}

	private static void say(Use use) {
		try {
			System.out.println(use.result());
		}
		catch (HyojoException e) {
			System.out.println("refused: " + e.getMessage());
		}
		catch (IOException | RuntimeException | LinkageError e) {
			e.printStackTrace(System.out);
		}
	}
}
