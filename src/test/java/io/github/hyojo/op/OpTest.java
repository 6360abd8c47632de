package io.github.hyojo.op;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.TinyModel;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

public class OpTest {

	private static final RandomAccessibleInterval<ARGBType> FACES = TinyModel.FACES.images();
	private static ExpressionModel model;

	@BeforeClass
	public static void open() {
		model = TinyModel.open();
	}

	@AfterClass
	public static void close() {
		model.close();
	}

	private static RandomAccessibleInterval<ARGBType> faces(int... indices) {
		return Views.stack(IntStream.of(indices).mapToObj(i -> Views.hyperSlice(FACES, 2, (long) i)).toList());
	}

	private static float[] row(RandomAccessibleInterval<FloatType> features, long n) {
		float[] row = new float[64];
		for (int i = 0; i < 64; i++) row[i] = features.getAt(i, n).get();
		return row;
	}

	private static int[] pixels(RandomAccessibleInterval<ARGBType> faces, long n) {
		int[] pixels = new int[64 * 64];
		int i = 0;
		for (ARGBType pixel : Views.flatIterable(Views.hyperSlice(faces, 2, n))) pixels[i++] = pixel.get();
		return pixels;
	}

	/** What the model itself makes of the identity of one face and the expression of another. */
	private static int[] expected(int identity, int expression) {
		RandomAccessibleInterval<ARGBType> image = ArrayImgs.argbs(64, 64, 1);
		FaceTensor.copy(model.decode(model.encodeIdentity(FaceTensor.of(FACES, identity)), model.encodeExpression(FaceTensor
			.of(FACES, expression))), image, 0);
		return pixels(image, 0);
	}

	/** Equal but for rounding: batches of other sizes may sum in another order. */
	private static void assertSameFace(int[] expected, int[] actual) {
		for (int i = 0; i < expected.length; i++) {
			for (int shift = 0; shift <= 24; shift += 8) {
				assertEquals("pixel " + i, expected[i] >> shift & 0xff, actual[i] >> shift & 0xff, 1);
			}
		}
	}

	private static double distance(int[] a, int[] b) {
		return IntStream.range(0, a.length).mapToDouble(i -> Math.abs((a[i] & 0xff) - (b[i] & 0xff))).max().orElseThrow();
	}

	private static void refused(String words, ThrowingRunnable call) {
		String message = assertThrows(HyojoException.class, call).getMessage();
		assertTrue(message, message.contains(words));
	}

	@Test
	public void aStackOfSeveralBatchesEncodesLikeItsFaces() {
		int[] order = IntStream.range(0, 70).map(i -> 5 * i % 12).toArray();
		Features features = Encode.encode(model, faces(order), Progress.SILENT);
		assertEquals(70, features.count());
		for (int i : new int[] { 0, 1, 63, 64, 69 }) {
			assertArrayEquals(model.encodeIdentity(FaceTensor.of(FACES, order[i])), row(features.identity(), i), 1e-4f);
			assertArrayEquals(model.encodeExpression(FaceTensor.of(FACES, order[i])), row(features.expression(), i), 1e-4f);
		}
		assertFalse(Arrays.equals(row(features.identity(), 0), row(features.identity(), 1)));
	}

	@Test
	public void aViewThatBeginsElsewhereEncodesAlike() {
		RandomAccessibleInterval<FloatType> whole = Encode.identity(model, FACES, Progress.SILENT);
		RandomAccessibleInterval<FloatType> part = Encode.identity(model, Views.interval(FACES, new long[] { 0, 0, 4 },
			new long[] { 63, 63, 5 }), Progress.SILENT);
		assertArrayEquals(row(whole, 5), row(part, 1), 1e-4f);
	}

	@Test
	public void aStackOfNoFacesHasNoFeatures() {
		assertEquals(0, Encode.encode(model, TinyModel.FACES.test().images(), Progress.SILENT).count());
	}

	@Test
	public void swappingAllPairsGoesThroughTheIdentitiesFirst() {
		int[] identities = { 0, 4, 8 };
		int[] expressions = { 3, 5 };
		RandomAccessibleInterval<ARGBType> swapped = Swap.all(model, faces(identities), faces(expressions),
			Progress.SILENT);
		assertArrayEquals(new long[] { 64, 64, 6 }, swapped.dimensionsAsLongArray());
		for (int e = 0; e < 2; e++) {
			for (int i = 0; i < 3; i++) {
				assertSameFace(expected(identities[i], expressions[e]), pixels(swapped, 3 * e + i));
			}
		}
		assertTrue("the model tells these apart", distance(pixels(swapped, 0), pixels(swapped, 1)) > 3 && distance(pixels(
			swapped, 0), pixels(swapped, 3)) > 3);
	}

	@Test
	public void swappingPairwise() {
		RandomAccessibleInterval<ARGBType> swapped = Swap.paired(model, faces(0, 4), faces(5, 9), Progress.SILENT);
		assertEquals(2, swapped.dimension(2));
		assertSameFace(expected(0, 5), pixels(swapped, 0));
		assertSameFace(expected(4, 9), pixels(swapped, 1));
		RandomAccessibleInterval<ARGBType> one = Swap.paired(model, faces(0, 4, 8), faces(9), Progress.SILENT);
		assertSameFace(expected(8, 9), pixels(one, 2));
		RandomAccessibleInterval<ARGBType> other = Swap.paired(model, faces(8), faces(1, 9), Progress.SILENT);
		assertSameFace(expected(8, 9), pixels(other, 1));
	}

