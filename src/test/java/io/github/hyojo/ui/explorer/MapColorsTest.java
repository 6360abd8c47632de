package io.github.hyojo.ui.explorer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.Test;

/** How the points of the map are told apart. */
public class MapColorsTest {

	@Test
	public void fewTextsAreGroups() {
		MapColors colors = MapColors.of(List.of("sad", "unknown", "happy", "sad"));
		assertEquals(List.of("happy", "sad", "unknown"), colors.groups());
		assertEquals(colors.color().apply(0), colors.color().apply(3));
		assertFalse(colors.color().apply(0).equals(colors.color().apply(2)));
		assertTrue(colors.hasLegend());
	}

	@Test
	public void fewNumbersAreGroupsInTheirOrder() {
		assertEquals(List.of("1", "2", "10"), MapColors.of(List.of("10", "2", "1", "2")).groups());
	}

	/** From the first colour of the scale to its last; what is unknown is grey. */
	@Test
	public void manyNumbersAreAScale() {
		List<String> numbers = new ArrayList<>(IntStream.rangeClosed(0, 20).mapToObj(i -> "" + i / 20.0).toList());
		numbers.add("unknown");
		MapColors colors = MapColors.of(numbers);
		assertEquals(0, colors.numbers().min(), 0);
		assertEquals(1, colors.numbers().max(), 0);
		assertEquals(new Color(0x30407f), colors.color().apply(0));
		assertEquals(new Color(0xe3d32c), colors.color().apply(20));
		Color grey = colors.color().apply(21);
		assertTrue(grey.getRed() == grey.getGreen() && grey.getGreen() == grey.getBlue());
		assertFalse(colors.hasLegend());
	}

	@Test
	public void noLegendOfVeryManyGroups() {
		MapColors colors = MapColors.of(IntStream.range(0, 67).mapToObj(i -> "S" + i).toList());
		assertNull(colors.numbers());
		assertEquals(67, colors.groups().size());
		assertFalse(colors.hasLegend());
	}
}
