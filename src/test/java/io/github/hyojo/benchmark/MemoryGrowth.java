package io.github.hyojo.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.imagej.FaceStack;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.op.Encode;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

/**
 * Shows that memory does not grow, native memory included: trains 10,000 steps, as a user does, with networks as narrow as
 * can be, and encodes 100,000 images of a virtual stack, which makes each when it is asked for.
 */
public final class MemoryGrowth {

	private static final int SIZE = 64;
	private static final int BATCH = 8;
	private static final int STEPS_PER_EPOCH = 100;
	/** Of each of two stages. */
	private static final int EPOCHS = 50;
	private static final int STEPS_PER_ROW = 1000;
	private static final int IMAGES = 100_000;
	private static final int IMAGES_PER_ROW = 10_000;

	private MemoryGrowth() {}

	/**
	 * @param args are not looked at
	 * @throws IOException if nothing can be written
	 */
	public static void main(String[] args) throws IOException {
		Path folder = Files.createTempDirectory("memory");
		System.out.println("|  | MB in all | Java's heap | the rest |\n| --- | ---: | ---: | ---: |");
		try {
			train(folder.resolve("training"));
			encode(folder.resolve("training"));
		}
		finally {
			NewFolder.delete(folder);
		}
	}

	private static void train(Path folder) {
		TrainingSettings settings = TrainingSettings.DEFAULT.withModel(ModelSettings.DEFAULT.withChannels(32).withMethod(
			Method.SWITCH)).withBatch(BATCH).withSchedule(EPOCHS, 1);
		new Trainer(RandomFaces.of(SIZE, BATCH * STEPS_PER_EPOCH), settings, EngineSettings.DEFAULT, folder).train(
			new TrainingListener() {

				@Override
				public void stepDone(Step step) {
					if (step.total() % STEPS_PER_ROW == 0) row(step.total() + " steps");
				}

				@Override
				public boolean wantsPreview(Step step) {
					return step.number() == STEPS_PER_EPOCH;
				}
			}, Progress.SILENT);
	}

	private static void encode(Path training) {
		// every so many images, in batches that do not divide them
		Progress rows = (message, done, total) -> {
			if (done / IMAGES_PER_ROW > (done - 64) / IMAGES_PER_ROW) row(done + " images");
		};
		try (ExpressionModel model = ExpressionModel.open(ExpressionModel.place(training), EngineSettings.DEFAULT,
			Progress.SILENT))
		{
			Encode.encode(model, new FaceStack(new ImagePlus("noise", new Noise()), SIZE), rows);
		}
	}

	/** Makes its slices when they are asked for, and keeps none. */
	private static final class Noise extends VirtualStack {

		Noise() {
			super(SIZE, SIZE, IMAGES);
		}

		@Override
		public ImageProcessor getProcessor(int slice) {
			return new ColorProcessor(SIZE, SIZE, new Random(slice).ints((long) SIZE * SIZE).toArray());
		}

		@Override
		public int getSize() {
			return IMAGES;
		}

		@Override
		public int getBitDepth() {
			return 24;
		}
	}

	private static void row(String what) {
		try {
			double all = ProcessMemory.now().orElse(Double.NaN);
			double heap = ProcessMemory.heap();
			System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.0f |%n", what, all, heap, all - heap);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
