package io.github.hyojo.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;

import org.junit.Test;

import io.github.hyojo.HyojoException;
import io.github.hyojo.picture.Picture;

public class FaceAlignerTest {

	private static final Framing HALF = new Framing(0.25, 0.5);

	@Test
	public void putsTheEyesWhereTheFramingSays() {
		// the eyes are squares of 5 x 5 around (50.5, 60.5) and (90.5, 60.5), 40 apart
		Picture picture = eyes(50, 60, 90, 60);
		int[] face = FaceAligner.align(picture, new Eyes(50.5, 60.5, 90.5, 60.5), HALF, 80);
		assertCenter(20, 20, face, 80, 0, 40);
		assertCenter(60, 20, face, 80, 40, 80);
	}

	@Test
	public void levelsTheEyes() {
		// 3, 4, 5: the right eye is 30 further right, 40 further down
		Picture picture = eyes(50, 60, 80, 100);
		int[] face = FaceAligner.align(picture, new Eyes(50.5, 60.5, 80.5, 100.5), HALF, 80);
		assertCenter(20, 20, face, 80, 0, 40);
		assertCenter(60, 20, face, 80, 40, 80);
	}

	@Test
	public void averagesWhereItShrinks() {
		// columns of black and white, six to one pixel of the face
		int[] argb = new int[120 * 120];
		for (int i = 0; i < argb.length; i++) argb[i] = i % 2 == 0 ? 0xff000000 : 0xffffffff;
		int[] face = FaceAligner.align(new Picture(120, 120, argb), new Eyes(30, 30, 90, 30), HALF, 20);
		for (int y = 1; y < 19; y++) {
			for (int x = 1; x < 19; x++) assertEquals(127.5, face[y * 20 + x] & 0xff, 1);
		}
	}

	@Test
	public void repeatsTheEdgeBeyondThePicture() {
		int[] argb = new int[10 * 10];
		Arrays.fill(argb, 0, 50, 0xffff0000);
		Arrays.fill(argb, 50, 100, 0xff0000ff);
		int[] face = FaceAligner.align(new Picture(10, 10, argb), new Eyes(4, 5, 6, 5), new Framing(0.5, 0.1), 20);
		assertEquals(0xffff0000, face[0]);
		assertEquals(0xffff0000, face[19]);
		assertEquals(0xff0000ff, face[380]);
		assertEquals(0xff0000ff, face[399]);
	}

	@Test
	public void anUnturnedPartOfTheSameSizeStaysAsItIs() {
		int[] argb = new int[64];
		for (int i = 0; i < 64; i++) argb[i] = 0xff000000 | i * 3;
		assertEquals(Arrays.toString(argb),
			Arrays.toString(FaceAligner.align(new Picture(8, 8, argb), new Eyes(2, 2, 6, 2), HALF, 8)));
	}

	@Test
	public void framingsAreChecked() {
		for (double wrong : new double[] { -0.1, 1.1, Double.NaN }) {
			assertThrows(HyojoException.class, () -> new Framing(wrong, 0.4));
			assertThrows(HyojoException.class, () -> new Framing(0.4, wrong));
		}
	}

	private static Picture eyes(int leftX, int leftY, int rightX, int rightY) {
		int[] argb = new int[160 * 160];
		for (int dy = -2; dy <= 2; dy++) {
			for (int dx = -2; dx <= 2; dx++) {
				argb[(leftY + dy) * 160 + leftX + dx] = 0xffffffff;
				argb[(rightY + dy) * 160 + rightX + dx] = 0xffffffff;
			}
		}
		return new Picture(160, 160, argb);
	}

	/** The centre of what is bright between two columns. */
	private static void assertCenter(double x, double y, int[] face, int size, int from, int to) {
		double sum = 0, sumX = 0, sumY = 0;
		for (int i = 0; i < face.length; i++) {
			if (i % size < from || i % size >= to) continue;
			double weight = face[i] & 0xff;
			sum += weight;
			sumX += weight * (i % size + 0.5);
			sumY += weight * (i / size + 0.5);
		}
		assertEquals(x, sumX / sum, 0.1);
		assertEquals(y, sumY / sum, 0.1);
	}
}
