package io.github.hyojo.ui.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.io.FileSaver;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.training.TrainingListener;

/**
 * Keeps pictures of a training in its folder, with and without a display: {@code losses.png}, {@code preview.png} and, in
 * the end, {@code previews.tif}. Each is written aside and renamed. A picture that cannot be written ends no training.
 */
final class TrainingPictures implements TrainingListener, AutoCloseable {

	static final String LOSSES = "losses.png";
	static final String PREVIEW = "preview.png";

	private static final double SECONDS = 20;
	/** Pictures take a hundredth of the time at most. */
	private static final int SHARE = 100;
	private static final int WIDTH = 900;
	private static final int HEIGHT = 500;

	/** Writes a file. */
	private interface Writer {

		void write(Path file) throws IOException;
	}

	private final Path folder;
	private final LossCurves curves;
	private final PreviewHistory previews;
	private final Consumer<String> log;
	private final PreviewPace previewPace = new PreviewPace(System::nanoTime, SECONDS, SHARE);
	private final PreviewPace chartPace = new PreviewPace(System::nanoTime, SECONDS, SHARE);
	private long lastStep;
	private boolean started;
	private boolean failed;

	/**
	 * @param folder of the training
	 * @param curves of its losses, which hear before this does
	 * @param previews that hear before this does
	 * @param log gets a line if pictures cannot be written
	 */
	TrainingPictures(Path folder, LossCurves curves, PreviewHistory previews, Consumer<String> log) {
		this.folder = folder;
		this.curves = curves;
		this.previews = previews;
		this.log = log;
	}

	@Override
	public void started(Plan plan) {
		started = true;
		lastStep = plan.steps();
	}

	@Override
	public boolean wantsPreview(Step step) {
		return previewPace.isDue() || step.total() == lastStep;
	}

	@Override
	public void preview(Preview preview) {
		if (!wantsPreview(preview.step())) return;
		writePreview();
		previewPace.done();
	}

	@Override
	public void epochDone(EpochLosses epoch) {
		if (!chartPace.isDue()) return;
		writeChart();
		chartPace.done();
	}

	/** Writes what there is, as the training has ended in one way or another. */
	@Override
	public void close() {
		if (!started) return;
		writeChart();
		writePreview();
		Optional<ImagePlus> stack = previews.stack();
		stack.ifPresent(image -> write(PreviewHistory.FILE, file -> {
			FileSaver saver = new FileSaver(image);
			boolean saved = image.getStackSize() > 1 ? saver.saveAsTiffStack(file.toString()) : saver.saveAsTiff(file
				.toString());
			if (!saved) throw new IOException("ImageJ cannot save it");
		}));
	}

	private void writePreview() {
		previews.picture().ifPresent(picture -> write(PREVIEW, file -> png(picture, file)));
	}

	private void writeChart() {
		LossChart chart = new LossChart();
		chart.show(curves.curves(), "loss", true);
		write(LOSSES, file -> png(chart.picture(WIDTH, HEIGHT), file));
	}

	private static void png(BufferedImage picture, Path file) throws IOException {
		// by a stream, as Java prints a stack trace if it cannot open the file itself
		try (OutputStream out = Files.newOutputStream(file)) {
			if (!ImageIO.write(picture, "png", out)) throw new IOException("Java cannot write PNG");
		}
	}

	private void write(String name, Writer writer) {
		// with the same ending, which ImageJ would add
		Path aside = folder.resolve(".new-" + name);
		try {
			try {
				writer.write(aside);
				Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
			finally {
				Files.deleteIfExists(aside);
			}
		}
		// a bare server may have Java and no font at all
		catch (IOException | RuntimeException | LinkageError | InternalError e) {
			if (!failed) log.accept("The picture " + name + " of the training cannot be written (" + e
				+ "); the training goes on.");
			failed = true;
		}
	}
}
