package io.github.hyojo.evaluation;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What came of methods, as a table: a row per method, and columns per measure and part.
 *
 * @param methods the rows
 */
public record ComparisonTable(List<ComparedMethod> methods) {

	/**
	 * What was measured, and where.
	 *
	 * @param measure its name
	 * @param part where
	 */
	public record Column(String measure, Part part) {

		/** @return its heading, for example {@code Recognition (%), training} */
		public String label() {
			return measure + ", " + part.label().toLowerCase(Locale.ROOT);
		}
	}

	/** Copies the list. */
	public ComparisonTable {
		methods = List.copyOf(methods);
	}

	/** @return what was measured of any method, in the order of the method that has most */
	public List<Column> columns() {
		Stream<ComparedMethod> byMeasures = methods.stream().sorted(Comparator.comparing(method -> -measures(method).size()));
		return byMeasures.flatMap(method -> measures(method).stream()).distinct().flatMap(measure -> Stream.of(Part.values())
			.map(part -> new Column(measure, part))).filter(column -> methods.stream().anyMatch(method -> method.value(column
				.measure(), column.part()).isPresent())).toList();
	}

	private static List<String> measures(ComparedMethod method) {
		return method.values().stream().map(MeasuredValue::measure).distinct().toList();
	}

	/**
	 * Writes the table as CSV. Each column has its means, then the standard deviations and the chance level; a cell is
	 * empty where a method does not have it. A reader finds the old table or the new one, never a part.
	 *
	 * @param file to write, may exist
	 * @throws IOException if it cannot be written
	 */
	void write(Path file) throws IOException {
		StringWriter text = new StringWriter();
		try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
			List<Object> header = new ArrayList<>(List.of("method", "size", "seconds"));
			for (Column column : columns()) {
				header.addAll(List.of(column.label(), column.label() + ", sd", column.label() + ", chance"));
			}
			csv.printRecord(header);
			for (ComparedMethod method : methods) csv.printRecord(row(method));
		}
		Path aside = file.resolveSibling("." + file.getFileName() + ".new");
		Files.writeString(aside, text.toString());
		Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private List<Object> row(ComparedMethod method) {
		List<Object> row = new ArrayList<>(List.of(method.method().key(), method.method().size(), Math.round(method
			.seconds())));
		for (Column column : columns()) {
			Optional<MeasuredValue> value = method.value(column.measure(), column.part());
			row.add(value.map(MeasuredValue::mean).orElse(null));
			row.add(value.map(MeasuredValue::standardDeviation).orElse(null));
			row.add(value.map(MeasuredValue::chance).orElse(null));
		}
		return row;
	}
}
