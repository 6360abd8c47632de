package io.github.hyojo.data;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.Test;

public class FrameSamplingTest {

	@Test
	public void takesFirstLastAndEqualStepsBetween() {
		assertEquals(List.of(0, 2, 4), sample(5, 3));
		assertEquals(List.of(0, 3, 5), sample(6, 3)); // 2.5 is rounded up
		assertEquals(List.of(0, 3, 6, 9), sample(10, 4));
		assertEquals(List.of(0, 5), sample(6, 2));
	}

	@Test
	public void oneFrameIsTheApex() {
		assertEquals(List.of(6), sample(7, 1));
		assertEquals(List.of(0), sample(1, 1));
	}

	@Test
	public void takesAllIfThereAreNoMore() {
		assertEquals(List.of(0, 1, 2), sample(3, 0));
		assertEquals(List.of(0, 1, 2), sample(3, 3));
		assertEquals(List.of(0, 1, 2), sample(3, 9));
	}

	@Test
	public void filesAreSortedAsPeopleDo() {
		List<String> names = new ArrayList<>(List.of("a10.png", "B1.png", "a2.png", "a02.png", "a2b.png", "a", "3"));
		names.sort(NaturalOrder.INSTANCE);
		assertEquals(List.of("3", "a", "a02.png", "a2.png", "a2b.png", "a10.png", "B1.png"), names);
	}

	private static List<Integer> sample(int frames, int n) {
		return FrameSampling.equalSteps(IntStream.range(0, frames).boxed().toList(), n);
	}
}
