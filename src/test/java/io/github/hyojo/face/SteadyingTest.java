package io.github.hyojo.face;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.Test;

/** Drawn faces whose motion is known. */
public class SteadyingTest {

	private static final int SIZE = 64;

	private final Steadying steadying = Steadying.of(SIZE);

	@Test
	public void facesThatWereMovedLieOnEachOtherAfterwards() {
		double[][] moves = { { 0, 0 }, { 2, 0 }, { -2, 0 }, { 0, 1.5 }, { 0, -1.5 } };
		List<int[]> faces = new ArrayList<>();
		for (double[] move : moves) faces.add(face(move[0], move[1], 0, 1, 0));

		List<Motion> motions = steadying.motions(faces.size(), faces::get, () -> {});

		// the mean of all moves is none
		for (int i = 0; i < moves.length; i++) {
			assertEquals(0, motions.get(i).angle(), 0.005);
			assertEquals("right " + i, moves[i][0], motions.get(i).x(), 0.15);
			assertEquals("down " + i, moves[i][1], motions.get(i).y(), 0.15);
		}
	}

	@Test
	public void turnedFacesAreTurnedBack() {
		double turn = Math.toRadians(3);
		List<int[]> faces = List.of(face(0, 0, turn, 1, 0), face(0, 0, -turn, 1, 0), face(0, 0, 0, 1, 0));

		List<Motion> motions = steadying.motions(3, faces::get, () -> {});

		assertEquals(2 * turn, Math.abs(motions.get(0).angle() - motions.get(1).angle()), Math.toRadians(0.5));
		double before = difference(faces.get(0), faces.get(1));
		double after = difference(steadying.apply(faces.get(0), motions.get(0)), steadying.apply(faces.get(1), motions.get(
			1)));
		assertTrue(before + " before, " + after + " after", after < before / 4);
	}

	@Test
	public void lightAndContrastDoNotMoveAFace() {
		List<int[]> faces = List.of(face(0, 0, 0, 1, 0), face(0, 0, 0, 0.6, 20), face(0, 0, 0, 1, -20));

		for (Motion motion : steadying.motions(3, faces::get, () -> {})) {
			assertEquals(0, motion.x(), 0.05);
			assertEquals(0, motion.y(), 0.05);
			assertEquals(0, motion.angle(), 0.002);
		}
	}

	@Test
	public void aMovedFaceIsTheFaceFromThere() {
		int[] moved = steadying.apply(face(3, -2, 0, 1, 0), new Motion(0, 3, -2));

		int[] wanted = face(0, 0, 0, 1, 0);
		for (int y = 8; y < SIZE - 8; y++) {
			assertArrayEquals("row " + y, Arrays.copyOfRange(wanted, y * SIZE + 8, y * SIZE + SIZE - 8), Arrays.copyOfRange(moved,
				y * SIZE + 8, y * SIZE + SIZE - 8));
		}
		for (int pixel : moved) assertEquals(0xff, pixel >>> 24);
	}

	@Test
	public void aFaceAloneAndAFaceWithoutStructureStay() {
		int[] alone = face(2, 2, 0.1, 1, 0), plain = new int[SIZE * SIZE];
		Arrays.fill(plain, 0xff808080);

		Motion motion = steadying.motions(1, i -> alone, () -> {}).get(0);
		assertEquals(0, Math.hypot(motion.x(), motion.y()), 0.01);
		assertEquals(List.of(Motion.NONE, Motion.NONE), steadying.motions(2, i -> plain, () -> {}));
		assertSame(plain, steadying.apply(plain, Motion.NONE));
	}

	/** Smooth eyes, nose and mouth on skin, moved to the right and down and turned around the middle. */
	private static int[] face(double right, double down, double turn, double contrast, double brightness) {
		double[][] spots = { { 19, 20, 5, -90 }, { 45, 20, 5, -90 }, { 32, 34, 6, 30 }, { 32, 50, 9, -60 } };
		int[] argb = new int[SIZE * SIZE];
		double cos = Math.cos(turn), sin = Math.sin(turn), middle = (SIZE - 1) / 2.0;
		for (int i = 0; i < argb.length; i++) {
			double u = i % SIZE - middle - right, v = i / SIZE - middle - down;
			double x = u * cos + v * sin + middle, y = -u * sin + v * cos + middle;
			double value = 150;
			for (double[] spot : spots) {
				double distance = Math.pow((x - spot[0]) / spot[2], 2) + Math.pow((y - spot[1]) / spot[2] * 1.5, 2);
				value += spot[3] * Math.exp(-distance / 2);
			}
			int gray = (int) Math.max(0, Math.min(255, Math.round(128 + contrast * (value - 128) + brightness)));
			argb[i] = 0xff000000 | gray << 16 | gray << 8 | gray;
		}
		return argb;
	}

	/** @return mean absolute difference of the green values within the edges */
	private static double difference(int[] a, int[] b) {
		double sum = 0;
		int count = 0;
		for (int y = 6; y < SIZE - 6; y++) {
			for (int x = 6; x < SIZE - 6; x++, count++) {
				sum += Math.abs((a[y * SIZE + x] >> 8 & 0xff) - (b[y * SIZE + x] >> 8 & 0xff));
			}
		}
		return sum / count;
	}
}
