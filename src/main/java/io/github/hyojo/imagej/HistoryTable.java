package io.github.hyojo.imagej;

import java.util.List;
import java.util.Locale;

import ij.measure.ResultsTable;
import io.github.hyojo.model.EpochLosses;

/** The losses of a training as a table: one row per epoch. */
public final class HistoryTable {

	private static final int DECIMAL_PLACES = 6;

	private HistoryTable() {}

	/**
	 * @param history of a training
	 * @return a table that is not shown yet
	 */
	public static ResultsTable of(List<EpochLosses> history) {
		ResultsTable table = new PreciseTable(DECIMAL_PLACES);
		// where a stage has no such loss
		table.setNaNEmptyCells(true);
		for (EpochLosses epoch : history) {
			table.addRow();
			table.addValue("epoch", epoch.epoch().number());
			table.addValue("round", epoch.epoch().round());
			table.addValue("stage", epoch.epoch().stage().name().toLowerCase(Locale.ROOT));
			table.addValue("learning_rate", epoch.learningRate());
			epoch.losses().forEach(table::addValue);
		}
		return table;
	}
}
