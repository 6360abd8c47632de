package io.github.hyojo.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import org.junit.Test;

public class InitializationTest {

	@Test
	public void heVariance() {
		float[] values = Initialization.he(1).weights("decoder/fc/weights", 100_000, 50);
		double mean = 0;
		double square = 0;
		for (float value : values) {
			mean += value / values.length;
			square += (double) value * value / values.length;
		}
		// 2 / 50; four standard errors of 100,000 draws
		assertEquals(0, mean, 4 * 0.2 / Math.sqrt(100_000));
		assertEquals(0.04, square, 4 * 0.04 * Math.sqrt(2.0 / 100_000));
	}

	@Test
	public void theSeedAndTheNameDecide() {
		float[] values = Initialization.he(1).weights("identity/conv1_1/weights", 10, 27);
		assertArrayEquals(values, Initialization.he(1).weights("identity/conv1_1/weights", 10, 27), 0);
		assertNotEquals(values[0], Initialization.he(2).weights("identity/conv1_1/weights", 10, 27)[0], 0);
		assertNotEquals(values[0], Initialization.he(1).weights("expression/conv1_1/weights", 10, 27)[0], 0);
		// more values begin with the same ones
		assertEquals(values[9], Initialization.he(1).weights("identity/conv1_1/weights", 20, 27)[9], 0);
	}
}
