package io.github.hyojo.evaluation;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.measure.ResultsTable;
import io.github.hyojo.imagej.ComparisonResults;
import io.github.hyojo.model.Method;

public class ComparisonTableTest {

	/** The C-VAE does not serve test subjects; one measure has no deviations. */
	private static final List<ComparedMethod> METHODS = List.of(new ComparedMethod(Method.ITERATED, 99.6, List.of(
		new MeasuredValue("Recognition (%)", Part.TRAINING, 64.28, 2.814, null), new MeasuredValue("Recognition (%)",
			Part.TEST, 62.83, 5.24, null), new MeasuredValue("Leak", Part.TRAINING, 0.4, null, 0.25), new MeasuredValue("Error",
				Part.TEST, 1.5, null, null))), new ComparedMethod(Method.C_VAE, 7, List.of(new MeasuredValue("Recognition (%)",
					Part.TRAINING, 59.05, 4.23, null))));

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	@Test
	public void asCsv() throws Exception {
		Path file = temp.getRoot().toPath().resolve("comparison.csv");
		new ComparisonTable(METHODS).write(file);
		assertEquals(List.of("method,size,seconds,\"Recognition (%), training\",\"Recognition (%), training, sd\","
			+ "\"Recognition (%), training, chance\",\"Recognition (%), test\",\"Recognition (%), test, sd\","
			+ "\"Recognition (%), test, chance\",\"Leak, training\",\"Leak, training, sd\",\"Leak, training, chance\","
			+ "\"Error, test\",\"Error, test, sd\",\"Error, test, chance\"",
			"iterated,64,100,64.28,2.814,,62.83,5.24,,0.4,,0.25,1.5,,", "c_vae,64,7,59.05,4.23,,,,,,,,,,"), Files.readAllLines(
				file));
	}

	@Test
	public void asAResultsTable() {
		ResultsTable table = ComparisonResults.of(METHODS);
		assertEquals("64.28 ± 2.81", table.getStringValue("Recognition (%), training", 0));
		assertEquals("62.83 ± 5.24", table.getStringValue("Recognition (%), test", 0));
		assertEquals("0.4000 (0.2500)", table.getStringValue("Leak, training", 0));
		assertEquals("1.500", table.getStringValue("Error, test", 0));
		assertEquals("C-VAE", table.getStringValue("Method", 1));
		assertEquals("-", table.getStringValue("Recognition (%), test", 1));
		assertEquals("100", table.getStringValue("Seconds", 0));
	}

	@Test
	public void theOrderIsThatOfTheMethodThatHasMost() {
		ComparedMethod few = new ComparedMethod(Method.VAE, 1, List.of(new MeasuredValue("Error", Part.TEST, 2, null, null),
			new MeasuredValue("Other", Part.TEST, 2, null, null)));
		assertEquals(List.of("Recognition (%)", "Recognition (%)", "Leak", "Error", "Other"), new ComparisonTable(List.of(few,
			METHODS.get(0))).columns().stream().map(ComparisonTable.Column::measure).toList());
	}
}
