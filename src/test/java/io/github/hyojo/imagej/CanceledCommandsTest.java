package io.github.hyojo.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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
		Path dataset = FOLDER.getRoot().toPath().resolve("labelled");
		assertEquals(Optional.empty(), RunMacro.run("run('Import Face Dataset...', 'source=test-images/faces output=["
			+ dataset + "] open=false');", ""));
		// the import's report
		ResultsTable.getResultsTable().reset();
		assertIsCanceled("Recognize Expressions...", "dataset=[" + dataset + "] clusters=5 trials=1000000");
	}

	/** Presses Escape again and again, since it does not count before the command has begun. */
	private static void assertIsCanceled(String command, String options) throws Exception {
		Path after = FOLDER.getRoot().toPath().resolve("after");
		CompletableFuture<Optional<String>> macro = CompletableFuture.supplyAsync(() -> RunMacro.run("run('" + command
			+ "', 'model=[" + TinyModel.folder() + "] " + options + "'); File.saveString('went on', '" + after + "');", ""),
			work -> new Thread(work, "Run$_Macro$").start());
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!macro.isDone()) {
			assertTrue("was not canceled within a minute", System.nanoTime() < end);
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			Thread.sleep(20);
		}
		IJ.setKeyUp(KeyEvent.VK_ESCAPE);
		assertEquals(Optional.of("Macro canceled."), macro.get());
		assertTrue("the macro went on", Files.notExists(after));
	}
}
