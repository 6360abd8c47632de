package io.github.hyojo.evaluation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

import io.github.hyojo.data.FaceDataset;

public class ExpressionMapTest {

	/**
	 * By hand: the mean is (1, 2); most of the variance, 2 x 25 of 2 x 25 + 2 x 1, lies along (3, 4) / 5, the rest along
	 * (4, -3) / 5, whose largest weight is positive already.
	 */
	@Test
	public void principalComponents() {
		double[][] expression = { { 1 + 3, 2 + 4 }, { 1 - 3, 2 - 4 }, { 1 + 0.8, 2 - 0.6 }, { 1 - 0.8, 2 + 0.6 }, { 99, 0 } };
		Toy.Faces faces = new Toy.Faces();
		for (int i = 0; i < 5; i++) faces.add("A", "" + i, 0, i == 4 ? null : i == 0 ? "sad" : "happy", null, 0, 0);
		FaceDataset dataset = faces.dataset();
		ExpressionMap map = ExpressionMap.of(new EncodedPart(Part.TRAINING, dataset, new FeatureRows(new double[5][0],
			expression), RecognitionSet.of(dataset.faces(), 0.5)));
		assertArrayEquals(new double[] { 5, -5, 0, 0 }, map.x(), 1e-9);
		assertArrayEquals(new double[] { 0, 0, 1, -1 }, map.y(), 1e-9);
		assertArrayEquals(new double[] { 50 / 52.0, 2 / 52.0 }, map.shares(), 1e-9);
		assertEquals(List.of("happy", "sad"), map.classes());
		assertEquals(4, map.faces().size());
	}
}
