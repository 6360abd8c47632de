package io.github.hyojo.imagej;

import java.util.Optional;

import ij.measure.ResultsTable;
import io.github.hyojo.evaluation.EvaluationResult;
import io.github.hyojo.evaluation.MeasuredValue;
import io.github.hyojo.evaluation.Part;

/**
 * The values of an evaluation as a table: a row per measure; for training and test subjects the value, the standard
 * deviation of its trials (sd) and the chance level. A dash stands where there is none.
 */
public final class MeasureTable {

	private static final int DECIMAL_PLACES = 5;
	private static final String NONE = "-";

	private MeasureTable() {}

	/**
	 * @param result of an evaluation
	 * @return a table that is not shown yet
	 */
	public static ResultsTable of(EvaluationResult result) {
		ResultsTable table = new PreciseTable(DECIMAL_PLACES);
		for (String measure : result.measures()) {
			table.addRow();
			table.addValue("Measure", measure);
			for (Part part : Part.values()) {
				Optional<MeasuredValue> value = result.value(measure, part);
				add(table, part.label(), value.map(MeasuredValue::mean));
				add(table, part.label() + " sd", value.map(MeasuredValue::standardDeviation));
				add(table, part.label() + " chance", value.map(MeasuredValue::chance));
			}
		}
		return table;
	}

	private static void add(ResultsTable table, String column, Optional<Double> value) {
		value.ifPresentOrElse(number -> table.addValue(column, number), () -> table.addValue(column, NONE));
	}
}
