package io.github.hyojo.imagej;

import java.util.List;
import java.util.Map;

import ij.measure.ResultsTable;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Features as a table: one row per image with its label, then text columns (subject, expression ...), then
 * {@code i1}, {@code i2} ... for identity and {@code e1}, {@code e2} ... for expression. Saved as CSV by ImageJ, values
 * keep nine digits after the point, and a comma in a label becomes a semicolon.
 */
public final class FeatureTable {

	/** ResultsTable saves what it shows; nine digits after the point are the most it has. */
	private static final int DECIMAL_PLACES = 9;

	private FeatureTable() {}

	/**
	 * @param labels N image labels
	 * @param columns further text columns by heading, N values each, in the order in which they shall appear
	 * @param identity D x N identity features
	 * @param expression D x N expression features
	 * @return a table of N rows that is not shown yet
	 */
	public static ResultsTable of(List<String> labels, Map<String, List<String>> columns,
		RandomAccessibleInterval<FloatType> identity, RandomAccessibleInterval<FloatType> expression)
	{
		ResultsTable table = new PreciseTable(DECIMAL_PLACES);
		RandomAccess<FloatType> i = identity.randomAccess();
		RandomAccess<FloatType> e = expression.randomAccess();
		for (int row = 0; row < labels.size(); row++) {
			table.addRow();
			table.addLabel(labels.get(row));
			for (Map.Entry<String, List<String>> column : columns.entrySet())
				table.addValue(column.getKey(), column.getValue().get(row));
			addFeatures(table, "i", i, identity.dimension(0), row);
			addFeatures(table, "e", e, expression.dimension(0), row);
		}
		return table;
	}

	private static void addFeatures(ResultsTable table, String prefix, RandomAccess<FloatType> features, long size,
		int row)
	{
		for (int k = 0; k < size; k++)
			table.addValue(prefix + (k + 1), features.setPositionAndGet(k, row).get());
	}
}
