package io.github.hyojo.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * What an evaluation found.
 *
 * @param values in the order in which they are shown; those are missing that the method does not have
 * @param confusions one per part
 * @param map of the test subjects' faces, or of the training subjects' if no test subjects are served
 */
public record EvaluationResult(List<MeasuredValue> values, List<Confusion> confusions, ExpressionMap map) {

	/**
	 * @param measure its name
	 * @param part where
	 * @return the value, if the method has it
	 */
	public Optional<MeasuredValue> value(String measure, Part part) {
		return values.stream().filter(value -> value.measure().equals(measure) && value.part() == part).findFirst();
	}

	/** @return the names of what was measured, each once, in order */
	public List<String> measures() {
		return values.stream().map(MeasuredValue::measure).distinct().toList();
	}
}
