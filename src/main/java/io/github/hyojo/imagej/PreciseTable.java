package io.github.hyojo.imagej;

import ij.measure.ResultsTable;

/**
 * A table that keeps its number of decimal places. ImageJ sets that of any table which becomes its Results to what is
 * chosen in Analyze > Set Measurements, three unless changed, and what is saved from there has no more.
 */
final class PreciseTable extends ResultsTable {

	private final int decimalPlaces;

	/** @param decimalPlaces of numbers that are not whole; 9 at most */
	PreciseTable(int decimalPlaces) {
		this.decimalPlaces = decimalPlaces;
		super.setPrecision(decimalPlaces);
	}

	/** @param ignored what ImageJ would like */
	@Override
	public synchronized void setPrecision(int ignored) {
		super.setPrecision(decimalPlaces);
	}
}
