package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * Faces in rows and columns, with labels.
 *
 * @param rows from top to bottom, all of the same length
 */
public record Figure(List<Row> rows) {

	/**
	 * A place in the figure.
	 *
	 * @param image S x S
	 * @param label what it shows
	 */
	public record Cell(RandomAccessibleInterval<ARGBType> image, String label) {}

	/**
	 * A row of the figure.
	 *
	 * @param label what it shows; may be empty
	 * @param cells from left to right; some may be left empty
	 */
	public record Row(String label, List<Optional<Cell>> cells) {}

	/** Makes all rows as long as the longest one. */
	public Figure {
		int longest = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
		rows = rows.stream().map(row -> padded(row, longest)).toList();
	}

	private static Row padded(Row row, int length) {
		List<Optional<Cell>> cells = new ArrayList<>(row.cells());
		cells.addAll(Collections.nCopies(length - cells.size(), Optional.empty()));
		return new Row(row.label(), List.copyOf(cells));
	}

	private List<Cell> cells() {
		return rows.stream().flatMap(row -> row.cells().stream()).flatMap(Optional::stream).toList();
	}

	/** @return S x S x N: all faces row by row, small ones enlarged by repeating pixels to the size of the largest */
	public RandomAccessibleInterval<ARGBType> images() {
		List<Cell> cells = cells();
		long size = cells.stream().mapToLong(cell -> cell.image().dimension(0)).max().orElseThrow();
		return Views.stack(cells.stream().map(cell -> enlarged(cell.image(), size)).toList());
	}

	/** @return N labels, one per face */
	public List<String> labels() {
		return cells().stream().map(Cell::label).toList();
	}

	private static RandomAccessibleInterval<ARGBType> enlarged(RandomAccessibleInterval<ARGBType> image, long size) {
		long factor = size / image.dimension(0);
		if (factor == 1) return image;
		RandomAccessibleInterval<ARGBType> large = ArrayImgs.argbs(size, size);
		for (long dx = 0; dx < factor; dx++) {
			for (long dy = 0; dy < factor; dy++) {
				var pixels = Views.subsample(Views.interval(large, new long[] { dx, dy }, new long[] { size - factor + dx, size
					- factor + dy }), factor);
				LoopBuilder.setImages(Views.zeroMin(image), pixels).forEachPixel((from, to) -> to.set(from));
			}
		}
		return large;
	}
}
