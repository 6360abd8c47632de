package io.github.hyojo.layout;

import io.github.hyojo.HyojoException;
import io.github.hyojo.file.CsvTable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a table of labels per frame: {@code path,expression,intensity}, in any order and with more columns allowed. */
final class FrameLabels {

	private FrameLabels() {}

	/**
	 * The label of one frame.
	 *
	 * @param expression what the table calls the class, or null
	 * @param intensity 0 to 1, or null
	 */
	record Label(String expression, Double intensity) {}

	/**
	 * @param table the CSV file
	 * @return the labels by path
	 * @throws HyojoException if the table cannot be read or names a path twice
	 */
	static Map<String, Label> read(Path table) {
		Map<String, Label> labels = new HashMap<>();
		for (CsvTable.Row row : CsvTable.read(table, List.of("path", "expression", "intensity"))) {
			String expression = row.text("expression").strip();
			Label label = new Label(expression.isEmpty() ? null : expression, row.number("intensity"));
			if (labels.put(row.text("path"), label) != null) {
				throw new HyojoException("Row " + row.row() + " of " + table + " names " + row.text("path") +
					" for the second time; remove one of the rows.");
			}
		}
		return labels;
	}

	/**
	 * @param labels the labels by path
	 * @param frame a frame, its file being such a path
	 * @return the frame with its label; unlabelled if the table does not name it
	 */
	static Frame apply(Map<String, Label> labels, Frame frame) {
		Label label = labels.getOrDefault(frame.file(), new Label(null, null));
		return new Frame(frame.file(), frame.number(), label.expression(), label.intensity(), frame.eyes());
	}
}
