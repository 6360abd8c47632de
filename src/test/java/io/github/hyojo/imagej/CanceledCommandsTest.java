package io.github.hyojo.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.After;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.experimental.categories.Category;
import org.junit.rules.TemporaryFolder;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ImageProcessor;
import io.github.hyojo.TinyModel;
import io.github.hyojo.WindowTest;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.evaluation.ComparisonForecast;
import io.github.hyojo.importing.FaceImporter;
import io.github.hyojo.training.History;

/** Escape ends each command that has begun to work, and the macro with it; nothing is made. */
@Category(WindowTest.class)
public class CanceledCommandsTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	/** Many more faces than are encoded before somebody can press a key. */
	private static final int MANY = 20000;

	@BeforeClass
	public static void start() {
		if (IJ.getInstance() == null) new ImageJ(ImageJ.NO_SHOW);
		WindowManager.closeAllWindows();
		ResultsTable.getResultsTable().reset();
		new ImagePlus("many", new VirtualStack(64, 64, null, null) {

			@Override
			public int getSize() {
				return MANY;
			}

			@Override
			public int size() {
				return MANY;
			}

			@Override
			public ImageProcessor getProcessor(int n) {
				return FaceStack.slice(TinyModel.FACES.images(), n % 12);
			}

			@Override
			public String getSliceLabel(int n) {
				return "face " + n;
			}
		}).show();
	}

	@AfterClass
	public static void close() {
		// otherwise ImageJ asks whether to save its Results, and waits
		Analyzer.setUnsavedMeasurements(false);
		WindowManager.closeAllWindows();
	}

	@After
	public void nothingWasMade() {
		assertEquals(1, WindowManager.getImageCount());
		assertEquals(0, ResultsTable.getResultsTable().size());
	}

	@Test
	public void encode() throws Exception {
		assertIsCanceled("Encode Expressions...", "image=many");
	}

	@Test
	public void swap() throws Exception {
		assertIsCanceled("Swap Expressions...", "identities=many expressions=many expressionslices=1");
	}

	@Test
	public void interpolate() throws Exception {
		assertIsCanceled("Interpolate Expressions...", "source=many target=many targetslice=2 steps=10000");
	}

	@Test
	public void explore() throws Exception {
		assertIsCanceled("Explore Expression Space...", "image=many");
	}

	@Test
	public void recognize() throws Exception {
		assertIsCanceled("Recognize Expressions...", "dataset=[" + dataset() + "] clusters=5 trials=1000000");
	}

	/** What is done is kept, and the same import goes on with it. */
	@Test
	public void importFaces() throws Exception {
		Path output = FOLDER.getRoot().toPath().resolve("canceled import");
		String options = "source=test-images/faces output=[" + output + "] open=false";
		Path scratch = FaceImporter.scratch(output);
		assertIsCanceled("Import Face Dataset...", options, () -> Files.exists(scratch));
		assertTrue(Files.notExists(output));
		assertTrue(Files.exists(scratch));
		assertEquals(Optional.empty(), RunMacro.run("run('Import Face Dataset...', '" + options + "');", ""));
		assertEquals(120, FaceDatasetFolder.summary(output).count());
		assertTrue(Files.notExists(scratch));
		ResultsTable.getResultsTable().reset();
	}

	/** It keeps a checkpoint, and goes on from there. */
	@Test
	public void train() throws Exception {
		Path dataset = dataset();
		Path output = FOLDER.getRoot().toPath().resolve("canceled training");
		String options = "dataset=[" + dataset + "] output=[" + output + "] channels=32 epochs=1000";
		assertIsCanceled("Train Expression Model...", options, () -> epochs(output) > 0);
		int before = epochs(output);
		assertTrue(Files.notExists(output.resolve("model")));
		assertIsCanceled("Train Expression Model...", options, () -> epochs(output) > before);
		assertTrue(Files.notExists(output.resolve("model")));
	}

	@Test
	public void compare() throws Exception {
		Path dataset = dataset();
		Path output = FOLDER.getRoot().toPath().resolve("canceled comparison");
		String options = "dataset=[" + dataset + "] output=[" + output
			+ "] methods=[conventional,vae] channels=32 epochs=1000 clusters=5";
		Path training = output.resolve("conventional");
		assertIsCanceled("Compare Methods...", options, () -> epochs(training) > 0);
		int before = epochs(training);
		assertEquals(Optional.of(0), ComparisonForecast.done(output));
		assertIsCanceled("Compare Methods...", options, () -> epochs(training) > before);
		assertEquals(Optional.of(0), ComparisonForecast.done(output));
	}

	private static int epochs(Path training) {
		return new History(training.resolve("history.csv")).read().size();
	}

	/** The faces of the samples, uncut: how they look does not matter. */
	private static Path dataset() {
		Path dataset = FOLDER.getRoot().toPath().resolve("dataset");
		if (Files.exists(dataset)) return dataset;
		assertEquals(Optional.empty(), RunMacro.run("run('Import Face Dataset...', 'source=test-images/faces output=["
			+ dataset + "] alignment=off open=false');", ""));
		// the import's report
		ResultsTable.getResultsTable().reset();
		return dataset;
	}

	private static void assertIsCanceled(String command, String options) throws Exception {
		assertIsCanceled(command, "model=[" + TinyModel.folder() + "] " + options, () -> true);
	}

	/**
	 * Presses Escape again and again, since it does not count before the command has begun.
	 *
	 * @param begun whether to press it yet
	 */
	private static void assertIsCanceled(String command, String options, BooleanSupplier begun) throws Exception {
		Path after = FOLDER.getRoot().toPath().resolve("after");
		CompletableFuture<Optional<String>> macro = CompletableFuture.supplyAsync(() -> RunMacro.run("run('" + command
			+ "', '" + options + "'); File.saveString('went on', '" + after + "');", ""),
			work -> new Thread(work, "Run$_Macro$").start());
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
		while (!macro.isDone()) {
			assertTrue("was not canceled within two minutes", System.nanoTime() < end);
			if (begun.getAsBoolean()) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			Thread.sleep(20);
		}
		IJ.setKeyUp(KeyEvent.VK_ESCAPE);
		assertEquals(Optional.of("Macro canceled."), macro.get());
		assertTrue("the macro went on", Files.notExists(after));
	}
}
