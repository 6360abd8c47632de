package io.github.hyojo.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.hyojo.HyojoException;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.Stage;

/** The losses of every epoch, in {@code history.csv}: one row per epoch, empty where a method has no such loss. */
public final class History {

	private static final List<String> LOSSES = List.of("kl", "reconstruction", "discriminator", "generator", "switch",
		"loss");
	private static final String HEADER = "epoch,round,stage,stage_epoch,learning_rate," + String.join(",", LOSSES);
	private static final int FIRST_LOSS = 5;

	private final Path file;

	/** @param file the CSV file, need not exist */
	public History(Path file) {
		this.file = file;
	}

	/**
	 * @return all epochs in the file, none if there is no file
	 * @throws HyojoException if the file holds something else
	 */
	public List<EpochLosses> read() {
		List<EpochLosses> epochs = new ArrayList<>();
		if (!Files.exists(file)) return epochs;
		try {
			List<String> lines = Files.readAllLines(file);
			for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
				epochs.add(parse(line));
			}
			return epochs;
		}
		catch (IOException | RuntimeException e) {
			throw new HyojoException(file + " is not a history of a training (" + e.getMessage()
				+ "): choose another output folder, or delete this one to start anew.", e);
		}
	}

	void append(EpochLosses epoch) throws IOException {
		List<EpochLosses> epochs = read();
		epochs.add(epoch);
		write(epochs);
	}

	/** The losses of the epochs before one. */
	List<EpochLosses> before(int epoch) {
		return read().stream().filter(losses -> losses.epoch().number() < epoch).toList();
	}

	/** Forgets the epochs from one on, which are going to be trained again. */
	void truncate(int fromEpoch) throws IOException {
		List<EpochLosses> epochs = read();
		if (epochs.removeIf(epoch -> epoch.epoch().number() >= fromEpoch)) write(epochs);
	}

	/** Writes aside and renames, so that a crash or a full disk leaves no part of a row. */
	void write(List<EpochLosses> epochs) throws IOException {
		Path aside = file.resolveSibling("." + file.getFileName() + ".new");
		Files.writeString(aside, HEADER + "\n" + epochs.stream().map(epoch -> line(epoch) + "\n").collect(Collectors
			.joining()));
		Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private static String line(EpochLosses row) {
		Epoch epoch = row.epoch();
		String losses = LOSSES.stream().map(name -> row.losses().containsKey(name) ? Double.toString(row.losses().get(name))
			: "").collect(Collectors.joining(","));
		return String.format(Locale.ROOT, "%d,%d,%s,%d,%s,%s", epoch.number(), epoch.round(), epoch.stage().name()
			.toLowerCase(Locale.ROOT), epoch.stageNumber(), Double.toString(row.learningRate()), losses);
	}

	private static EpochLosses parse(String line) {
		String[] cells = line.split(",", -1);
		Map<String, Double> losses = new TreeMap<>();
		for (int i = 0; i < LOSSES.size(); i++) {
			String cell = cells[FIRST_LOSS + i];
			if (!cell.isEmpty()) losses.put(LOSSES.get(i), Double.valueOf(cell));
		}
		return new EpochLosses(new Epoch(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Stage.valueOf(cells[2]
			.toUpperCase(Locale.ROOT)), Integer.parseInt(cells[3])), Double.parseDouble(cells[4]), losses);
	}
}
