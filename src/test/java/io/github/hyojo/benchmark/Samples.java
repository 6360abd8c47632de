package io.github.hyojo.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Repeats of one measurement. */
final class Samples {

	private final List<Double> values = new ArrayList<>();

	void add(double value) {
		values.add(value);
	}

	void add(double[] more) {
		for (double value : more) {
			add(value);
		}
	}

	boolean isEmpty() {
		return values.isEmpty();
	}

	/** @return the middle value, or the mean of the two in the middle */
	double median() {
		List<Double> sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		int middle = sorted.size() / 2;
		return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	/** @return the median and, of several repeats, the range: how much the machine was disturbed */
	@Override
	public String toString() {
		if (isEmpty()) return "";
		if (values.size() == 1) return text(median());
		return text(median()) + " (" + text(Collections.min(values)) + " to " + text(Collections.max(values)) + ")";
	}

	/** Three digits or more: 0.87, 23.4, 1043. */
	private static String text(double value) {
		String format = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f";
		return String.format(Locale.ROOT, format, value);
	}
}
