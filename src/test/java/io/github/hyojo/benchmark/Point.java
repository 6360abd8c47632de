package io.github.hyojo.benchmark;

import java.util.EnumMap;
import java.util.Map;

/** What was measured with faces of one size in batches of one size; rounds add up. */
final class Point {

	private final int size;
	private final int batch;
	/** In which encoding, decoding and swapping go through a stack, whatever that of the steps is. */
	private String batchOfUse;
	private final Map<Task, Samples> ours = samples();
	private final Map<Task, Samples> theirs = samples();
	/** The machine's limit, in each round, in billions of operations per second. */
	private final Samples limit = new Samples();
	private final Samples feeding1 = new Samples();
	private final Samples feeding2 = new Samples();
	/** Of a training, in gigabytes. */
	private final Samples memory = new Samples();

	Point(int size, int batch) {
		this.size = size;
		this.batch = batch;
	}

	private static Map<Task, Samples> samples() {
		Map<Task, Samples> samples = new EnumMap<>(Task.class);
		for (Task task : Task.values()) {
			samples.put(task, new Samples());
		}
		return samples;
	}

	int size() {
		return size;
	}

	int batch() {
		return batch;
	}

	/** Takes a round of the product over. */
	void add(Program throughput) {
		for (Task task : Task.values()) {
			ours.get(task).add(Peer.numbers(throughput.value(task.name())));
		}
		batchOfUse = throughput.value("batch");
		limit.add(Peer.numbers(throughput.value("limit")));
		feeding1.add(Peer.numbers(throughput.value("feeding1")));
		feeding2.add(Peer.numbers(throughput.value("feeding2")));
	}

	/** Takes a round of the peer over. */
	void add(Map<Task, double[]> peer) {
		peer.forEach((task, values) -> theirs.get(task).add(values));
	}

	void addMemory(double gigabytes) {
		memory.add(gigabytes);
	}

	private String batch(Task task, boolean withPeer) {
		String steps = Integer.toString(batch);
		if (!task.hasOwnBatch() || batchOfUse.equals(steps)) return steps;
		return withPeer ? batchOfUse + ", peer " + steps : batchOfUse;
	}

	void print(Table table) {
		for (Task task : Task.values()) {
			Samples mine = ours.get(task);
			Samples other = theirs.get(task);
			double operations = task.operations(size);
			table.row(size, batch(task, !other.isEmpty()), task.title(), "images/s", mine.toString(), other.toString(), other.isEmpty() ? "" : Table
				.number(mine.median() / other.median()), Table.number(operations), Table.percent(operations * mine.median() / limit
					.median()));
		}
		table.row(size, batch, "Multiplying matrices, best of three sizes", "GFLOP/s", limit.toString(), "", "", "", "100");
		table.row(size, batch, "Feeding, of a step of stage 1", "%", Table.percent(feeding1.median()), "", "", "", "");
		table.row(size, batch, "Feeding, of a step of stage 2, conventional", "%", Table.percent(feeding2.median()), "", "", "",
			"");
		if (memory.isEmpty()) return;
		table.row(size, batch, "Peak memory of a training with all losses (" + Program.HEAP + ")", "GB", memory.toString(), "",
			"", "", "");
	}
}
