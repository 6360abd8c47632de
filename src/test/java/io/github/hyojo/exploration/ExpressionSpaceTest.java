package io.github.hyojo.exploration;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Test;

import io.github.hyojo.HyojoException;
import io.github.hyojo.op.Features;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Four faces whose z_e lie around the mean (1, 2): two at a distance of 5 along (3, 4) / 5, two at a distance of 1 along
 * (4, -3) / 5. So the components are these two directions.
 */
public class ExpressionSpaceTest {

	private static final float[] EXPRESSIONS = { 1 + 3, 2 + 4, 1 - 3, 2 - 4, 1 + 0.8f, 2 - 0.6f, 1 - 0.8f, 2 + 0.6f };

	private final ExpressionSpace space = new ExpressionSpace(features(EXPRESSIONS));

	private static Features features(float[] expressions) {
		return new Features(ArrayImgs.floats(new float[] { 10, 11, 20, 21, 30, 31, 40, 41 }, 2, 4), ArrayImgs.floats(
			expressions, 2, 4));
	}

	@Test
	public void facesHaveTheirPlaces() {
		assertEquals(2, space.dimensions());
		assertArrayEquals(new double[] { 5, 0 }, space.position(0), 1e-6);
		assertArrayEquals(new double[] { -5, 0 }, space.position(1), 1e-6);
		assertArrayEquals(new double[] { 0, 1 }, space.position(2), 1e-6);
		assertArrayEquals(new double[] { 0, -1 }, space.position(3), 1e-6);
		assertArrayEquals(new float[] { 30, 31 }, space.identity(2), 0);
		assertEquals(50 / 52.0, space.share(0), 1e-6);
		// two of four are 5 away: the root of 50 / 4
		assertEquals(Math.sqrt(12.5), space.deviation(0), 1e-6);
	}

	@Test
	public void placesHaveTheirExpressions() {
		assertArrayEquals(new float[] { 1, 2 }, space.expression(space.center()), 1e-6f);
		assertArrayEquals(new float[] { 4, 6 }, space.expression(space.position(0)), 1e-5f);
		// twice as far as the first face: exaggerated
		assertArrayEquals(new float[] { 7, 10 }, space.expression(new double[] { 10, 0 }), 1e-5f);
		// 5 along the first and -2 along the second
		assertArrayEquals(new float[] { 4 - 1.6f, 6 + 1.2f }, space.expression(new double[] { 5, -2 }), 1e-5f);
	}

	@Test
	public void oneCanGoHalfTheirRangeBeyondTheFaces() {
		assertEquals(-5, space.data(0).min(), 1e-6);
		assertEquals(5, space.data(0).max(), 1e-6);
		assertEquals(-10, space.reach(0).min(), 1e-6);
		assertEquals(10, space.reach(0).max(), 1e-6);
		assertEquals(2, space.reach(1).max(), 1e-6);
	}

	@Test
	public void aLineGoesFromStartToEnd() {
		List<double[]> line = ExpressionSpace.line(new double[] { 0, 0 }, new double[] { 5, 2 }, 3);
		assertArrayEquals(new double[] { 2.5, 1 }, line.get(1), 1e-9);
		RandomAccessibleInterval<FloatType> expressions = space.expressions(line);
		assertArrayEquals(new long[] { 2, 3 }, expressions.dimensionsAsLongArray());
		assertEquals(1, expressions.getAt(0, 0).get(), 1e-5);
		assertEquals(4 + 1.6, expressions.getAt(0, 2).get(), 1e-5);
		assertEquals(6 - 1.2, expressions.getAt(1, 2).get(), 1e-5);
	}

	/** The first component grows to the right, the second one upwards. */
	@Test
	public void aGridCoversTheFaces() {
		List<double[]> grid = space.grid(3);
		assertEquals(9, grid.size());
		assertArrayEquals(new double[] { -5, 1 }, grid.get(0), 1e-6);
		assertArrayEquals(new double[] { 5, 1 }, grid.get(2), 1e-6);
		assertArrayEquals(new double[] { 0, 0 }, grid.get(4), 1e-6);
		assertArrayEquals(new double[] { -5, -1 }, grid.get(6), 1e-6);
		assertArrayEquals("one face is in the middle", new double[] { 0, 0 }, space.grid(1).get(0), 1e-6);
	}

	@Test
	public void noMapOfWhatIsAllAlike() {
		String sentence = assertThrows(HyojoException.class, () -> new ExpressionSpace(features(new float[8]))).getMessage();
		assertTrue(sentence, sentence.contains("the same expression in all faces"));
		RandomAccessibleInterval<FloatType> none = ArrayImgs.floats(new float[0], 2, 0);
		assertThrows(HyojoException.class, () -> new ExpressionSpace(new Features(none, none)));
	}

	@Test
	public void movingAbout() {
		Exploration exploration = new Exploration(null, space, null);
		int[] told = { 0 };
		exploration.listen(() -> told[0]++);
		exploration.move(3, 99);
		assertArrayEquals("no further than one can go", new double[] { 3, 2 }, exploration.position(), 1e-6);
		exploration.set(1, -0.5);
		assertArrayEquals(new double[] { 3, -0.5 }, exploration.position(), 1e-6);
		exploration.setStart();
		exploration.choose(1);
		exploration.setEnd();
		assertArrayEquals(new double[] { -5, 0 }, exploration.position(), 1e-6);
		assertArrayEquals(new double[] { 3, -0.5 }, exploration.start().orElseThrow(), 1e-6);
		assertArrayEquals(new double[] { -5, 0 }, exploration.end().orElseThrow(), 1e-6);
		assertEquals(1, (int) exploration.chosen().orElseThrow());
		assertEquals(5, told[0]);
	}
}
