package io.github.hyojo.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

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
