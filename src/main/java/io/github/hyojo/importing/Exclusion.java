package io.github.hyojo.importing;

import io.github.hyojo.HyojoException;
import io.github.hyojo.file.CsvTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which files are not to be taken. */
public final class Exclusion {

	private static final String FILE = "file";

	private Exclusion() {}

	/**
	 * Reads a list: either text, one file per line, or a table ({@code .csv}) with a column {@code file}.
	 *
	 * @param list the list
	 * @return the files, as in the column {@code file} of {@code faces.csv} and as the slices of {@code review.tif} are
	 *         labelled
	 * @throws HyojoException if the list cannot be read, or is a table without such a column
	 */
	public static Set<String> read(Path list) {
		boolean table = list.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
		List<String> files = table ? CsvTable.read(list, List.of(FILE)).stream().map(row -> row.text(FILE)).toList() : lines(
			list);
		return files.stream().map(String::strip).filter(file -> !file.isEmpty()).collect(Collectors.toSet());
	}

	private static List<String> lines(Path list) {
		try {
			return Files.readAllLines(list);
		}
		catch (IOException e) {
			throw new HyojoException("The list of excluded files " + list + " is missing or is no text in UTF-8 (" + e
				.getMessage() + "); replace it.", e);
		}
	}
}
