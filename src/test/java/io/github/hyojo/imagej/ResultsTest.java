package io.github.hyojo.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import io.github.hyojo.data.Face;
import io.github.hyojo.evaluation.Confusion;
import io.github.hyojo.evaluation.EvaluationResult;
import io.github.hyojo.evaluation.ExpressionMap;
import io.github.hyojo.evaluation.MeasuredValue;
import io.github.hyojo.evaluation.Part;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** What the user gets to see: tables, montages, progress. */
public class ResultsTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void featuresSurviveSavingAsCsv() throws IOException {
		float[] identity = { 1, -0.123456789f, 0.001234567f, 12.345678f };
		float[] expression = { 0, 3.1415927f, -2.7182817f, 0.5f };
		ResultsTable table = FeatureTable.of(List.of("a, b.png", "c.png"), Map.of("subject", List.of("S1", "002")),
			features(identity), features(expression));
		// as a command shows it, by which ImageJ would leave three decimal places
		Analyzer.setResultsTable(table);
		String path = new File(folder.getRoot(), "features.csv").getPath();
		table.saveAs(path);
		ResultsTable again = ResultsTable.open(path);
		assertEquals(2, again.size());
		assertEquals("Label", again.getColumnHeading(0));
		assertEquals("S1", again.getStringValue("subject", 0));
		// ImageJ writes commas in labels as semicolons.
		assertEquals("a; b.png", again.getStringValue(0, 0));
		for (int row = 0; row < 2; row++)
			for (int k = 0; k < 2; k++) {
				float value = identity[2 * row + k];
				assertEquals(value, again.getValue("i" + (k + 1), row), 1e-6 * Math.abs(value));
				assertEquals(expression[2 * row + k], again.getValue("e" + (k + 1), row), 1e-6);
			}
	}

	@Test
	public void swapMontageShowsEveryImageInItsPlace() {
		FaceStack identities = colors("identities", 0xff0000, 0x00ff00, 0x0000ff);
		FaceStack expressions = colors("expressions", 0xffff00, 0x00ffff);
		FaceStack swapped = colors("swapped", 0x100000, 0x200000, 0x300000, 0x400000, 0x500000, 0x600000);
		ImagePlus montage = Montage.swap("swap", identities, expressions, swapped, List.of("Ann", "Bob", "Cy"),
			List.of("happy", "a very long label that does not fit"));
		List<Integer> colors = new ArrayList<>();
		for (int row = 0; row < 3; row++)
			for (int column = 0; column < 4; column++) {
				int right = montage.getWidth() - 40 - (3 - column) * 100;
				int bottom = montage.getHeight() - 40 - (2 - row) * 100;
				int color = montage.getProcessor().get(right - (column == 0 ? 8 : 0), bottom - (row == 0 ? 8 : 0));
				colors.add(color & 0xffffff);
			}
		assertEquals(List.of(0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0x100000, 0x200000, 0x300000, 0x00ffff,
			0x400000, 0x500000, 0x600000), colors);
	}

	@Test
	public void measuresByPart() {
		ResultsTable table = MeasureTable.of(new EvaluationResult(List.of(new MeasuredValue("accuracy", Part.TRAINING, 50, 1.5,
			null), new MeasuredValue("accuracy", Part.TEST, 0.00123, null, 12.5), new MeasuredValue("other", Part.TEST, -2,
				null, null)), List.of(), null));
		assertEquals("Measure\tTraining\tTraining sd\tTraining chance\tTest\tTest sd\tTest chance", table
			.getColumnHeadings());
		assertEquals("accuracy\t50\t1.50000\t-\t0.00123\t-\t12.50000", table.getRowAsString(0));
		assertEquals("other\t-\t-\t-\t-2.00000\t-\t-", table.getRowAsString(1));
	}

	/** Of 2 happy and 4 sad images in 10 trials, the happy ones were always found, the sad ones in a quarter. */
	@Test
	public void confusionAsTableAndPicture() {
		List<Confusion> confusions = List.of(new Confusion(Part.TEST, List.of("happy", "sad"), new long[][] { { 20, 0 }, { 30,
			10 } }, 10));
		ResultsTable table = ConfusionTable.of(confusions);
		assertEquals("Test\tsad\t4\t3\t1", table.getRowAsString(1));
		ImagePlus picture = ConfusionPicture.of("confusion", confusions);
		assertEquals("Part,True class,Images,happy,sad\nTest,happy,2,2,0\nTest,sad,4,3,1", picture.getProperty("Info"));
		// blue alone tells the shade: from light (250) to dark (107); a little inside each cell's corner
		int[] blue = new int[4];
		for (int cell = 0; cell < 4; cell++) {
			blue[cell] = picture.getProcessor().get(130 + 62 * (cell % 2) + 3, 60 + 34 * (cell / 2) + 3) & 0xff;
		}
		assertArrayEquals(new int[] { 107, 250, 143, 214 }, blue);
	}

	@Test
	public void mapsShowWhateverTheGroups() {
		List<Face> faces = new ArrayList<>();
		for (int i = 0; i < 24; i++) faces.add(new Face("" + i, "S" + i % 12, "", i, null, null));
		double[] place = new double[24];
		for (int i = 0; i < 24; i++) place[i] = i;
		ExpressionMap map = new ExpressionMap(Part.TEST, faces, faces.stream().map(face -> "label " + face.frame() % 10)
			.toList(), place, new double[24], new double[] { 1, 0 });
		for (ImagePlus plot : List.of(MapPlot.byExpression("e", map), MapPlot.bySubject("s", map))) {
			assertTrue(plot.getWidth() > 720);
		}
	}

	@Test
	public void timeLeftIsTold() {
		AtomicLong clock = new AtomicLong();
		TimeLeft text = new TimeLeft(clock::get);
		assertEquals("Encoding faces 0 of 400", text.line("Encoding faces", 0, 400));
		clock.set(5_000_000_000L);
		assertEquals("Encoding faces 120 of 400, 12 s left", text.line("Encoding faces", 120, 400));
		clock.set(500_000_000_000L);
		assertEquals("Encoding faces 121 of 400, 19 min left", text.line("Encoding faces", 121, 400));
		assertEquals("Reading 7", text.line("Reading", 7, 0));
	}

	@Test
	public void theLogGetsBeginningAndEnd() {
		List<String> lines = new ArrayList<>();
		LogProgress progress = new LogProgress(lines::add);
		for (int i = 0; i <= 100; i++)
			progress.report("Encoding", i, 100);
		assertEquals(List.of("Encoding 0 of 100", "Encoding 100 of 100"), lines);
		assertFalse(progress.isCanceled());
	}

	private static Img<FloatType> features(float[] values) {
		return ArrayImgs.floats(values, 2, 2);
	}

	private static FaceStack colors(String title, int... colors) {
		ImagePlus image = IJ.createImage(title, "RGB black", 32, 32, colors.length);
		for (int i = 0; i < colors.length; i++) {
			int[] pixels = (int[]) image.getStack().getPixels(i + 1);
			Arrays.fill(pixels, 0xff000000 | colors[i]);
		}
		return new FaceStack(image, 32);
	}
}
