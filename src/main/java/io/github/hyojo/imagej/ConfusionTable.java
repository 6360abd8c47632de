package io.github.hyojo.imagej;

import java.util.List;

import ij.measure.ResultsTable;
import io.github.hyojo.evaluation.Confusion;

/**
 * Which expressions were taken for which, as a table: a row per part and true class, with a column per class that it was
 * taken for, in images (mean over the trials).
 */
public final class ConfusionTable {

	private static final int DECIMAL_PLACES = 2;

	private ConfusionTable() {}

	/**
	 * @param confusions one per part
	 * @return a table that is not shown yet
	 */
	public static ResultsTable of(List<Confusion> confusions) {
		ResultsTable table = new PreciseTable(DECIMAL_PLACES);
		// a class that shows in one part only
		table.setNaNEmptyCells(true);
		for (Confusion confusion : confusions) {
			for (int truth = 0; truth < confusion.classes().size(); truth++) {
				table.addRow();
				table.addValue("Part", confusion.part().label());
				table.addValue("True class", confusion.classes().get(truth));
				table.addValue("Images", confusion.images(truth));
				for (int taken = 0; taken < confusion.classes().size(); taken++) {
					table.addValue(confusion.classes().get(taken), confusion.mean(truth, taken));
				}
			}
		}
		return table;
	}
}
