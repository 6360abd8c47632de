package io.github.hyojo.imagej;

import java.util.List;
import java.util.Map;

import ij.measure.ResultsTable;
import io.github.hyojo.exploration.ExploredFaces;
import io.github.hyojo.exploration.ExpressionSpace;

/**
 * Positions in the space of expressions as a table: a label, text columns, then {@code c1}, {@code c2} ... how far from
 * the mean along each component, in units of z_e.
 */
public final class PositionTable {

	private static final int DECIMAL_PLACES = 9;

	private PositionTable() {}

	/** @return a table without rows that is not shown yet */
	public static ResultsTable empty() {
		return new PreciseTable(DECIMAL_PLACES);
	}

	/**
	 * @param faces N faces
	 * @param space their features'
	 * @return a table of N rows that is not shown yet
	 */
	public static ResultsTable of(ExploredFaces faces, ExpressionSpace space) {
		ResultsTable table = empty();
		for (int n = 0; n < faces.count(); n++) {
			table.addRow();
			table.addLabel(faces.labels().get(n));
			for (Map.Entry<String, List<String>> column : faces.columns().entrySet()) {
				table.addValue(column.getKey(), column.getValue().get(n));
			}
			addCoordinates(table, space.position(n));
		}
		return table;
	}

	/**
	 * Adds a row.
	 *
	 * @param table where
	 * @param label of the row
	 * @param position K coordinates
	 * @param expression E features at that position: {@code e1}, {@code e2} ...
	 */
	public static void add(ResultsTable table, String label, double[] position, float[] expression) {
		table.addRow();
		table.addLabel(label);
		addCoordinates(table, position);
		for (int e = 0; e < expression.length; e++) table.addValue("e" + (e + 1), expression[e]);
	}

	private static void addCoordinates(ResultsTable table, double[] position) {
		for (int k = 0; k < position.length; k++) table.addValue("c" + (k + 1), position[k]);
	}
}
