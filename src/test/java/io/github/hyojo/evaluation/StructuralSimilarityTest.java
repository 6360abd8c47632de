package io.github.hyojo.evaluation;

import static org.junit.Assert.assertEquals;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.Test;

public class StructuralSimilarityTest {

	private static final int SIZE = 24;

	private static double[] image(IntToDoubleFunction pixel) {
		return IntStream.range(0, SIZE * SIZE).mapToDouble(pixel).toArray();
	}

	@Test
	public void plainImagesDifferInBrightnessAlone() {
		// (2 x 0.2 x 0.6 + 0.0001) / (0.04 + 0.36 + 0.0001)
		assertEquals(0.2401 / 0.4001, StructuralSimilarity.of(image(i -> 0.2), image(i -> 0.6), SIZE), 1e-9);
		assertEquals(1, StructuralSimilarity.of(image(i -> 0.3), image(i -> 0.3), SIZE), 1e-9);
	}

	/** Stripes of 0.4 and 0.6, of which every window has as many: mean 0.5, variance 0.01, covariance with d(x) d(y). */
	@Test
	public void stripes() {
		double[] stripes = image(i -> i % 2 == 0 ? 0.4 : 0.6);
		double[] opposite = image(i -> i % 2 == 0 ? 0.6 : 0.4);
		double[] weaker = image(i -> i % 2 == 0 ? 0.45 : 0.55);
		assertEquals((-0.02 + 0.0009) / (0.02 + 0.0009), StructuralSimilarity.of(stripes, opposite, SIZE), 1e-3);
		// variance 0.0025, covariance 0.005
		assertEquals((0.01 + 0.0009) / (0.0125 + 0.0009), StructuralSimilarity.of(stripes, weaker, SIZE), 1e-3);
	}
}
