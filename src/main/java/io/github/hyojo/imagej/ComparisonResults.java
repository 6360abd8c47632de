package io.github.hyojo.imagej;

import java.util.List;
import java.util.Locale;

import ij.measure.ResultsTable;
import io.github.hyojo.evaluation.ComparedMethod;
import io.github.hyojo.evaluation.ComparisonTable;
import io.github.hyojo.evaluation.MeasuredValue;

/** A comparison as a table like the paper's table 1: one row per method, means ± standard deviations. */
public final class ComparisonResults {

	private static final String NONE = "-";

	private ComparisonResults() {}

	/**
	 * @param methods what came of them
	 * @return a table that is not shown yet, with {@code -} where a method does not have a measure
	 */
	public static ResultsTable of(List<ComparedMethod> methods) {
		ResultsTable table = new ResultsTable();
		List<ComparisonTable.Column> columns = new ComparisonTable(methods).columns();
		for (ComparedMethod method : methods) {
			table.addRow();
			table.addValue("Method", method.method().label());
			table.addValue("Size", method.method().size());
			for (ComparisonTable.Column column : columns) {
				table.addValue(column.label(), method.value(column.measure(), column.part()).map(ComparisonResults::text).orElse(
					NONE));
			}
			table.addValue("Seconds", String.valueOf(Math.round(method.seconds())));
		}
		return table;
	}

	/** As exact as four digits, the standard deviation as exact as the mean, the chance level in brackets. */
	private static String text(MeasuredValue value) {
		double magnitude = Math.abs(value.mean());
		String format = magnitude >= 10 ? "%.2f" : magnitude >= 1 ? "%.3f" : "%.4f";
		String text = String.format(Locale.ROOT, format, value.mean());
		if (value.standardDeviation() != null) text += " ± " + String.format(Locale.ROOT, format, value
			.standardDeviation());
		return value.chance() == null ? text : text + " (" + String.format(Locale.ROOT, format, value.chance()) + ")";
	}
}
