package io.github.hyojo.op;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

import org.junit.After;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.engine.ComputeDevice;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** Several batches at a time. */
public class BatchesTest {

	private static final int SIZE = 64;
	private static final int ROOM = Batches.SIZE * SIZE * SIZE * 3;

	private static ExpressionModel one;
	private static ExpressionModel two;

	@BeforeClass
	public static void open() {
		one = open(1);
		two = open(2);
	}

	private static ExpressionModel open(int threads) {
		return ExpressionModel.open(TinyModel.folder(), new EngineSettings(ComputeDevice.CPU, threads), Progress.SILENT);
	}

	@AfterClass
	public static void close() {
		one.close();
		two.close();
	}

	@After
	public void nothingGoesOn() throws InterruptedException {
		for (int i = 0; i < 500 && threads() > 0; i++) {
			Thread.sleep(10);
		}
		assertEquals(0, threads());
	}

	private static long threads() {
		return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("Hyojo batches")).count();
	}

	/** Faces that are made when they are read, and kept nowhere. */
	private static RandomAccessibleInterval<ARGBType> virtual(int count, IntConsumer read) {
		return Views.interval(new FunctionRandomAccessible<>(3, (position, pixel) -> {
			int face = position.getIntPosition(2);
			if (position.getIntPosition(0) + position.getIntPosition(1) == 0) read.accept(face);
			pixel.set(31 * face * (position.getIntPosition(0) + 7 * position.getIntPosition(1)));
		}, ARGBType::new), Intervals.createMinSize(0, 0, 0, SIZE, SIZE, count));
	}

	private static float[] values(RandomAccessibleInterval<FloatType> features) {
		float[] values = new float[(int) Intervals.numElements(features)];
		int i = 0;
		for (FloatType value : Views.flatIterable(features)) values[i++] = value.get();
		return values;
	}

	private static int[] pixels(RandomAccessibleInterval<ARGBType> faces) {
		int[] pixels = new int[(int) Intervals.numElements(faces)];
		int i = 0;
		for (ARGBType pixel : Views.flatIterable(faces)) pixels[i++] = pixel.get();
		return pixels;
	}

	@Test
	public void asManyAtATimeAsThereAreThreads() {
		assertEquals(1, one.callsAtATime());
		assertEquals(2, two.callsAtATime());
	}

	@Test
	public void whatIsComputedDoesNotDependOnHowManyAreAtATime() {
		RandomAccessibleInterval<ARGBType> faces = virtual(3 * Batches.SIZE + 8, face -> {});
		Features alone = Encode.encode(one, faces, Progress.SILENT);
		Features together = Encode.encode(two, faces, Progress.SILENT);
		assertArrayEquals(values(alone.identity()), values(together.identity()), 0);
		assertArrayEquals(values(alone.expression()), values(together.expression()), 0);
		assertArrayEquals(values(alone.expression()), values(Encode.expression(two, faces, Progress.SILENT)), 0);
		float[] third = one.encodeExpression(FaceTensor.of(faces, Batches.indices(2 * Batches.SIZE, Batches.SIZE)));
		for (int i = 0; i < third.length; i++) {
			assertEquals(third[i], values(together.expression())[2 * Batches.SIZE * 64 + i], 0);
		}
		assertArrayEquals(pixels(Decode.decode(one, alone.identity(), alone.expression(), Progress.SILENT)), pixels(Decode
			.decode(two, alone.identity(), alone.expression(), Progress.SILENT)));
	}

	@Test
	public void oneThreadReadsEachFaceOnceInOrderAndTellsHowFarItIs() {
		List<Integer> read = new ArrayList<>();
		List<Long> told = new ArrayList<>();
		Thread me = Thread.currentThread();
		Encode.expression(two, virtual(300, face -> {
			assertSame(me, Thread.currentThread());
			read.add(face);
		}), (message, done, total) -> {
			assertSame(me, Thread.currentThread());
			told.add(done);
		});
		assertEquals(300, read.size());
		for (int i = 0; i < 300; i++) {
			assertEquals(i, (int) read.get(i));
		}
		assertEquals(List.of(0L, 64L, 128L, 192L, 256L, 300L), told);
	}

	@Test
	public void cancelEndsAllBatches() {
		int[] last = new int[1];
		Progress impatient = new Progress() {

			@Override
			public void report(String message, long done, long total) {}

			@Override
			public boolean isCanceled() {
				return last[0] > 4 * Batches.SIZE;
			}
		};
		assertThrows(CancellationException.class, () -> Encode.encode(two, virtual(10_000, face -> last[0] = face),
			impatient));
		assertEquals("the batch that was being read is the last", 5 * Batches.SIZE - 1, last[0]);
	}

	@Test
	public void whatGoesWrongInReadingIsThrownAsItIs() {
		IllegalStateException lost = new IllegalStateException("The disk is gone.");
		assertSame(lost, assertThrows(IllegalStateException.class, () -> Encode.encode(two, virtual(10_000, face -> {
			if (face == 200) throw lost;
		}), Progress.SILENT)));
	}

	@Test
	public void closingWaitsForBatchesAndThoseAfterItFail() {
		ExpressionModel closing = open(2);
		String message = assertThrows(IllegalStateException.class, () -> Encode.encode(closing, virtual(10_000, face -> {
			if (face == 200) closing.close();
		}), Progress.SILENT)).getMessage();
		assertEquals("The model is closed.", message);
	}

	@Test
	public void memoryDoesNotGrowWithTheStack() {
		BufferPoolMXBean direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream().filter(pool -> pool
			.getName().equals("direct")).findFirst().orElseThrow();
		long before = direct.getMemoryUsed();
		long[] most = new long[1];
		Encode.identity(two, virtual(20 * Batches.SIZE, face -> {}), (message, done, total) -> most[0] = Math.max(most[0],
			direct.getMemoryUsed()));
		// one room more for small things
		assertTrue((most[0] - before) / ROOM + " rooms", most[0] - before < 3 * ROOM);
	}
}
