package io.github.hyojo.imagej;

import java.util.List;

import ij.measure.ResultsTable;
import io.github.hyojo.importing.ImportReport;

/** What an import or its plan reports, as tables. */
public final class ImportTables {

	private ImportTables() {}

	/**
	 * @param report of an import or a plan
	 * @return a row per sequence and per file that was left out; not shown yet
	 */
	public static ResultsTable sequences(ImportReport report) {
		return table(report.headings(), report.sequences());
	}

	/**
	 * @param report of an import
	 * @return a row per frame that gave no face; not shown yet
	 */
	public static ResultsTable failures(ImportReport report) {
		return table(report.failureHeadings(), report.failures());
	}

	private static ResultsTable table(List<String> headings, List<List<Object>> rows) {
		ResultsTable table = new ResultsTable();
		for (List<Object> row : rows) {
			table.addRow();
			for (int i = 0; i < headings.size(); i++) {
				if (row.get(i) instanceof Number number) table.addValue(headings.get(i), number.doubleValue());
				else table.addValue(headings.get(i), row.get(i) == null ? "" : row.get(i).toString());
			}
		}
		return table;
	}
}
