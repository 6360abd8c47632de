package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.ExpressionModel;

/**
 * Measures speed, start-up and memory, and prints them as a table. All is measured in JVMs of its own; rounds of the
 * product and of the peer take turns, so that a machine whose speed drifts is as fair to either.
 */
public final class SpeedBenchmark {

	private static final int STEPS = 6;
	private static final int REPEATS = 3;
	private static final int STARTS = 5;

	private final int size;
	private final int batch;
	private final int rounds;
	private final Peer peer;
	private final Path folder;
	private final Map<Task, Samples> ours = samples();
	private final Map<Task, Samples> theirs = samples();
	private final Samples memory = new Samples();
	private final Samples encoded = new Samples();
	private final Samples ended = new Samples();
	private String machine;
	private String software;

	private SpeedBenchmark(int size, int batch, int rounds, Peer peer, Path folder) {
		this.size = size;
		this.batch = batch;
		this.rounds = rounds;
		this.peer = peer;
		this.folder = folder;
	}

	private static Map<Task, Samples> samples() {
		Map<Task, Samples> samples = new EnumMap<>(Task.class);
		for (Task task : Task.values()) {
			samples.put(task, new Samples());
		}
		return samples;
	}

	/**
	 * @param args size of the faces, batch, rounds and, optionally, the folder of the peer
	 * @throws IOException if a measurement fails
	 * @throws InterruptedException if this thread is interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		Peer peer = args.length > 3 && !args[3].isBlank() ? new Peer(Path.of(args[3])) : null;
		Path folder = Files.createTempDirectory("benchmark");
		try {
			SpeedBenchmark benchmark = new SpeedBenchmark(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer
				.parseInt(args[2]), peer, folder);
			benchmark.measure();
			benchmark.print();
		}
		finally {
			NewFolder.delete(folder);
		}
	}

	private void measure() throws IOException, InterruptedException {
		machine = Machine.text();
		say("a training, for its memory");
		Path training = folder.resolve("training");
		String peak = Program.java(TrainingMemory.class, size, batch, training).value("peak");
		if (!peak.isEmpty()) memory.add(Double.parseDouble(peak) * 1024 / 1e9);
		say("cold starts");
		coldStarts(training.resolve(ExpressionModel.FOLDER));
		for (int round = 1; round <= rounds; round++) {
			say("round " + round + " of " + rounds);
			product(folder.resolve("round" + round));
			if (peer == null) continue;
			say("round " + round + " of " + rounds + ", the peer");
			peer.time(size, batch, STEPS, REPEATS).forEach((task, values) -> add(theirs.get(task), values));
		}
	}

	/** Progress; standard output is for the table. */
	private static void say(String what) {
		System.err.println("Measuring: " + what);
	}

	private void coldStarts(Path model) throws IOException, InterruptedException {
		for (int i = 0; i < STARTS; i++) {
			Program start = Program.java(ColdStart.class, model, System.currentTimeMillis());
			encoded.add(Double.parseDouble(start.value("encoded")) / 1e3);
			ended.add(start.seconds());
		}
	}

	private void product(Path models) throws IOException, InterruptedException {
		Program run = Program.java(Throughput.class, size, batch, STEPS, REPEATS, models);
		for (Task task : Task.values()) {
			add(ours.get(task), Peer.numbers(run.value(task.name())));
		}
		software = "TensorFlow " + run.value("tensorflow") + " on the " + run.value("device") + ", DJL " + run.value("djl");
	}

	private static void add(Samples samples, double[] values) {
		for (double value : values) {
			samples.add(value);
		}
	}

	private void print() {
		System.out.println("S = " + size + ", batch " + batch + "; medians (and ranges). " + machine + ", " + software + ".");
		System.out.println();
		row("", "unit", "Hyojo", "peer", "Hyojo / peer");
		row("---", "---", "---:", "---:", "---:");
		for (Task task : Task.values()) {
			Samples other = theirs.get(task);
			row(task.title(), "images/s", ours.get(task).toString(), other.toString(), other.isEmpty() ? "" : String.format(
				Locale.ROOT, "%.2f", ours.get(task).median() / other.median()));
		}
		row("From JVM start to the first encoded image", "s", encoded.toString(), "", "");
		row("The whole of that JVM", "s", ended.toString(), "", "");
		row("Peak memory of a training with all losses (" + Program.HEAP + ")", "GB", memory.toString(), "", "");
	}

	/** The columns of the peer are there only if it is. */
	private void row(String... cells) {
		int count = peer == null ? 3 : cells.length;
		StringBuilder row = new StringBuilder("|");
		for (int i = 0; i < count; i++) {
			row.append(' ').append(cells[i]).append(" |");
		}
		System.out.println(row);
	}
}