	@Test
	public void aFaceWithItsOwnExpressionIsItsReconstruction() {
		Features features = Encode.encode(model, faces(6), Progress.SILENT);
		assertSameFace(pixels(Decode.decode(model, features.identity(), features.expression(), Progress.SILENT), 0), pixels(
			Swap.all(model, faces(6), faces(6), Progress.SILENT), 0));
	}

	@Test
	public void interpolationKeepsTheSourcesIdentity() {
		RandomAccessibleInterval<ARGBType> strip = Interpolate.expression(model, faces(0), faces(7), 0, 1, 3,
			Progress.SILENT);
		assertArrayEquals(new long[] { 64, 64, 3 }, strip.dimensionsAsLongArray());
		assertSameFace(expected(0, 0), pixels(strip, 0));
		assertSameFace(expected(0, 7), pixels(strip, 2));
	}

	@Test
	public void blendGoesBelowZeroAndAboveOne() {
		float[] a = new float[64];
		float[] b = new float[64];
		Arrays.fill(a, 1);
		Arrays.fill(b, 3);
		b[63] = -1;
		// positions -0.5, 0.25, 1, 1.75 on the way from 1 to 3, and from 1 to -1
		RandomAccessibleInterval<FloatType> line = Interpolate.blend(ArrayImgs.floats(a, 64, 1), ArrayImgs.floats(b, 64, 1),
			-0.5, 1.75, 4);
		float[][] expected = { { 0, 2 }, { 1.5f, 0.5f }, { 3, -1 }, { 4.5f, -2.5f } };
		for (int i = 0; i < 4; i++) {
			assertEquals(expected[i][0], row(line, i)[0], 1e-6);
			assertEquals(expected[i][1], row(line, i)[63], 1e-6);
		}
	}

	@Test
	public void blendCanGoBackwards() {
		float[] ones = new float[64];
		Arrays.fill(ones, 1);
		RandomAccessibleInterval<FloatType> line = Interpolate.blend(ArrayImgs.floats(64, 1), ArrayImgs.floats(ones, 64, 1),
			1, 0, 2);
		assertEquals(1, row(line, 0)[0], 0);
		assertEquals(0, row(line, 1)[0], 0);
	}

	@Test
	public void whatCannotBeDone() {
		refused("faces of 64 x 64 pixels, not 32 x 32", () -> Encode.encode(model, TinyFaces.draw(2, 2, 32).images(),
			Progress.SILENT));
		refused("not 32 x 32", () -> Swap.all(model, FACES, TinyFaces.draw(2, 2, 32).images(), Progress.SILENT));
		refused("2 identities and 3 expressions", () -> Swap.paired(model, faces(0, 1), faces(0, 1, 2), Progress.SILENT));
		refused("1 identities and 2 expressions", () -> Decode.decode(model, ArrayImgs.floats(64, 1), ArrayImgs.floats(64,
			2), Progress.SILENT));
		refused("image of 3", () -> Decode.decode(model, ArrayImgs.floats(64, 2), ArrayImgs.floats(64, 2), Progress.SILENT,
			ArrayImgs.argbs(64, 64, 3)));
		refused("not from 2 to 1", () -> Interpolate.expression(model, faces(0, 1), faces(0), 0, 1, 3, Progress.SILENT));
		refused("at least 2", () -> Interpolate.expression(model, faces(0), faces(1), 0, 1, 1, Progress.SILENT));
		refused("from NaN to 1.0", () -> Interpolate.expression(model, faces(0), faces(1), Double.NaN, 1, 3,
			Progress.SILENT));
		refused("64 identity features", () -> Decode.decode(model, ArrayImgs.floats(10, 2), ArrayImgs.floats(64, 2),
			Progress.SILENT));
		refused("not 10", () -> Interpolate.blend(ArrayImgs.floats(64, 1), ArrayImgs.floats(10, 1), 0, 1, 2));
	}

	@Test
	public void cancelAmidAStack() {
		int[] order = new int[200];
		long[] last = new long[1];
		Progress impatient = new Progress() {

			@Override
			public void report(String message, long done, long total) {
				assertEquals(200, total);
				last[0] = done;
			}

			@Override
			public boolean isCanceled() {
				return last[0] > 0;
			}
		};
		assertThrows(CancellationException.class, () -> Encode.identity(model, faces(order), impatient));
		assertTrue(last[0] > 0 && last[0] < 200);
	}

	@Test
	public void opsAreIndexed() throws Exception {
		try (InputStream in = Encode.class.getResourceAsStream("/ops.yaml")) {
			String index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			for (String op : List.of("encode", "encodeIdentity", "encodeExpression", "decode", "swap", "swapPaired",
				"interpolate", "blend"))
			{
				assertTrue(op, index.contains("names: [expression." + op + "]"));
			}
		}
	}
}
