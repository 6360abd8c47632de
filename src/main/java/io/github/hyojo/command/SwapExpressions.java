package io.github.hyojo.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.hyojo.Progress;
import io.github.hyojo.imagej.FaceStack;
import io.github.hyojo.imagej.Montage;
import io.github.hyojo.imagej.SliceSelection;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.op.Swap;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** Gives people the expressions of others: a labelled stack, and a montage as in the paper's figure 3. */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Swap Expressions...")
public final class SwapExpressions extends ImageCommand {

	private static final String ALL = "all pairs";

	@Parameter(label = "Identities", callback = "forecast", required = false, persist = false,
		description = "Who is shown: an image or a stack.")
	private ImagePlus identities;

	@Parameter(label = "Slices of the identities", callback = "forecast", required = false, persist = false,
		description = "Such as 1,5,10-20; empty: all.")
	private String identityslices = "";

	@Parameter(label = "Expressions", callback = "forecast", required = false, persist = false,
		description = "What they do: an image or a stack.")
	private ImagePlus expressions;

	@Parameter(label = "Slices of the expressions", callback = "forecast", required = false, persist = false,
		description = "Such as 1,5,10-20; empty: all.")
	private String expressionslices = "";

	@Parameter(label = "Pairs", callback = "forecast", choices = { ALL, "one to one" }, required = false, persist = false,
		description = "Every identity with every expression, or the first with the first, the second with the second ...")
	private String pairs = ALL;

	@Parameter(label = "Montage", required = false, persist = false,
		description = "For all pairs: identities on top, expressions on the left.")
	private boolean montage = true;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus grid;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus swapped;

	@Override
	Optional<Work> work(ModelInfo info) {
		if (identities == null || expressions == null) return Optional.empty();
		int who = FaceStack.count(identities, new SliceSelection(identityslices));
		int what = FaceStack.count(expressions, new SliceSelection(expressionslices));
		int made = pairs.equals(ALL) ? (int) Math.min((long) who * what, Integer.MAX_VALUE / 2) : Math.max(who, what);
		String people = who == 1 ? "1 identity" : who + " identities";
		return Optional.of(new Work(people + " with " + what + (what == 1 ? " expression: " : " expressions: ") + Work.faces(made,
			info), who + what + made, kind()));
	}

	@Override
	protected void execute(ExpressionModel opened, Progress progress) {
		FaceStack who = faces(identities, "identities", new SliceSelection(identityslices), opened);
		FaceStack what = faces(expressions, "expressions", new SliceSelection(expressionslices), opened);
		boolean all = pairs.equals(ALL);
		RandomAccessibleInterval<ARGBType> faces = all ? Swap.all(opened, who, what, progress) : Swap.paired(opened, who,
			what, progress);
		swapped = FaceStack.toImage("Swapped", faces, all ? allLabels(who, what) : pairedLabels(who, what));
		if (all && montage) grid = Montage.swap("Swap Montage", who, what, faces, who.labels(), what.labels());
	}

	private static List<String> allLabels(FaceStack who, FaceStack what) {
		List<String> labels = new ArrayList<>();
		for (String expression : what.labels()) {
			for (String identity : who.labels()) {
				labels.add(label(identity, expression));
			}
		}
		return labels;
	}

	private static List<String> pairedLabels(FaceStack who, FaceStack what) {
		List<String> labels = new ArrayList<>();
		for (int i = 0; i < Math.max(who.labels().size(), what.labels().size()); i++) {
			labels.add(label(who.labels().get(i % who.labels().size()), what.labels().get(i % what.labels().size())));
		}
		return labels;
	}

	private static String label(String identity, String expression) {
		return identity + " with the expression of " + expression;
	}
}
