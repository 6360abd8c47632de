package io.github.hyojo.ui.explorer;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.Point;
import java.awt.Window;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

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
import org.junit.Rule;
import org.junit.Test;
import org.junit.experimental.categories.Category;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.WindowTest;
import io.github.hyojo.data.Crop;
import io.github.hyojo.exploration.ExploredFaces;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.ExpressionSpace;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.imagej.DatasetImage;
import io.github.hyojo.imagej.FacesToExplore;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.op.Encode;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** The explorer in use, by mouse. Work on Swing's components by another thread than its own fails. */
@Category(WindowTest.class)
public class ExplorerWindowTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private Exploration exploration;
	private ExplorerWindow window;
	private FrameFixture use;

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

	@After
	public void close() {
		WindowManager.closeAllWindows();
		for (Window open : Window.getWindows()) GuiActionRunner.execute(open::dispose);
		use.cleanUp();
	}

	private void open(ExpressionModel model) {
		ExploredFaces faces = FacesToExplore.of(TinyModel.FACES);
		ExpressionSpace space = new ExpressionSpace(Encode.encode(model, faces.images(), Progress.SILENT));
		exploration = new Exploration(faces, space, new Exploration(faces, space, null).person(4));
		window = ExplorerWindow.open(exploration, model, Crop.WHOLE, "subject");
		use = new FrameFixture(window);
		use.requireVisible();
	}

	@Test
	public void theFaceFollowsTheMouse() throws Exception {
		await(() -> window.shown().isPresent());
		int[] middle = shown();
		Point from = place(exploration.space().center());
		double[] corner = { exploration.space().data(0).max(), exploration.space().data(1).min() };
		Point to = place(corner);
		drag(from, to);
		double[] position = here();
		// a pixel of the map is about a hundredth of the faces' range
		for (int k = 0; k < 2; k++) assertEquals(corner[k], position[k], exploration.space().data(k).width() / 50);
		awaitFace(position);
		assertFalse("another face", Arrays.equals(middle, shown()));
	}

	@Test
	public void aClickOnAPointChoosesItsFace() throws Exception {
		use.robot().click(map(), place(exploration.space().position(7)));
		assertArrayEquals(exploration.space().position(7), here(), 1e-9);
		assertEquals(7, (int) exploration.chosen().orElseThrow());
		FaceView chosen = use.robot().finder().findByName("chosen", FaceView.class);
		assertArrayEquals(pixels(exploration.faces().image(7)), edt(() -> pixels(chosen.face().orElseThrow())));
		awaitFace(here());
		assertEquals("B 0 0", exploration.person().label());
		use.button("take").click();
		assertEquals(exploration.faces().labels().get(7), exploration.person().label());
		awaitFace(here());
	}

	@Test
	public void slidersGoBeyondTheFaces() throws Exception {
		use.slider("component 3").slideToMaximum();
		double[] position = here();
		assertEquals(exploration.space().reach(2).max(), position[2], 1e-9);
		assertTrue("exaggerated", position[2] > exploration.space().data(2).max());
		assertEquals(0, position[0], 0);
		awaitFace(position);
		use.button("mean").click();
		assertArrayEquals(exploration.space().center(), here(), 0);
		assertEquals("the slider follows", 0, exploration.space().reach(2).min() + exploration.space().reach(2).width() * use
			.slider("component 3").target().getValue() / 1000, exploration.space().reach(2).width() / 1000);
	}

	@Test
	public void anInterpolationBecomesAStack() throws Exception {
		use.button("interpolate").requireDisabled();
		edt(() -> run(() -> exploration.choose(0)));
		use.button("set start").click();
		edt(() -> run(() -> exploration.choose(3)));
		use.button("set end").click();
		use.spinner("images").enterTextAndCommit("5");
		use.button("interpolate").click();
		ImagePlus stack = awaitImage("Interpolated");
		assertEquals(5, stack.getStackSize());
		assertSameFace(drawn(exploration.space().position(0)), (int[]) stack.getStack().getPixels(1));
		assertSameFace(drawn(exploration.space().position(3)), (int[]) stack.getStack().getPixels(5));
		assertTrue(stack.getStack().getSliceLabel(5), stack.getStack().getSliceLabel(5).startsWith("B 0 0 at "));
	}

	@Test
	public void whatIsShownGoesToFiji() throws Exception {
		use.robot().click(map(), place(new double[] { exploration.space().reach(0).min() * 0.9, 0 }));
		awaitFace(here());
		press("face");
		assertSameFace(shown(), (int[]) awaitImage("Explored Face").getProcessor().getPixels());
		press("position");
		press("mean");
		press("position");
		ResultsTable positions = awaitTable("Explored Positions");
		assertEquals(2, positions.size());
		assertEquals(0, positions.getValue("c1", 1), 0);
		assertEquals(exploration.space().expression(exploration.space().center())[63], positions.getValue("e64", 1), 1e-6);
		press("map");
		awaitImage("Expression Map");
		press("table");
		ResultsTable all = awaitTable("Expression Map Positions");
		assertEquals(12, all.size());
		assertEquals("B", all.getStringValue("subject", 4));
		assertEquals(exploration.space().position(4)[1], all.getValue("c2", 4), 1e-6);
	}

	@Test
	public void thePersonComesFromAnOpenImage() throws Exception {
		use.button("from image").click();
		use.label("status").requireText("There is no open image: open one first, then take the person from it.");
		ImagePlus image = DatasetImage.of(TinyModel.FACES, "people");
		image.show();
		image.setSlice(10);
		takeFrom("people, slice 10");
		await(() -> exploration.person().label().equals("C 1 0"));
		assertArrayEquals(exploration.space().identity(9), exploration.person().identity(), 1e-4f);
		awaitFace(here());
	}

	/** The model is busy while the image is closed, which empties it. */
	@Test
	public void anImageThatIsClosedMeanwhile() throws Exception {
		ImagePlus image = DatasetImage.of(TinyModel.FACES, "people");
		image.show();
		CountDownLatch busy = new CountDownLatch(1);
		window.model().ask((model, progress) -> {
			try {
				busy.await();
			}
			catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
			return null;
		});
		takeFrom("people, slice 1");
		image.changes = false;
		image.close();
		busy.countDown();
		await(() -> status().contains("\"people\" was closed"));
		assertEquals("B 0 0", exploration.person().label());
	}

	@Test
	public void aModelThatIsDeletedMeanwhile() throws Exception {
		close();
		Path copy = folder.getRoot().toPath().resolve("model");
		copy(TinyModel.folder(), copy);
		open(ExpressionModel.open(copy, TinyModel.ENGINE, Progress.SILENT));
		NewFolder.delete(copy);
		drag(place(exploration.space().center()), place(exploration.space().position(11)));
		awaitFace(here());
	}

	@Test
	public void pointsAreColouredByAnyColumn() throws Exception {
		for (String column : List.of("subject", "sequence", "frame", "expression", "intensity", "test")) {
			use.comboBox("color").selectItem(column);
			use.robot().waitForIdle();
		}
		assertEquals(3, MapColors.of(FacesToExplore.groups(exploration.faces(), "subject")).groups().size());
	}

	/** The one that is open at first stays, so that what Swing keeps of the last window is none of the twenty. */
	@Test
	public void openedAndClosedTwentyTimesNothingIsLeft() throws Exception {
		List<WeakReference<?>> references = new ArrayList<>();
		long threads = threads();
		for (int i = 0; i < 20; i++) openAndClose(references);
		use.button("mean").click();
		await(() -> threads() == threads);
		await(() -> {
			System.gc();
			return references.stream().filter(reference -> reference.get() != null).count() == 0;
		});
	}

	private void openAndClose(List<WeakReference<?>> references) throws Exception {
		ExpressionModel model = TinyModel.open();
		ExploredFaces faces = FacesToExplore.of(TinyModel.FACES);
		ExpressionSpace space = new ExpressionSpace(Encode.encode(model, faces.images(), Progress.SILENT));
		Exploration other = new Exploration(faces, space, new Exploration(faces, space, null).person(0));
		ExplorerWindow opened = ExplorerWindow.open(other, model, Crop.WHOLE, "subject");
		await(opened::isShowing);
		references.add(new WeakReference<>(opened));
		references.add(new WeakReference<>(model));
		references.add(new WeakReference<>(space));
		edt(() -> run(opened::dispose));
		assertTrue(opened.model().awaitClosed(10));
		assertFalse(Arrays.asList(Window.getWindows()).stream().anyMatch(w -> w == opened && w.isDisplayable()));
	}

	private static long threads() {
		return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("Hyojo explorer"))
			.count();
	}

	/** Windows of Fiji may lie above by then. */
	private void press(String button) {
		use.moveToFront();
		use.robot().waitForIdle();
		use.button(button).click();
	}

	private FaceMap map() {
		return use.robot().finder().findByName("map", FaceMap.class);
	}

	private Point place(double[] position) throws Exception {
		Point2D at = edt(() -> map().place(position));
		return new Point((int) Math.round(at.getX()), (int) Math.round(at.getY()));
	}

	private void drag(Point from, Point to) {
		use.robot().moveMouse(map(), from);
		use.robot().pressMouse(MouseButton.LEFT_BUTTON);
		for (int i = 1; i <= 10; i++) {
			use.robot().moveMouse(map(), from.x + (to.x - from.x) * i / 10, from.y + (to.y - from.y) * i / 10);
		}
		use.robot().releaseMouseButtons();
	}

	private void takeFrom(String item) {
		use.button("from image").click();
		use.robot().click(use.robot().finder().find(window, new GenericTypeMatcher<>(JMenuItem.class) {

			@Override
			protected boolean isMatching(JMenuItem candidate) {
				return candidate.isShowing() && candidate.getText().equals(item);
			}
		}));
	}

	private double[] here() throws Exception {
		use.robot().waitForIdle();
		return edt(exploration::position);
	}

	private String status() {
		return GuiActionRunner.execute(() -> use.label("status").target().getText());
	}

	/** What the model itself draws of the person there. */
	private int[] drawn(double[] position) throws Exception {
		float[] expression = edt(() -> exploration.space().expression(position));
		return pixels(Views.hyperSlice(window.model().ask((model, progress) -> exploration.person().draw(model, ArrayImgs
			.floats(expression, expression.length, 1), progress)).get(), 2, 0));
	}

	private void awaitFace(double[] position) throws Exception {
		int[] expected = drawn(position);
		await(() -> Arrays.equals(expected, shown()));
	}

	private int[] shown() {
		return GuiActionRunner.execute(() -> pixels(window.shown().orElseThrow()));
	}

	private static int[] pixels(RandomAccessibleInterval<ARGBType> face) {
		List<Integer> pixels = new ArrayList<>();
		for (ARGBType pixel : Views.flatIterable(face)) pixels.add(pixel.get());
		return pixels.stream().mapToInt(i -> i).toArray();
	}

	private static void assertSameFace(int[] expected, int[] actual) {
		for (int i = 0; i < expected.length; i++) {
			for (int shift = 0; shift < 24; shift += 8) {
				assertEquals("pixel " + i, expected[i] >> shift & 0xff, actual[i] >> shift & 0xff, 1);
			}
		}
	}

	private static ImagePlus awaitImage(String title) {
		await(() -> WindowManager.getImage(title) != null);
		return WindowManager.getImage(title);
	}

	private static ResultsTable awaitTable(String title) {
		await(() -> ResultsTable.getResultsTable(title) != null);
		return ResultsTable.getResultsTable(title);
	}

	private static <T> T edt(Callable<T> query) throws Exception {
		return GuiActionRunner.execute(query);
	}

	private static Object run(Runnable action) {
		action.run();
		return null;
	}

	private static void await(BooleanSupplier condition) {
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

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
		}
	}
}
