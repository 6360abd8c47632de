package io.github.hyojo.ui.explorer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Point;
import java.awt.Window;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

import javax.swing.JMenuItem;

import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.ExploredFaces;
import io.github.hyojo.exploration.ExpressionSpace;
import io.github.hyojo.imagej.FacesToExplore;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.op.Encode;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * An explorer of {@link TinyModel}'s faces that is open, for tests to use by mouse. Work on Swing's components by
 * another thread than its own fails.
 */
public abstract class OpenExplorer {

	Exploration exploration;
	ExplorerWindow window;
	FrameFixture use;

	@BeforeClass
	public static void watchThreads() {
		FailOnThreadViolationRepaintManager.install();
	}

	/** ImageJ's own windows are not that strict. */
	@AfterClass
	public static void watchNoMore() {
		FailOnThreadViolationRepaintManager.uninstall();
	}

	@Before
	public void open() {
		open(TinyModel.open());
	}

	/** Before it is painted, the map does not know where its points are. */
	private void awaitMap() {
		FaceMap map = map();
		await(() -> GuiActionRunner.execute(() -> !map.getScreenDataArea().isEmpty()));
	}

	@After
	public void close() {
		WindowManager.closeAllWindows();
		for (Window open : Window.getWindows()) GuiActionRunner.execute(open::dispose);
		use.cleanUp();
	}

	void open(ExpressionModel model) {
		ExploredFaces faces = FacesToExplore.of(TinyModel.FACES);
		ExpressionSpace space = new ExpressionSpace(Encode.encode(model, faces.images(), Progress.SILENT));
		exploration = new Exploration(faces, space, new Exploration(faces, space, null).person(4));
		window = ExplorerWindow.open(exploration, model, FaceCut.cropped(Crop.WHOLE, model.size()), "subject");
		use = new FrameFixture(window);
		use.requireVisible();
		awaitMap();
	}

	/** Windows of Fiji may lie above by then. */
	void press(String button) {
		use.moveToFront();
		use.robot().waitForIdle();
		use.button(button).click();
	}

	FaceMap map() {
		return use.robot().finder().findByName("map", FaceMap.class);
	}

	Point place(double[] position) throws Exception {
		Point2D at = edt(() -> map().place(position));
		return new Point((int) Math.round(at.getX()), (int) Math.round(at.getY()));
	}

	void drag(Point from, Point to) {
		use.robot().moveMouse(map(), from);
		use.robot().pressMouse(MouseButton.LEFT_BUTTON);
		for (int i = 1; i <= 10; i++) {
			use.robot().moveMouse(map(), from.x + (to.x - from.x) * i / 10, from.y + (to.y - from.y) * i / 10);
		}
		use.robot().releaseMouseButtons();
	}

	void takeFrom(String item) {
		take("from image", item);
	}

	void takeFromTable(String item) {
		take("from table", item);
	}

	private void take(String button, String item) {
		press(button);
		use.robot().click(use.robot().finder().find(window, new GenericTypeMatcher<>(JMenuItem.class) {

			@Override
			protected boolean isMatching(JMenuItem candidate) {
				return candidate.isShowing() && candidate.getText().equals(item);
			}
		}));
	}

	double[] here() throws Exception {
		use.robot().waitForIdle();
		return edt(exploration::position);
	}

	String status() {
		return GuiActionRunner.execute(() -> use.label("status").target().getText());
	}

	/** What the model itself draws of the person there. */
	int[] drawn(double[] position) throws Exception {
		float[] expression = edt(() -> exploration.space().expression(position));
		return pixels(Views.hyperSlice(window.model().ask((model, progress) -> exploration.person().draw(model, ArrayImgs
			.floats(expression, expression.length, 1), progress)).get(), 2, 0));
	}

	void awaitFace(double[] position) throws Exception {
		int[] expected = drawn(position);
		await(() -> Arrays.equals(expected, shown()));
	}

	int[] shown() {
		return GuiActionRunner.execute(() -> pixels(window.shown().orElseThrow()));
	}

	static int[] pixels(RandomAccessibleInterval<ARGBType> face) {
		List<Integer> pixels = new ArrayList<>();
		for (ARGBType pixel : Views.flatIterable(face)) pixels.add(pixel.get());
		return pixels.stream().mapToInt(i -> i).toArray();
	}

	static void assertSameFace(int[] expected, int[] actual) {
		for (int i = 0; i < expected.length; i++) {
			for (int shift = 0; shift < 24; shift += 8) {
				assertEquals("pixel " + i, expected[i] >> shift & 0xff, actual[i] >> shift & 0xff, 1);
			}
		}
	}

	static ImagePlus awaitImage(String title) {
		await(() -> WindowManager.getImage(title) != null);
		return WindowManager.getImage(title);
	}

	static ResultsTable awaitTable(String title) {
		await(() -> ResultsTable.getResultsTable(title) != null);
		return ResultsTable.getResultsTable(title);
	}

	static <T> T edt(Callable<T> query) throws Exception {
		return GuiActionRunner.execute(query);
	}

	static Object run(Runnable action) {
		action.run();
		return null;
	}

	static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + 30_000_000_000L;
		while (!condition.getAsBoolean()) {
			assertTrue("did not happen within 30 s", System.nanoTime() < end);
			try {
				Thread.sleep(20);
			}
			catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
