package io.github.hyojo.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

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
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
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

	/** What a command has made: pixels and labels by the image's title, and tables. */
	private record Made(List<String> titles, List<int[]> pixels, List<String> labels, String tables) {}

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
			dialog.text("Model", TinyModel.folder());
			dialog.text("or a face dataset", dataset);
		});
		assertTrue(line, line.contains("dataset=[" + dataset + "]"));
	}

	@Test
	public void swap() throws Exception {
		assertRunsAsRecorded("Swap Expressions...", dialog -> {
			dialog.text("Model", TinyModel.folder());
			dialog.text("Slices of the identities", "1,5");
			dialog.text("Slices of the expressions", "2, 3");
			dialog.checkbox("Montage", false);
		});
	}

	@Test
	public void interpolate() throws Exception {
		String line = assertRunsAsRecorded("Interpolate Expressions...", dialog -> {
			dialog.text("Model", TinyModel.folder());
			dialog.text("Source slice", 2);
			dialog.text("Target slice", 9);
			dialog.text("To position", 1.5);
			dialog.text("Number of images", 4);
		});
		assertTrue(line, line.contains("to=1.5"));
	}

	@Test
	public void explore() throws Exception {
		assertRunsAsRecorded("Explore Expression Space...", dialog -> {
			dialog.text("Model", TinyModel.folder());
			dialog.text("Face dataset", dataset);
			dialog.choice("Colour by", "subject");
			dialog.checkbox("Window", false);
		});
	}

	@Test
	public void info() throws Exception {
		assertRunsAsRecorded("Expression Model Info...", dialog -> dialog.text("Model", TinyModel.folder()));
	}

	@Test
	public void recognize() throws Exception {
		assertRunsAsRecorded("Recognize Expressions...", dialog -> {
			dialog.text("Model", TinyModel.folder());
			dialog.text("Face dataset", labelled);
			dialog.text("Clusters", 5);
			dialog.text("Trials", 2);
		});
	}

	@Test
	public void importFaces() throws Exception {
		Path output = FOLDER.getRoot().toPath().resolve("imported 顔");
		assertRunsAsRecorded("Import Face Dataset...", dialog -> {
			dialog.text("Source (", Path.of("test-images/faces").toAbsolutePath());
			dialog.text("New dataset folder", output);
			dialog.choice("Alignment", "off");
			dialog.text("Crop", "0.18 0.28 0.82 0.92");
			dialog.text("Frames per sequence", 2);
			dialog.checkbox("Ask before", false);
		}, output);
	}

	@Test
	public void train() throws Exception {
		Path output = FOLDER.getRoot().toPath().resolve("trained");
		String line = assertRunsAsRecorded("Train Expression Model...", dialog -> {
			dialog.text("Face dataset", dataset);
			dialog.text("Output folder", output);
			dialog.text("Epochs", 1);
			dialog.text("Batch", 6);
			dialog.text("Channels", 32);
			dialog.checkbox("Train on mirror images", true);
		}, output);
		assertTrue(line, line.contains("mirrored=true"));
	}

	@Test
	public void compare() throws Exception {
		Path output = FOLDER.getRoot().toPath().resolve("compared");
		assertRunsAsRecorded("Compare Methods...", dialog -> {
			dialog.text("Face dataset", labelled);
			dialog.text("Output folder", output);
			dialog.text("Epochs", 1);
			dialog.text("Channels", 32);
			dialog.text("Methods", "vae, conventional");
			dialog.text("Frames", 2);
			dialog.text("Clusters", 5);
			dialog.text("Trials", 2);
		}, output);
	}

	/** TensorFlow runs already, and tells the same each time. */
	@Test
	public void engine() throws Exception {
		String line = assertRunsAsRecorded("Expression Engine...", dialog -> {
			dialog.choice("Device", "CPU");
			dialog.text("Processor threads", 2);
			dialog.checkbox("Take a GPU's memory", false);
		});
		assertTrue(line, line.contains("device=CPU") && line.contains("threads=2") && line.contains("growth=false"));
		ResultsTable told = ResultsTable.getResultsTable("Expression Engine");
		List<String> properties = Arrays.asList(told.getColumnAsStrings("Property"));
		assertEquals("2", told.getStringValue("Value", properties.indexOf("Processor threads")));
		assertEquals(Optional.empty(), RunMacro.run(
			"run(\"Expression Engine...\", \"device=auto threads=0 growth=true start=false\");", ""));
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
	private String assertRunsAsRecorded(String command, Consumer<OpenDialog> answers, Path... written)
		throws Exception
	{
		IJ.doCommand(command);
		OpenDialog dialog = await(OpenDialog::shown);
		answers.accept(dialog);
		dialog.ok();
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
		assertEquals(byHand.tables, byMacro.tables);
		assertTrue("something was made", byHand.titles.size() > 1 || byHand.tables.lines().count() > 1);
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
		StringBuilder tables = new StringBuilder(text(ResultsTable.getResultsTable()));
		for (String title : WindowManager.getNonImageTitles()) {
			if (ResultsTable.getResultsTable(title) != null) tables.append(title).append('\n').append(text(ResultsTable
				.getResultsTable(title)));
		}
		return new Made(titles, pixels, labels, tables.toString());
	}

	private static String text(ResultsTable table) {
		StringBuilder text = new StringBuilder();
		for (String heading : table.getHeadings()) {
			// how long it took
			if (heading.equals("Seconds")) continue;
			for (int row = 0; row < table.size(); row++) {
				text.append(heading).append('\t').append(table.getStringValue(heading, row)).append('\n');
			}
		}
		return text.toString();
	}

	private static void reset() {
		for (int id : Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0])) {
			WindowManager.getImage(id).changes = false;
			WindowManager.getImage(id).close();
		}
		for (String title : WindowManager.getNonImageTitles()) {
			if (WindowManager.getFrame(title) instanceof TextWindow table && !title.equals("Log")) table.close(false);
		}
		ResultsTable.getResultsTable().reset();
	}

	/** @return the recorded line once the command has ended, null before */
	private String recorded(String command) {
		return recorder.getText().lines().filter(line -> line.startsWith("run(\"" + command + "\"")).findFirst().orElse(null);
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
