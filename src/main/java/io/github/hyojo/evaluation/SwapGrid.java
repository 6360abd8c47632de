package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.hyojo.Progress;
import io.github.hyojo.evaluation.Figure.Cell;
import io.github.hyojo.evaluation.Figure.Row;
import io.github.hyojo.op.Features;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** Figure 3: every identity with every expression. */
final class SwapGrid implements FigureKind {

	@Override
	public Row header(String label, Shown shown) {
		List<Optional<Cell>> cells = new ArrayList<>(List.of(Optional.empty()));
		for (int identity : shown.examples().identities()) cells.add(shown.original(identity));
		return new Row(label, cells);
	}

	@Override
	public List<Row> block(String label, TrainedMethod method, Shown shown, Progress progress) {
		int[] who = shown.examples().identities();
		int[] what = shown.examples().expressions();
		int pairs = who.length * what.length;
		Features features = method.encode(shown.faces(), progress);
		RandomAccessibleInterval<ARGBType> swapped = method.decode(Shown.pick(features.identity(), IntStream.range(0, pairs)
			.map(n -> who[n % who.length])), Shown.pick(features.expression(), IntStream.range(0, pairs).map(n -> what[n
				/ who.length])), progress);
		List<Row> rows = new ArrayList<>();
		for (int e = 0; e < what.length; e++) {
			List<Optional<Cell>> cells = new ArrayList<>(List.of(shown.original(what[e])));
			for (int i = 0; i < who.length; i++) {
				cells.add(Optional.of(new Cell(Views.hyperSlice(swapped, 2, (long) e * who.length + i), label + ": " + shown.name(
					who[i]) + " with the expression of " + shown.name(what[e]))));
			}
			rows.add(new Row(e == 0 ? label : "", cells));
		}
		return rows;
	}
}
