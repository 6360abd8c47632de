package io.github.hyojo.evaluation;

import static org.junit.Assert.assertArrayEquals;

import org.junit.Test;

public class LinearDiscriminantTest {

	/**
	 * By hand: class means 1 and 11, variance within 1, in all 23.22 (mean 4.33); S = 0.9 x 1 + 0.1 x 23.22 = 3.222; the
	 * border lies at 6 + S log(p_0 / p_1) / (11 - 1) = 6 + 3.222 x 0.693 / 10 = 6.2233.
	 */
	@Test
	public void theBorderOfTwoClasses() {
		LinearDiscriminant discriminant = new LinearDiscriminant(new double[][] { { 0 }, { 2 }, { 0 }, { 2 }, { 10 }, {
			12 } }, new int[] { 0, 0, 0, 0, 1, 1 }, 2);
		assertArrayEquals(new int[] { 0, 0, 1, 1 }, discriminant.predict(new double[][] { { -50 }, { 6.22 }, { 6.23 }, {
			50 } }));
	}

	/** Least squares against each class in turn never finds the middle one of three. */
	@Test
	public void aClassBetweenOthersIsFound() {
		LinearDiscriminant discriminant = new LinearDiscriminant(new double[][] { { 0, 5 }, { 1, 5 }, { 10, 5 }, { 11, 5 },
			{ 20, 5 }, { 21, 5 } }, new int[] { 0, 0, 1, 1, 2, 2 }, 4);
		assertArrayEquals(new int[] { 0, 1, 2 }, discriminant.predict(new double[][] { { 4, 5 }, { 7, 5 }, { 17, 5 } }));
	}
}
