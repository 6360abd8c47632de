package io.github.hyojo.evaluation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.Test;

import io.github.hyojo.Progress;

public class RecognitionTest {

	private static final EvaluationSettings SETTINGS = EvaluationSettings.DEFAULT;

	/**
	 * Three groups so far apart that every trial finds them. By hand: the first has its centroid at 0.67 and is taken for
	 * happy, as the image at 1 (2 of 3 right); the second, at 1e6 + 2, for sad (1 of 3); the third, at 3e6 + 1.33, for
	 * happy, as the image at 3e6 + 1 (1 of 3).
	 */
	@Test
	public void toySet() {
		double[][] features = { { 0 }, { 1 }, { 1.01 }, { 1e6 }, { 1e6 + 2 }, { 1e6 + 4 }, { 3e6 }, { 3e6 + 3 }, { 3e6
			+ 1 } };
		List<String> labels = List.of("sad", "happy", "happy", "angry", "sad", "happy", "angry", "sad", "happy");
		Recognition recognition = Recognition.of(features, labels, Part.TEST, SETTINGS.withRecognition(3, 20),
			Progress.SILENT);
		// right: 1, 1.01; 1e6 + 2; 3e6 + 1
		assertEquals(100 * 4 / 9.0, recognition.mean(), 1e-9);
		assertEquals(0, recognition.standardDeviation(), 1e-9);
		Confusion confusion = recognition.confusion();
		assertEquals(List.of("happy", "sad", "angry"), confusion.classes());
		// happy: 1, 1.01 and 3e6 + 1 right, 1e6 + 4 taken for sad
		assertArrayEquals(new long[] { 60, 20, 0 }, confusion.counts()[0]);
		assertArrayEquals(new long[] { 40, 20, 0 }, confusion.counts()[1]);
		assertArrayEquals(new long[] { 20, 20, 0 }, confusion.counts()[2]);
		assertEquals(4, confusion.images(0));
		assertEquals(3, confusion.mean(0, 0), 1e-12);
	}

	/** As of a collapsed posterior: all images are in one place, and whichever counts as nearest, its class is all. */
	@Test
	public void featuresThatAreAllTheSame() {
		Recognition recognition = Recognition.of(new double[50][64], labels(50), Part.TEST, SETTINGS, Progress.SILENT);
		// of 50 images, the first 5 classes have 6, the others 5
		assertTrue(recognition.mean() + " %", recognition.mean() >= 10 && recognition.mean() <= 12);
	}

	/** Mean 70; deviations -20, 0, 20: variance 800 / 2. */
	@Test
	public void meanAndStandardDeviation() {
		Recognition recognition = new Recognition(new double[] { 50, 70, 90 }, null);
		assertEquals(70, recognition.mean(), 1e-12);
		assertEquals(20, recognition.standardDeviation(), 1e-12);
	}

	@Test
	public void theSeedDecidesAndNotTheNumberOfThreads() throws Exception {
		double[][] features = noise(200, 3);
		double[] one = inPool(1, features, 7);
		assertArrayEquals(one, inPool(4, features, 7), 0);
		assertFalse(Arrays.equals(one, inPool(4, features, 8)));
	}

	/** The size that the paper's protocol has here. A busy machine is given time. */
	@Test
	public void aHundredTrialsAreQuick() {
		long start = System.nanoTime();
		Recognition.of(noise(2000, 64), labels(2000), Part.TRAINING, SETTINGS, Progress.SILENT);
		double seconds = (System.nanoTime() - start) / 1e9;
		assertTrue(seconds + " s", seconds < 40);
	}

	@Test
	public void cancel() {
		AtomicInteger last = new AtomicInteger();
		Progress impatient = new Progress() {

			@Override
			public void report(String message, long done, long total) {
				last.set((int) done);
			}

			@Override
			public boolean isCanceled() {
				return last.get() > 2;
			}
		};
		assertThrows(CancellationException.class, () -> Recognition.of(noise(200, 3), labels(200), Part.TEST, SETTINGS
			.withRecognition(9, 10_000), impatient));
		assertTrue(last.get() < 100);
	}

	private static double[] inPool(int threads, double[][] features, long seed) throws Exception {
		ForkJoinPool pool = new ForkJoinPool(threads);
		try {
			return pool.submit(() -> Recognition.of(features, labels(features.length), Part.TEST, SETTINGS.withSeed(seed)
				.withRecognition(9, 12), Progress.SILENT)).get().accuracies();
		}
		finally {
			pool.shutdown();
		}
	}

	private static double[][] noise(int n, int dimensions) {
		Random random = new Random(1);
		double[][] features = new double[n][dimensions];
		for (double[] row : features) {
			for (int d = 0; d < dimensions; d++) row[d] = random.nextGaussian();
		}
		return features;
	}

	private static List<String> labels(int n) {
		List<String> labels = new ArrayList<>();
		for (int i = 0; i < n; i++) labels.add("class " + i % 9);
		return labels;
	}
}
