package io.github.hyojo.file;

import io.github.hyojo.HyojoException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes tables as comma-separated values: a header, quotes by RFC 4180, UTF-8. */
public final class CsvTable {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private CsvTable() {}

	/**
	 * One row of a table.
	 *
	 * @param file the table, for messages
	 * @param values the row
	 */
	public record Row(Path file, CSVRecord values) {

		/** @return names of the table's columns, in order */
		public List<String> columns() {
			return values.getParser().getHeaderNames();
		}

		/** @return the text in a column, maybe empty */
		public String text(String column) {
			return values.get(column);
		}

		/** @return the whole number in a column */
		public int integer(String column) {
			try {
				return Integer.parseInt(text(column).strip());
			}
			catch (NumberFormatException e) {
				throw wrong(column, "a whole number", e);
			}
		}

		/** @return the number in a column, or null if there is none */
		public Double number(String column) {
			if (text(column).isBlank()) return null;
			try {
				return Double.valueOf(text(column).strip());
			}
			catch (NumberFormatException e) {
				throw wrong(column, "a number", e);
			}
		}

		private HyojoException wrong(String column, String expected, Exception cause) {
			return new HyojoException("Row " + row() + " of " + file + " has \"" + text(column) + "\" for " + column +
				" where " + expected + " is expected; correct it.", cause);
		}

		/** @return number of the row as a spreadsheet counts it: the header is row 1 */
		public long row() {
			return values.getRecordNumber() + 1;
		}
	}

	/**
	 * Reads a table.
	 *
	 * @param file where
	 * @param columns names of the columns that it must have, in any order
	 * @return the rows below the header
	 * @throws HyojoException if the file is missing or unreadable, lacks a column, or a row has not as many values as
	 *           the header
	 */
	public static List<Row> read(Path file, List<String> columns) {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		List<Row> rows = new ArrayList<>();
		try (BufferedReader reader = reader(file);
			CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get())
		{
			for (String column : columns) {
				if (parser.getHeaderNames().contains(column)) continue;
				throw new HyojoException("The table " + file + " has no column " + column +
					"; expected are the columns " + String.join(",", columns) + ".");
			}
			for (CSVRecord values : parser) {
				Row row = new Row(file, values);
				if (!values.isConsistent()) {
					throw new HyojoException("Row " + row.row() + " of " + file + " has " + values.size() +
						" values where " + parser.getHeaderNames().size() + " are expected; correct it.");
				}
				rows.add(row);
			}
		}
		catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
			throw new HyojoException("The table " + file +
				" is missing or is not a table of comma-separated values in UTF-8 (" + e.getMessage() +
				"); replace it.", e);
		}
		return rows;
	}

	/** Spreadsheets put a byte order mark before UTF-8. */
	private static BufferedReader reader(Path file) throws IOException {
		BufferedReader reader = Files.newBufferedReader(file);
		reader.mark(1);
		if (reader.read() != BYTE_ORDER_MARK) reader.reset();
		return reader;
	}

	/**
	 * Writes a table.
	 *
	 * @param file where; replaced if it exists
	 * @param columns names of the columns
	 * @param rows for each row as many values; null is written as nothing
	 * @throws IOException if the file cannot be written
	 */
	public static void write(Path file, List<String> columns, List<? extends List<?>> rows) throws IOException {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader(columns.toArray(new String[0])).get();
		try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), format)) {
			printer.printRecords(rows);
		}
	}
}
