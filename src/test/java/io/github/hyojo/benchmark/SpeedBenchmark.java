package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.Method;

/**
 * Measures speed, start-up and memory, and prints them as a table. All is measured in JVMs of its own; rounds of the
 * product and of the peer take turns, so that a machine whose speed drifts is as fair to either.
 */
public final class SpeedBenchmark {

	private static final int STEPS = 6;
	private static final int REPEATS = 3;
	private static final int STARTS = 5;
	private static final int STEPS_PER_EPOCH = 5;
	/** Of the whole table. */
	private static final int[] SIZES = { 64, 128 };
	private static final int[] BATCHES = { 32, 64, 128 };
	/** Of a training, in steps of an epoch, to see how it grows. */
	private static final int[] DATASETS = { 5, 50 };

	/** A training on so many faces, with its speed and its peak of memory. */
	private record Growth(int faces, String speed, String memory) {}

	private final List<Point> points = new ArrayList<>();
	private final List<Growth> growth = new ArrayList<>();
	private final int rounds;
	private final Peer peer;
	private final Path folder;
	private final Samples encoded = new Samples();
	private final Samples ended = new Samples();
	private String machine;
	private String software;

	private SpeedBenchmark(int rounds, Peer peer, Path folder) {
		this.rounds = rounds;
		this.peer = peer;
		this.folder = folder;
	}

	/**
	 * @param args size of the faces, batch, rounds, {@code true} for all sizes and batches, and, optionally, the folder of
	 *          the peer
	 * @throws IOException if a measurement fails
	 * @throws InterruptedException if this thread is interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		Peer peer = args.length > 4 && !args[4].isBlank() ? new Peer(Path.of(args[4])) : null;
		boolean full = Boolean.parseBoolean(args[3]);
		Path folder = Files.createTempDirectory("benchmark");
		try {
			SpeedBenchmark benchmark = new SpeedBenchmark(Integer.parseInt(args[2]), peer, folder);
			if (!full) benchmark.points.add(new Point(Integer.parseInt(args[0]), Integer.parseInt(args[1])));
			else for (int size : SIZES) {
				for (int batch : BATCHES) {
					benchmark.points.add(new Point(size, batch));
				}
			}
			benchmark.measure(full);
			benchmark.print();
		}
		finally {
			NewFolder.delete(folder);
		}
	}

	private void measure(boolean full) throws IOException, InterruptedException {
		machine = Machine.text();
		Path training = null;
		for (Point point : points) {
			say("a training for its memory", point);
			training = newFolder();
			Program program = Program.java(Training.class, point.size(), point.batch(), STEPS_PER_EPOCH, Method.SWITCH, training);
			if (!program.value("peak").isEmpty()) point.addMemory(Double.parseDouble(program.value("peak")) / 1e3);
		}
		say("cold starts", points.get(points.size() - 1));
		coldStarts(training.resolve(ExpressionModel.FOLDER));
		for (int round = 1; round <= rounds; round++) {
			for (Point point : points) {
				say("round " + round + " of " + rounds, point);
				Program run = Program.java(Throughput.class, point.size(), point.batch(), STEPS, REPEATS, newFolder());
				software = "TensorFlow " + run.value("tensorflow") + " on the " + run.value("device") + ", DJL " + run.value("djl");
				point.add(run);
				if (peer == null) continue;
				say("round " + round + " of " + rounds + ", the peer", point);
				point.add(peer.time(point.size(), point.batch(), STEPS, REPEATS));
			}
		}
		if (full) growth();
	}

	/** Progress; standard output is for the table. */
	private static void say(String what, Point point) {
		System.err.println("Measuring: S = " + point.size() + ", batch " + point.batch() + ", " + what);
	}

	private Path newFolder() throws IOException {
		return Files.createTempDirectory(folder, "models");
	}

	private void coldStarts(Path model) throws IOException, InterruptedException {
		for (int i = 0; i < STARTS; i++) {
			Program start = Program.java(ColdStart.class, model, System.currentTimeMillis());
			encoded.add(Double.parseDouble(start.value("encoded")) / 1e3);
			ended.add(start.seconds());
		}
	}

	private void growth() throws IOException, InterruptedException {
		Point first = points.get(0);
		for (int steps : DATASETS) {
			say("a training on " + steps * first.batch() + " faces", first);
			Program program = Program.java(Training.class, first.size(), first.batch(), steps, Method.CONVENTIONAL, newFolder());
			growth.add(new Growth(steps * first.batch(), program.value("speed"), program.value("peak")));
		}
	}

	private void print() {
		System.out.println("Medians (and ranges). " + machine + ", " + software + ".");
		System.out.println();
		Table table = new Table(peer != null);
		points.forEach(point -> point.print(table));
		Point last = points.get(points.size() - 1);
		table.row(last.size(), "", "From JVM start to the first encoded image", "s", encoded);
		table.row(last.size(), "", "The whole of that JVM", "s", ended);
		for (Growth training : growth) {
			Point first = points.get(0);
			table.row(first.size(), first.batch(), "Conventional training on " + training.faces() + " faces, all in all",
				"images/s", training.speed());
			table.row(first.size(), first.batch(), "Its peak memory", "MB", training.memory());
		}
	}
}
