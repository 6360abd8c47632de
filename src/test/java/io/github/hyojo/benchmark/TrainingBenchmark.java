package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import io.github.hyojo.engine.Precision;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.Stage;

/**
 * Times trainings with all losses by their batch and by how steps reach TensorFlow, on a GPU if there is one, and prints a
 * table. The checkpoint that a training writes after each epoch is part of its time.
 */
public final class TrainingBenchmark {

	private static final int[] BATCHES = { 64, 256, 1024 };
	private static final int STEPS_PER_EPOCH = 32;
	private static final int STEPS_PER_CALL = 8;
	/** The paper's schedule: images and epochs of each stage. */
	private static final int IMAGES = 1842;
	private static final int EPOCHS = 100;

	private final int size;
	private final Path folder;
	private int trainings;

	private TrainingBenchmark(int size, Path folder) {
		this.size = size;
		this.folder = folder;
	}

	/**
	 * @param args size of the faces, batch, anything, and {@code true} for batches of 64, 256 and 1024
	 * @throws IOException if a training fails
	 * @throws InterruptedException if this thread is interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		int[] batches = Boolean.parseBoolean(args[3]) ? BATCHES : new int[] { Integer.parseInt(args[1]) };
		Path folder = Files.createTempDirectory("benchmark");
		try {
			TrainingBenchmark benchmark = new TrainingBenchmark(Integer.parseInt(args[0]), folder);
			System.out.println(Machine.text() + ". S = " + args[0] + ", all losses.");
			System.out.println();
			System.out.println("| batch | steps per call | multiplies with | on | stage 1, images/s | stage 2, images/s | hours of "
				+ "the paper's schedule | last loss of stage 1 | of stage 2 |");
			System.out.println("|---:|---:|---|---|---:|---:|---:|---:|---:|");
			for (int batch : batches) benchmark.measure(batch);
		}
		finally {
			NewFolder.delete(folder);
		}
	}

	private void measure(int batch) throws IOException, InterruptedException {
		boolean gpu = row(batch, 1, Precision.FLOAT32, Map.of());
		row(batch, STEPS_PER_CALL, Precision.FLOAT32, Map.of());
		// NVIDIA's libraries look at it when they begin
		if (gpu) row(batch, STEPS_PER_CALL, Precision.FLOAT32, Map.of("NVIDIA_TF32_OVERRIDE", "0"));
		else row(batch, STEPS_PER_CALL, Precision.BFLOAT16, Map.of());
	}

	/** @return whether it was on a GPU */
	private boolean row(int batch, int steps, Precision precision, Map<String, String> environment) throws IOException,
		InterruptedException
	{
		System.err.println("Measuring: batch " + batch + ", " + steps + " steps per call, " + precision + " " + environment);
		Program run = Program.java(environment, TimedTraining.class, size, batch, STEPS_PER_EPOCH, steps, precision, folder
			.resolve("training" + trainings++));
		boolean gpu = run.value("device").equals("GPU");
		double[] first = Peer.numbers(run.value(Stage.IDENTITY.name()));
		double[] second = Peer.numbers(run.value(Stage.EXPRESSION.name()));
		String exactness = !gpu ? precision.name().toLowerCase(Locale.ROOT) : environment.isEmpty() ? "TF32" : "float32";
		System.out.printf(Locale.ROOT, "| %d | %d | %s | %s | %.0f | %.0f | %.2f | %.5f | %.5f |%n", batch, steps, exactness,
			run.value("device"), first[0], second[0], IMAGES * EPOCHS * (1 / first[0] + 1 / second[0]) / 3600, first[1],
			second[1]);
		return gpu;
	}
}
