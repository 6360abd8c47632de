package io.github.hyojo.data;

import io.github.hyojo.HyojoException;
import io.github.hyojo.file.CsvTable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known about faces in numbers, such as how far each muscle is contracted: a table of comma-separated values. The
 * column {@code path} or {@code file} names the face by its {@link Face#file()}; every other column in which all values
 * are numbers counts, but for those that tell who and when ({@code subject}, {@code sequence}, {@code frame}).
 *
 * @param columns the T columns of numbers, in the table's order
 * @param values T numbers by file
 */
public record GroundTruth(List<String> columns, Map<String, double[]> values) {

	private static final List<String> KEYS = List.of("path", "file");
	private static final Set<String> WHO_AND_WHEN = Set.of("subject", "sequence", "frame");

	/**
	 * Reads a table.
	 *
	 * @param table where
	 * @return its numbers
	 * @throws HyojoException if the table is missing, unreadable or empty, names no files or has no column of numbers
	 */
	public static GroundTruth read(Path table) {
		List<CsvTable.Row> rows = CsvTable.read(table, List.of());
		if (rows.isEmpty()) throw new HyojoException("The table " + table + " has no rows; give one row per face.");
		List<String> names = rows.get(0).columns();
		String key = KEYS.stream().filter(names::contains).findFirst().orElseThrow(() -> new HyojoException("The table " +
			table + " has no column path or file that says which face each row is about; add one."));
		List<String> columns = names.stream().filter(name -> !KEYS.contains(name) && !WHO_AND_WHEN.contains(name)) //
			.filter(name -> rows.stream().allMatch(row -> isNumber(row.text(name)))).toList();
		if (columns.isEmpty()) throw new HyojoException("The table " + table + " has no column of numbers; add some.");
		Map<String, double[]> values = new HashMap<>();
		for (CsvTable.Row row : rows) {
			values.put(row.text(key), columns.stream().mapToDouble(name -> Double.parseDouble(row.text(name))).toArray());
		}
		return new GroundTruth(columns, values);
	}

	private static boolean isNumber(String text) {
		try {
			return Double.isFinite(Double.parseDouble(text));
		}
		catch (NumberFormatException e) {
			return false;
		}
	}
}
