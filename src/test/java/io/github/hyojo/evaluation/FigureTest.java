package io.github.hyojo.evaluation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

import io.github.hyojo.evaluation.Figure.Cell;
import io.github.hyojo.evaluation.Figure.Row;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

public class FigureTest {

	@Test
	public void smallFacesAreEnlargedBesideLargeOnes() {
		Cell small = new Cell(ArrayImgs.argbs(new int[] { 1, 2, 3, 4 }, 2, 2), "small");
		Cell large = new Cell(ArrayImgs.argbs(4, 4), "large");
		Figure figure = new Figure(List.of(new Row("a", List.of(Optional.empty(), Optional.of(large))), new Row("b", List.of(
			Optional.of(small)))));
		assertEquals("rows are made equally long", 2, figure.rows().get(1).cells().size());
		assertEquals(List.of("large", "small"), figure.labels());
		RandomAccessibleInterval<ARGBType> images = figure.images();
		assertArrayEquals(new long[] { 4, 4, 2 }, images.dimensionsAsLongArray());
		int[][] expected = { { 1, 1, 2, 2 }, { 1, 1, 2, 2 }, { 3, 3, 4, 4 }, { 3, 3, 4, 4 } };
		for (int y = 0; y < 4; y++) for (int x = 0; x < 4; x++) assertEquals(expected[y][x], images.getAt(x, y, 1).get());
	}
}
