package io.github.hyojo.benchmark;

import java.util.Locale;

/** Prints a table in Markdown. */
final class Table {

	private static final String[] TITLES = { "S", "batch", "", "unit", "Hyojo", "peer", "Hyojo / peer", "GFLOP per image",
		"% of the limit" };
	private static final int PEER = 5;
	private static final int RATIO = 6;

	private final boolean peer;

	/** @param peer whether there are columns for it */
	Table(boolean peer) {
		this.peer = peer;
		row((Object[]) TITLES);
		row("---:", "---:", "---", "---", "---:", "---:", "---:", "---:", "---:");
	}

	/** @param cells one for each column */
	void row(Object... cells) {
		StringBuilder row = new StringBuilder("|");
		for (int i = 0; i < TITLES.length; i++) {
			if (!peer && (i == PEER || i == RATIO)) continue;
			row.append(' ').append(i < cells.length ? cells[i] : "").append(" |");
		}
		System.out.println(row);
	}

	static String number(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

	/** @param part of 1 */
	static String percent(double part) {
		return String.format(Locale.ROOT, part < 0.1 ? "%.1f" : "%.0f", 100 * part);
	}
}
