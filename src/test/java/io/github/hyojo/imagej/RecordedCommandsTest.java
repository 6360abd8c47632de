package io.github.hyojo.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.experimental.categories.Category;
import org.junit.rules.TemporaryFolder;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.WindowTest;
import io.github.hyojo.data.FaceDatasetFolder;

/**
 * In plain ImageJ with its recorder open, each command is run by its dialog, then the line that was recorded is run as a
 * macro: it makes the same images and tables.
 */
@Category(WindowTest.class)
public class RecordedCommandsTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Path dataset;

	private final Recorder recorder = new Recorder();

	/** What a command has made: pixels and labels by the image's title, and the Results. */
	private record Made(List<String> titles, List<int[]> pixels, List<String> labels, String table) {}

	@BeforeClass
	public static void start() {
		if (IJ.getInstance() == null) new ImageJ(ImageJ.NO_SHOW);
		RunMacro.run("", "");
		dataset = FOLDER.getRoot().toPath().resolve("顔 faces");
		FaceDatasetFolder.write(TinyModel.FACES, dataset, Progress.SILENT);
	}

	@Before
	public void openFaces() {
		ImagePlus faces = DatasetImage.of(TinyModel.FACES, "some faces");
		faces.show();
	}

	@After
	public void close() {
		reset();
		recorder.close();
	}

	@Test
	public void encode() throws Exception {
		String line = assertRunsAsRecorded("Encode Expressions...", dialog -> {
			text(dialog, 0, TinyModel.folder());
			text(dialog, 2, dataset);
		});
		assertTrue(line, line.contains("dataset=[" + dataset + "]"));
	}

	@Test
	public void swap() throws Exception {
		assertRunsAsRecorded("Swap Expressions...", dialog -> {
			text(dialog, 0, TinyModel.folder());
			text(dialog, 2, "1,5");
			text(dialog, 3, "2, 3");
			checkbox(dialog, 0, false);
		});
	}

	@Test
	public void interpolate() throws Exception {
		String line = assertRunsAsRecorded("Interpolate Expressions...", dialog -> {
			text(dialog, 0, TinyModel.folder());
			text(dialog, 2, 2);
			text(dialog, 3, 9);
			text(dialog, 5, 1.5);
			text(dialog, 6, 4);
		});
		assertTrue(line, line.contains("to=1.5"));
	}

	@Test
	public void explore() throws Exception {
		assertRunsAsRecorded("Explore Expression Space...", dialog -> {
			text(dialog, 0, TinyModel.folder());
			text(dialog, 2, dataset);
			choice(dialog, "subject");
			checkbox(dialog, 0, false);
		});
	}

	@Test
	public void info() throws Exception {
		assertRunsAsRecorded("Expression Model Info...", dialog -> text(dialog, 0, TinyModel.folder()));
	}

	@Test
	public void samples() throws Exception {
		reset();
		IJ.doCommand("Open Hyojo Sample Faces");
		ImagePlus faces = await(() -> WindowManager.getImage("Hyojo Sample Faces"));
		assertEquals(120, faces.getStackSize());
		assertEquals("run(\"Open Hyojo Sample Faces\");", await(() -> recorded("Open Hyojo Sample Faces")));
	}

	private String assertRunsAsRecorded(String command, Consumer<GenericDialog> answers) throws Exception {
		IJ.doCommand(command);
		GenericDialog dialog = await(RecordedCommandsTest::dialog);
		answers.accept(dialog);
		press(dialog);
		String line = await(() -> recorded(command));
		Made byHand = made();
		reset();
		openFaces();
		assertEquals(Optional.empty(), RunMacro.run(line, ""));
		Made byMacro = made();
		assertEquals(byHand.titles, byMacro.titles);
		assertEquals(byHand.labels, byMacro.labels);
		for (int i = 0; i < byHand.pixels.size(); i++) assertArrayEquals(byHand.pixels.get(i), byMacro.pixels.get(i));
		assertEquals(byHand.table, byMacro.table);
		assertTrue("something was made", byHand.titles.size() > 1 || byHand.table.lines().count() > 1);
		return line;
	}

	private static Made made() {
		List<String> titles = new ArrayList<>(Arrays.asList(WindowManager.getImageTitles()));
		titles.sort(null);
		List<int[]> pixels = new ArrayList<>();
		List<String> labels = new ArrayList<>();
		for (String title : titles) {
			ImagePlus image = WindowManager.getImage(title);
			for (int n = 1; n <= image.getStackSize(); n++) {
				pixels.add((int[]) image.getStack().getProcessor(n).convertToRGB().getPixels());
				labels.add(String.valueOf(image.getStack().getSliceLabel(n)));
			}
		}
		StringBuilder table = new StringBuilder();
		ResultsTable results = ResultsTable.getResultsTable();
		for (int row = 0; row < results.size(); row++) table.append(results.getRowAsString(row)).append('\n');
		return new Made(titles, pixels, labels, table.toString());
	}

	private static void reset() {
		for (int id : Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0])) {
			ImagePlus image = WindowManager.getImage(id);
			image.changes = false;
			image.close();
		}
		ResultsTable.getResultsTable().reset();
	}

	/** @return the recorded line once the command has ended, null before */
	private String recorded(String command) {
		return recorder.getText().lines().filter(line -> line.startsWith("run(\"" + command + "\"")).findFirst().orElse(null);
	}

	private static GenericDialog dialog() {
		for (Window window : Window.getWindows()) {
			if (window instanceof GenericDialog dialog && dialog.isShowing()) return dialog;
		}
		return null;
	}

	private static void text(GenericDialog dialog, int index, Object value) {
		((TextField) dialog.getStringFields().get(index)).setText(value.toString());
	}

	private static void checkbox(GenericDialog dialog, int index, boolean on) {
		((Checkbox) dialog.getCheckboxes().get(index)).setState(on);
	}

	private static void choice(GenericDialog dialog, String item) {
		Vector<?> choices = dialog.getChoices();
		((Choice) choices.get(choices.size() - 1)).select(item);
	}

	private static void press(GenericDialog dialog) {
		Button ok = dialog.getButtons()[0];
		ok.dispatchEvent(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED, ok.getLabel()));
	}

	private static <T> T await(Supplier<T> what) throws InterruptedException {
		long end = System.nanoTime() + 60_000_000_000L;
		T value = what.get();
		while (value == null) {
			assertTrue("did not happen within a minute", System.nanoTime() < end);
			Thread.sleep(20);
			value = what.get();
		}
		return value;
	}
}
