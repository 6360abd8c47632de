package io.github.hyojo.exploration;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

import org.junit.After;
import org.junit.Test;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.op.Encode;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** A model that works for a window. */
public class LiveModelTest {

	private static final float[] HERE = new float[64];
	private static final float[] THERE = new float[64];
	static {
		THERE[0] = 20;
	}

	private final List<int[]> drawn = Collections.synchronizedList(new ArrayList<>());
	private final List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
	private final LiveModel live = new LiveModel(TinyModel.open(), face -> drawn.add(pixels(face)), failures::add);
	private final Person person = new Person("somebody", null, new float[64]);

	@After
	public void close() {
		live.close();
	}

	/** A hundred are wanted while the model is busy. */
	@Test
	public void ofManyFacesTheNewestIsDrawn() {
		CountDownLatch busy = new CountDownLatch(1);
		live.ask((model, progress) -> await(busy));
		for (int i = 0; i < 99; i++) live.draw(person, HERE);
		live.draw(person, THERE);
		busy.countDown();
		int[] expected = live.ask((model, progress) -> pixels(Views.hyperSlice(person.draw(model, ArrayImgs.floats(THERE, 64,
			1), progress), 2, 0))).join();
		assertEquals(1, drawn.size());
		assertArrayEquals(expected, drawn.get(0));
	}

	@Test
	public void aFaceThatCannotBeDrawnIsTold() {
		live.draw(new Person("of another model", null, new float[3]), HERE);
		live.ask((model, progress) -> null).join();
		assertEquals(1, failures.size());
		assertTrue(failures.get(0) instanceof HyojoException);
	}

	/** Endless work ends when the window is closed, and the thread with it; what is asked for later is refused. */
	@Test
	public void closingEndsTheWork() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CompletableFuture<Object> endless = live.ask((model, progress) -> {
			begun.countDown();
			while (true) Encode.encode(model, TinyModel.FACES.images(), progress);
		});
		begun.await();
		live.close();
		live.close();
		assertTrue("ended", live.awaitClosed(10));
		Throwable cause = assertThrows(CompletionException.class, endless::join).getCause();
		assertTrue(cause.toString(), cause instanceof CancellationException);
		live.draw(person, HERE);
		assertTrue(live.ask((model, progress) -> null).isCompletedExceptionally());
		assertTrue(drawn.isEmpty());
	}

	@Test
	public void aPersonHasTheIdentityOfThePicture() {
		float[][] identity = new float[1][];
		Person taken = live.ask((model, progress) -> {
			identity[0] = model.encodeIdentity(FaceTensor.of(TinyModel.FACES.images(), 5));
			return Person.of("B", TinyModel.FACES.select(5).images(), model, Progress.SILENT);
		}).join();
		assertArrayEquals(identity[0], taken.identity(), 1e-5f);
		assertArrayEquals(pixels(Views.hyperSlice(TinyModel.FACES.images(), 2, 5)), pixels(taken.image()));
	}

	private static int[] pixels(RandomAccessibleInterval<ARGBType> face) {
		List<Integer> pixels = new ArrayList<>();
		for (ARGBType pixel : Views.flatIterable(face)) pixels.add(pixel.get());
		return pixels.stream().mapToInt(i -> i).toArray();
	}

	private static Object await(CountDownLatch latch) {
		try {
			latch.await();
			return null;
		}
		catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
