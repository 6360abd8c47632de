package io.github.hyojo.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Label;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import io.github.hyojo.file.NewFolder;

/**
 * In plain ImageJ with its recorder open, each command is run by its dialog, then the line that was recorded is run as a
 * macro: it makes the same images and tables.
 */
@Category(WindowTest.class)
public class RecordedCommandsTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Path dataset;
	private static Path labelled;

	private final Recorder recorder = new Recorder();

	/** What a command has made: pixels and labels by the image's title, and the Results. */
	private record Made(List<String> titles, List<int[]> pixels, List<String> labels, String table) {}

	@BeforeClass
	public static void start() {
		if (IJ.getInstance() == null) new ImageJ(ImageJ.NO_SHOW);
		RunMacro.run("", "");
		dataset = FOLDER.getRoot().toPath().resolve("顔 faces");
		FaceDatasetFolder.write(TinyModel.FACES, dataset, Progress.SILENT);
		labelled = FOLDER.getRoot().toPath().resolve("labelled");
		// not while a dialog is open: the macro would end the recording of its command
		assertEquals(Optional.empty(), RunMacro.run("run('Import Face Dataset...', 'source=test-images/faces output=["
			+ labelled + "] alignment=off crop=[0.18 0.28 0.82 0.92] open=false');", ""));
		// takes longer than a command may
		TinyModel.folder();
	}

	@Before
	public void openFaces() {
		reset();
		DatasetImage.of(TinyModel.FACES, "some faces").show();
	}

	@After
	public void close() {
		reset();
		recorder.close();
	}

	@Test
	public void encode() throws Exception {
		String line = assertRunsAsRecorded("Encode Expressions...", dialog -> {
			text(dialog, "Model", TinyModel.folder());
			text(dialog, "or a face dataset", dataset);
		});
		assertTrue(line, line.contains("dataset=[" + dataset + "]"));
	}

	@Test
	public void swap() throws Exception {
		assertRunsAsRecorded("Swap Expressions...", dialog -> {
			text(dialog, "Model", TinyModel.folder());
			text(dialog, "Slices of the identities", "1,5");
			text(dialog, "Slices of the expressions", "2, 3");
			checkbox(dialog, "Montage", false);
		});
	}

	@Test
	public void interpolate() throws Exception {
		String line = assertRunsAsRecorded("Interpolate Expressions...", dialog -> {
			text(dialog, "Model", TinyModel.folder());
			text(dialog, "Source slice", 2);
			text(dialog, "Target slice", 9);
			text(dialog, "To position", 1.5);
			text(dialog, "Number of images", 4);
		});
		assertTrue(line, line.contains("to=1.5"));
	}

	@Test
	public void explore() throws Exception {
		assertRunsAsRecorded("Explore Expression Space...", dialog -> {
			text(dialog, "Model", TinyModel.folder());
			text(dialog, "Face dataset", dataset);
			choice(dialog, "Colour by", "subject");
			checkbox(dialog, "Window", false);
		});
	}

	@Test
	public void info() throws Exception {
		assertRunsAsRecorded("Expression Model Info...", dialog -> text(dialog, "Model", TinyModel.folder()));
	}

	@Test
	public void recognize() throws Exception {
		assertRunsAsRecorded("Recognize Expressions...", dialog -> {
			text(dialog, "Model", TinyModel.folder());
			text(dialog, "Face dataset", labelled);
			text(dialog, "Clusters", 5);
			text(dialog, "Trials", 2);
		});
	}

	@Test
	public void importFaces() throws Exception {
		Path output = FOLDER.getRoot().toPath().resolve("imported 顔");
		assertRunsAsRecorded("Import Face Dataset...", dialog -> {
			text(dialog, "Source (", Path.of("test-images/faces").toAbsolutePath());
			text(dialog, "New dataset folder", output);
			choice(dialog, "Alignment", "off");
			text(dialog, "Crop", "0.18 0.28 0.82 0.92");
			text(dialog, "Frames per sequence", 2);
			checkbox(dialog, "Ask before", false);
		}, output);
	}

	@Test
	public void train() throws Exception {
		Path output = FOLDER.getRoot().toPath().resolve("trained");
		String line = assertRunsAsRecorded("Train Expression Model...", dialog -> {
			text(dialog, "Face dataset", dataset);
			text(dialog, "Output folder", output);
			text(dialog, "Epochs", 1);
			text(dialog, "Batch", 6);
			text(dialog, "Channels", 32);
			checkbox(dialog, "Train on mirror images", true);
		}, output);
		assertTrue(line, line.contains("mirrored=true"));
	}

	@Test
	public void compare() throws Exception {
		Path output = FOLDER.getRoot().toPath().resolve("compared");
		assertRunsAsRecorded("Compare Methods...", dialog -> {
			text(dialog, "Face dataset", labelled);
			text(dialog, "Output folder", output);
			text(dialog, "Epochs", 1);
			text(dialog, "Channels", 32);
			text(dialog, "Methods", "vae, conventional");
			text(dialog, "Frames", 2);
			text(dialog, "Clusters", 5);
			text(dialog, "Trials", 2);
		}, output);
	}

	@Test
	public void samples() throws Exception {
		reset();
		IJ.doCommand("Open Hyojo Sample Faces");
		ImagePlus faces = await(() -> WindowManager.getImage("Hyojo Sample Faces"));
		assertEquals(120, faces.getStackSize());
		assertEquals("run(\"Open Hyojo Sample Faces\");", await(() -> recorded("Open Hyojo Sample Faces")));
	}

	/** @param written what the command writes, and does not write over */
	private String assertRunsAsRecorded(String command, Consumer<GenericDialog> answers, Path... written)
		throws Exception
	{
		IJ.doCommand(command);
		GenericDialog dialog = await(RecordedCommandsTest::dialog);
		answers.accept(dialog);
		press(dialog);
		String line = await(() -> recorded(command));
		assertTrue("it would ask again: " + line, line.contains("="));
		Made byHand = made();
		for (Path output : written) NewFolder.delete(output);
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
		for (String heading : results.getHeadings()) {
			// how long it took
			if (heading.equals("Seconds")) continue;
			for (int row = 0; row < results.size(); row++) {
				table.append(heading).append('\t').append(results.getStringValue(heading, row)).append('\n');
			}
		}
		return new Made(titles, pixels, labels, table.toString());
	}

	private static void reset() {
		for (int id : Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0])) {
			WindowManager.getImage(id).changes = false;
			WindowManager.getImage(id).close();
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

	private static void text(GenericDialog dialog, String label, Object value) {
		field(dialog, label, TextField.class).setText(value.toString());
	}

	private static void choice(GenericDialog dialog, String label, String item) {
		field(dialog, label, Choice.class).select(item);
	}

	private static void checkbox(GenericDialog dialog, String label, boolean on) {
		for (Object box : dialog.getCheckboxes())
			if (((Checkbox) box).getLabel().startsWith(label)) ((Checkbox) box).setState(on);
	}

	/** What stands behind a label, perhaps in a panel with a button. */
	private static <T> T field(GenericDialog dialog, String label, Class<T> type) {
		Component[] components = dialog.getComponents();
		for (int i = 0; i + 1 < components.length; i++) {
			if (!(components[i] instanceof Label text) || !text.getText().startsWith(label)) continue;
			Component next = components[i + 1];
			return type.cast(next instanceof Container panel ? panel.getComponent(0) : next);
		}
		throw new AssertionError("There is no field " + label);
	}

	private static void press(GenericDialog dialog) {
		Button ok = dialog.getButtons()[0];
		ok.dispatchEvent(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED, ok.getLabel()));
	}

	private static <T> T await(Supplier<T> what) throws InterruptedException {
		long end = System.nanoTime() + 120_000_000_000L;
		for (T value = what.get();; value = what.get()) {
			if (value != null) return value;
			assertTrue("did not happen within two minutes", System.nanoTime() < end);
			Thread.sleep(20);
		}
	}
}
