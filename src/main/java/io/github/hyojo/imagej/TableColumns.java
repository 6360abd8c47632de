package io.github.hyojo.imagej;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.hyojo.HyojoException;
import io.github.hyojo.file.CsvTable;

/** What a table says about faces, one row for each: a table that is open in ImageJ, or a file of comma-separated values. */
public final class TableColumns {

	private static final String RESULTS = "Results";

	private TableColumns() {}

	/**
	 * @param rows number of faces
	 * @return titles of the open tables that have as many rows
	 */
	public static List<String> open(int rows) {
		List<String> titles = new ArrayList<>();
		for (String title : WindowManager.getNonImageTitles()) {
			ResultsTable table = ResultsTable.getResultsTable(title);
			if (table != null && table.size() == rows) titles.add(title);
		}
		return titles;
	}

	/**
	 * Reads a table.
	 *
	 * @param table title of an open one, or a file
	 * @param rows number of faces
	 * @return each column's texts by its heading
	 * @throws HyojoException if there is no such table, or it has another number of rows
	 */
	public static Map<String, List<String>> of(String table, int rows) {
		ResultsTable open = opened(table);
		Map<String, List<String>> columns = open == null ? file(table) : columns(open);
		int found = columns.values().stream().mapToInt(List::size).findFirst().orElse(0);
		if (found != rows) {
			throw new HyojoException("The table \"" + table + "\" has " + found + " rows, and there are " + rows
				+ " faces: give a table with a row for each, in their order.");
		}
		return columns;
	}

	private static ResultsTable opened(String title) {
		ResultsTable table = ResultsTable.getResultsTable(title);
		// without a display it has no window
		return table == null && title.equals(RESULTS) ? ResultsTable.getResultsTable() : table;
	}

	private static Map<String, List<String>> columns(ResultsTable table) {
		Map<String, List<String>> columns = new LinkedHashMap<>();
		for (String heading : table.getHeadings()) {
			List<String> texts = new ArrayList<>();
			for (int row = 0; row < table.size(); row++) texts.add(table.getStringValue(heading, row));
			columns.put(heading, texts);
		}
		return columns;
	}

	private static Map<String, List<String>> file(String name) {
		Path file;
		try {
			file = Path.of(name);
		}
		catch (InvalidPathException e) {
			throw new HyojoException("There is no table \"" + name + "\".", e);
		}
		if (!Files.isRegularFile(file)) {
			throw new HyojoException("There is no open table and no file \"" + name
				+ "\": give the title of a table's window, or a file of comma-separated values.");
		}
		Map<String, List<String>> columns = new LinkedHashMap<>();
		for (CsvTable.Row row : CsvTable.read(file, List.of())) {
			for (String column : row.columns()) columns.computeIfAbsent(column, heading -> new ArrayList<>()).add(row.text(
				column));
		}
		return columns;
	}
}
