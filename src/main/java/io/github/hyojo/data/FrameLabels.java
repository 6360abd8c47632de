package io.github.hyojo.data;

import io.github.hyojo.HyojoException;

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
	 * @param expression common name of the class, or null
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
			Label label = new Label(Expression.commonName(row.text("expression")), row.number("intensity"));
			if (labels.put(row.text("path"), label) != null) {
				throw new HyojoException("Row " + row.row() + " of " + table + " names " + row.text("path") +
					" for the second time; remove one of the rows.");
			}
		}
		return labels;
	}

	/**
	 * @param labels the labels by path
	 * @param face a face, its file being such a path
	 * @return the face with its label; unlabelled if the table does not name it
	 */
	static Face apply(Map<String, Label> labels, Face face) {
		Label label = labels.getOrDefault(face.file(), new Label(null, null));
		return new Face(face.file(), face.subject(), face.sequence(), face.frame(), label.expression(),
			label.intensity());
	}
}
