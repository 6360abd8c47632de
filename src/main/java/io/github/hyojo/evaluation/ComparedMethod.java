package io.github.hyojo.evaluation;

import java.util.List;
import java.util.Optional;

import io.github.hyojo.model.Method;

/**
 * What came of a method in a comparison.
 *
 * @param method a row of table 1
 * @param seconds that training and evaluation have taken so far; little where another method's training served
 * @param values what was measured, none while that is not done; those are missing that the method does not have
 */
public record ComparedMethod(Method method, double seconds, List<MeasuredValue> values) {

	/** Copies the list. */
	public ComparedMethod {
		values = values == null ? List.of() : List.copyOf(values);
	}

	/** @return whether it is trained and evaluated */
	public boolean done() {
		return !values.isEmpty();
	}

	/**
	 * @param measure its name
	 * @param part where
	 * @return the value, if the method has it
	 */
	public Optional<MeasuredValue> value(String measure, Part part) {
		return values.stream().filter(value -> value.measure().equals(measure) && value.part() == part).findFirst();
	}
}
