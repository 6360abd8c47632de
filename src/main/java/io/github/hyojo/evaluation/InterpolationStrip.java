package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Expression;
import io.github.hyojo.evaluation.Figure.Cell;
import io.github.hyojo.evaluation.Figure.Row;
import io.github.hyojo.op.Features;
import io.github.hyojo.op.Interpolate;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Figure 4: a face whose expression becomes another's step by step, while the identity stays. */
final class InterpolationStrip implements FigureKind {

	private static final int STEPS = 9;

	@Override
	public Row header(String label, Shown shown) {
		List<Optional<Cell>> cells = new ArrayList<>(Collections.nCopies(STEPS, Optional.empty()));
		cells.set(0, shown.original(source(shown)));
		cells.set(STEPS - 1, shown.original(target(shown)));
		return new Row(label, cells);
	}

	@Override
	public List<Row> block(String label, TrainedMethod method, Shown shown, Progress progress) {
		Features features = method.encode(shown.faces(), progress);
		int source = source(shown);
		RandomAccessibleInterval<FloatType> expression = Interpolate.blend(Shown.pick(features.expression(), IntStream.of(
			source)), Shown.pick(features.expression(), IntStream.of(target(shown))), 0, 1, STEPS);
		RandomAccessibleInterval<ARGBType> faces = method.decode(Shown.pick(features.identity(), IntStream.range(0, STEPS)
			.map(n -> source)), expression, progress);
		List<Optional<Cell>> cells = new ArrayList<>();
		for (int n = 0; n < STEPS; n++) {
			cells.add(Optional.of(new Cell(Views.hyperSlice(faces, 2, n), String.format(Locale.ROOT, "%s: %.3f", label, n
				/ (STEPS - 1.0)))));
		}
		return List.of(new Row(label, cells));
	}

	/** Another subject than the target, if there is one. */
	private static int source(Shown shown) {
		int[] identities = shown.examples().identities();
		String others = shown.faces().faces().get(target(shown)).subject();
		return IntStream.of(identities).filter(i -> !shown.faces().faces().get(i).subject().equals(others)).findFirst()
			.orElse(identities[0]);
	}

	/** The first expression that is not neutral, if there is one. */
	private static int target(Shown shown) {
		int[] expressions = shown.examples().expressions();
		return IntStream.of(expressions).filter(i -> !Expression.NEUTRAL.label().equals(shown.faces().faces().get(i)
			.expression())).findFirst().orElse(expressions[0]);
	}
}
