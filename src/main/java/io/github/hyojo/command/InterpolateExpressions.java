package io.github.hyojo.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.hyojo.Progress;
import io.github.hyojo.imagej.FaceStack;
import io.github.hyojo.imagej.SliceSelection;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.op.Interpolate;

/** Leads a face from its own expression to another's, and beyond: a labelled stack. */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Interpolate Expressions...")
public final class InterpolateExpressions extends ImageCommand {

	@Parameter(label = "Source", callback = "forecast", required = false, persist = false,
		description = "Who is shown, and the expression at position 0.")
	private ImagePlus source;

	@Parameter(label = "Source slice (0 = current)", callback = "forecast", min = "0", required = false, persist = false)
	private int sourceslice;

	@Parameter(label = "Target", callback = "forecast", required = false, persist = false,
		description = "The expression at position 1.")
	private ImagePlus target;

	@Parameter(label = "Target slice (0 = current)", callback = "forecast", min = "0", required = false, persist = false)
	private int targetslice;

	@Parameter(label = "From position (0 = source, 1 = target)", callback = "forecast", required = false, persist = false,
		description = "Below 0: exaggerates away from the target.")
	private double from;

	@Parameter(label = "To position (0 = source, 1 = target)", callback = "forecast", required = false,
		persist = false, description = "Above 1: exaggerates the target.")
	private double to = 1;

	@Parameter(label = "Number of images", callback = "forecast", min = "2", required = false, persist = false)
	private int steps = 9;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus interpolated;

	@Override
	Optional<Work> work(ModelInfo info) {
		if (source == null || target == null) return Optional.empty();
		FaceStack.count(source, selection(source, sourceslice));
		FaceStack.count(target, selection(target, targetslice));
		return Optional.of(new Work(Work.faces(steps, info) + String.format(Locale.ROOT, ", from position %s to %s", from, to),
			steps + 2, kind()));
	}

	@Override
	protected void execute(ExpressionModel opened, Progress progress) {
		interpolated = FaceStack.toImage("Interpolated", Interpolate.expression(opened, slice(source, "source", sourceslice,
			opened), slice(target, "target", targetslice, opened), from, to, steps, progress), labels());
	}

	private FaceStack slice(ImagePlus image, String key, int slice, ExpressionModel opened) {
		return faces(image, key, selection(require(image, key), slice), opened);
	}

	private static SliceSelection selection(ImagePlus image, int slice) {
		return slice == 0 ? FaceStack.current(image) : SliceSelection.single(slice);
	}

	private List<String> labels() {
		List<String> labels = new ArrayList<>();
		for (int i = 0; i < steps; i++) {
			labels.add(String.format(Locale.ROOT, "%.3f", from + (to - from) * i / (steps - 1)));
		}
		return labels;
	}
}
