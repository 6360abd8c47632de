package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Another implementation to be timed beside this one: the same networks and steps in DJL's PyTorch engine. It is no
 * part of this project; its folder holds {@code djl-pytorch/run.sh}, which prints lines like
 * {@code stage1 92.8 images/s (median of 90.1 92.8 93.0)}.
 */
final class Peer {

	private final Path script;

	/** @param folder the peer's */
	Peer(Path folder) {
		script = folder.resolve("djl-pytorch").resolve("run.sh");
		if (!Files.exists(script)) {
			throw new IllegalArgumentException("There is no peer in " + folder + ": " + script + " is missing.");
		}
	}

	/**
	 * Times it once.
	 *
	 * @param size width and height of a face
	 * @param batch faces in a step
	 * @param steps of a repeat
	 * @param repeats how many
	 * @return images/s of each repeat of the tasks that the peer knows
	 * @throws IOException if it cannot be run
	 * @throws InterruptedException if this thread is interrupted
	 */
	Map<Task, double[]> time(int size, int batch, int steps, int repeats) throws IOException, InterruptedException {
		Map<String, String> environment = new HashMap<>();
		environment.put("THREADS", Integer.toString(Runtime.getRuntime().availableProcessors()));
		// Where the script builds, unless the caller has a place for that.
		if (System.getenv("OUT") == null) environment.put("OUT", Path.of("target", "peer").toAbsolutePath().toString());
		Program run = Program.run(List.of("sh", script.toAbsolutePath().toString(), "bench", "" + size, "" + batch, ""
			+ steps, "" + repeats), environment);
		Map<Task, double[]> times = new HashMap<>();
		for (Task task : Task.values()) {
			if (task.peerName() == null) continue;
			String values = run.value(task.peerName()).replaceAll(".*median of |\\).*", "");
			times.put(task, numbers(values));
		}
		return times;
	}

	/**
	 * @param values separated by blanks
	 * @return the numbers
	 */
	static double[] numbers(String values) {
		return List.of(values.trim().split(" +")).stream().mapToDouble(Double::parseDouble).toArray();
	}
}
