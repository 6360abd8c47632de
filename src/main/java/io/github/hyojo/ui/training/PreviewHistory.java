package io.github.hyojo.ui.training;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.Opener;
import ij.process.ColorProcessor;
import io.github.hyojo.imagej.Montage;
import io.github.hyojo.training.TrainingListener;

/**
 * The previews of a training, with those that an earlier run of it has left in its folder. When they become too many for the memory, every second of the old ones is dropped and only
 * every second of the new ones kept, and so on, so that the first and the newest are always there. Other threads may look.
 */
final class PreviewHistory implements TrainingListener {

	/** In the training's folder. */
	static final String FILE = "previews.tif";

	private static final Pattern LABEL = Pattern.compile("epoch (\\d+), step (\\d+)");
	private static final long MOST_BYTES = 48L << 20;
	private static final int BYTES_PER_PIXEL = 4;

	/** A preview, and after which step. */
	private record Frame(String label, BufferedImage picture) {

		long bytes() {
			return (long) BYTES_PER_PIXEL * picture.getWidth() * picture.getHeight();
		}
	}

	private final Path file;
	private final List<Frame> frames = new ArrayList<>();
	private Preview latest;
	private Frame newest;
	private int every = 1;
	private int count;

	/** @param folder of the training */
	PreviewHistory(Path folder) {
		file = folder.resolve(FILE);
	}

	@Override
	public synchronized void started(Plan plan) {
		frames.clear();
		latest = null;
		newest = null;
		every = 1;
		count = 0;
		if (plan.stepsDone() > 0 && Files.exists(file)) earlier(plan).forEach(this::add);
	}

	/** Those of steps that are trained again are left out, and so is a file that is none of these. */
	private List<Frame> earlier(Plan plan) {
		List<Frame> earlier = new ArrayList<>();
		Opener opener = new Opener();
		// a file that is damaged is no reason to ask anybody
		opener.setSilentMode(true);
		ImagePlus stack = opener.openTiff(file.getParent().toString(), FILE);
		if (stack == null) return earlier;
		for (int n = 1; n <= stack.getStackSize(); n++) {
			String label = String.valueOf(stack.getStack().getSliceLabel(n));
			Matcher step = LABEL.matcher(label);
			if (!step.matches()) return List.of();
			long total = (Long.parseLong(step.group(1)) - 1) * plan.stepsPerEpoch() + Long.parseLong(step.group(2));
			if (total <= plan.stepsDone()) earlier.add(new Frame(label, stack.getStack().getProcessor(n).getBufferedImage()));
		}
		return earlier;
	}

	@Override
	public synchronized void preview(Preview preview) {
		latest = preview;
		add(new Frame(label(preview), PreviewGrid.of(preview)));
	}

	private void add(Frame frame) {
		newest = frame;
		if (count++ % every != 0) return;
		frames.add(newest);
		if (frames.size() * newest.bytes() <= MOST_BYTES || frames.size() < 4) return;
		List<Frame> kept = IntStream.range(0, frames.size()).filter(i -> i % 2 == 0).mapToObj(frames::get).toList();
		frames.clear();
		frames.addAll(kept);
		every *= 2;
	}

	/** @return the number of previews so far */
	synchronized int count() {
		return count;
	}

	/** @return the newest one's picture, if there is one */
	synchronized Optional<BufferedImage> picture() {
		return Optional.ofNullable(newest).map(Frame::picture);
	}

	/** @return after which step the newest one is; empty if there is none */
	synchronized String label() {
		return newest == null ? "" : newest.label();
	}

	/** @return the newest one as a labelled image that is not shown yet, if there is one */
	synchronized Optional<ImagePlus> image() {
		// of an earlier run there is the picture alone
		if (latest == null) return Optional.ofNullable(newest).map(frame -> new ImagePlus("Preview, " + frame.label(), frame
			.picture()));
		return Optional.of(Montage.swap("Preview, " + label(latest), latest.identities(), latest.expressions(), latest
			.swapped(), labels("identity ", latest.identities().dimension(2)), labels("expression ", latest.expressions()
				.dimension(2))));
	}

	private static List<String> labels(String what, long count) {
		return IntStream.rangeClosed(1, (int) count).mapToObj(i -> what + i).toList();
	}

	/** @return all that are kept and the newest as a stack that is not shown yet, with the steps as labels, if there are any */
	synchronized Optional<ImagePlus> stack() {
		if (newest == null) return Optional.empty();
		List<Frame> all = new ArrayList<>(frames);
		if (!all.contains(newest)) all.add(newest);
		ImageStack stack = new ImageStack(newest.picture().getWidth(), newest.picture().getHeight());
		for (Frame frame : all) stack.addSlice(frame.label(), new ColorProcessor(frame.picture()));
		return Optional.of(new ImagePlus("Previews", stack));
	}

	private static String label(Preview preview) {
		return "epoch " + preview.step().epoch().number() + ", step " + preview.step().number();
	}
}
