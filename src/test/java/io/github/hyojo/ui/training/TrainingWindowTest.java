package io.github.hyojo.ui.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;


import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JOptionPaneFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.plot.XYPlot;
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
import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.WindowTest;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Trainer;

/** The window of a training of very many tiny steps, worked with mouse and keys. */
@Category(WindowTest.class)
public class TrainingWindowTest {

	private static final TrainingSettings ENDLESS = TinyModel.SETTINGS.withModel(TinyModel.NARROW).withSchedule(5000, 1);
	private static final Timeout PATIENCE = Timeout.timeout(60_000);

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private Robot robot;

	@BeforeClass
	public static void watchThreads() {
		FailOnThreadViolationRepaintManager.install();
	}

	@AfterClass
	public static void watchNoLonger() {
		FailOnThreadViolationRepaintManager.uninstall();
	}

	@Before
	public void newRobot() {
		robot = BasicRobot.robotWithCurrentAwtHierarchy();
	}

	@After
	public void closeAll() {
		robot.cleanUp();
		for (int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			ImagePlus image = WindowManager.getImage(id);
			image.changes = false;
			GuiActionRunner.execute(image::close);
		}
	}

	private static CompletableFuture<Path> train(Path folder) {
		return CompletableFuture.supplyAsync(() -> new WatchedTraining(folder, line -> {}).train(new Trainer(TinyModel.FACES,
			ENDLESS, TinyModel.ENGINE, folder), Progress.SILENT), Executors.newSingleThreadExecutor());
	}

	private FrameFixture window() {
		return WindowFinder.findFrame("training").withTimeout(60_000).using(robot);
	}

	/** Presses a button of a question until it is answered: a first click may come while the question is still being placed. */
	private static void answer(FrameFixture window, String button) {
		JOptionPaneFixture question = window.optionPane(PATIENCE);
		waitFor("an answer", () -> {
			if (question.target().isShowing()) question.buttonWithText(button).click();
			return !question.target().isShowing();
		});
	}

	private static void waitFor(String what, BooleanSupplier condition) {
		Pause.pause(new Condition(what) {

			@Override
			public boolean test() {
				return condition.getAsBoolean();
			}
		}, PATIENCE);
	}

	private static int epoch(FrameFixture window) {
		String text = window.label("epoch").text();
		return text.isBlank() ? 0 : Integer.parseInt(text.split(" ")[0]);
	}

	private static XYPlot plot(FrameFixture window) {
		return window.panel("chart").targetCastedTo(ChartPanel.class).getChart().getXYPlot();
	}

	/** Points of the line through the epochs of a stage. */
	private static int points(FrameFixture window, int stage) {
		return GuiActionRunner.execute(() -> {
			int series = 2 * stage + 1;
			return series < plot(window).getDataset().getSeriesCount() ? plot(window).getDataset().getItemCount(series) : 0;
		});
	}

	private static void assertMoving(FrameFixture window, int stage) {
		int before = points(window, stage);
		waitFor("the curve grows", () -> points(window, stage) > before);
	}

	@Test
	public void watchPauseResumeNextStageExportAndFinish() throws Exception {
		Path folder = temp.getRoot().toPath().resolve("表情 training");
		CompletableFuture<Path> training = train(folder);
		FrameFixture window = window();
		waitFor("the first epochs", () -> epoch(window) > 1);
		assertEquals("conventional", window.label("method").text());
		assertEquals("12 of 64 x 64 pixels", window.label("faces").text());
		assertEquals("CPU", window.label("device").text());
		assertEquals("identity", window.label("stage").text());
		window.button("finish").requireDisabled();
		assertMoving(window, 0);
		waitFor("a preview", () -> window.label("preview").text().contains("epoch"));

		window.button("pause").click();
		assertTrue(window.label("message").text().startsWith("Paused"));
		robot.waitForIdle();
		Pause.pause(500); // for the step that was under way
		String step = window.label("epoch").text() + window.label("step").text();
		Pause.pause(500);
		assertEquals(step, window.label("epoch").text() + window.label("step").text());
		window.button("pause").requireText("Resume").click();
		assertMoving(window, 0);

		window.button("nextstage").click();
		waitFor("the expression stage", () -> window.label("stage").text().equals("expression"));
		assertEquals("5001 of 10000", window.label("epoch").text().replaceFirst("^50..", "5001"));
		window.button("nextstage").requireDisabled();
		waitFor("a whole epoch", () -> points(window, 1) > 1);
		showLosses(window);

		window.button("frame").click();
		waitFor("an image", () -> WindowManager.getImageCount() == 1);
		assertTrue(WindowManager.getCurrentImage().getTitle().startsWith("Preview, epoch "));

		Path exported = temp.getRoot().toPath().resolve("exported");
		window.button("export").click();
		window.fileChooser().fileNameTextBox().setText(exported.toString());
		window.fileChooser().approve();
		waitFor("the export", () -> window.label("message").text().equals("Training. A model was written to " + exported + "."));
		assertTrue(ExpressionModel.info(exported).history().size() < 10_000);

		window.button("finish").requireEnabled().click();
		waitFor("the end", training::isDone);
		assertEquals(folder.resolve("model"), training.get());
		waitFor("the word", () -> window.label("message").text().startsWith("Finished. The model is in "));
		window.button("pause").requireDisabled();
		window.button("history").click();
		waitFor("a stack", () -> WindowManager.getImageCount() == 2);
		ImagePlus stack = WindowManager.getImage("Previews");
		assertTrue(stack.getStackSize() > 1);
		assertEquals("epoch 1, step 1", stack.getStack().getSliceLabel(1));
		window.button("cancel").requireText("Close").click();
		window.requireNotVisible();
		for (String picture : List.of("losses.png", "preview.png", "previews.tif")) {
			assertTrue(picture, Files.size(folder.resolve(picture)) > 1000);
		}
	}

	private void showLosses(FrameFixture window) {
		assertTrue(Arrays.asList(window.comboBox("loss").contents()).containsAll(List.of("loss", "kl", "reconstruction")));
		window.comboBox("loss").selectItem("kl");
		window.checkBox("log").check();
		assertEquals("kl", GuiActionRunner.execute(() -> plot(window).getRangeAxis().getLabel()));
		assertTrue(GuiActionRunner.execute(() -> plot(window).getRangeAxis()) instanceof LogAxis);
		window.button("pause").click();
		ChartPanel chart = window.panel("chart").targetCastedTo(ChartPanel.class);
		Pause.pause(500);
		Point place = GuiActionRunner.execute(() -> {
			Rectangle entity = new Rectangle();
			for (Object found : chart.getChartRenderingInfo().getEntityCollection().getEntities()) {
				if (found instanceof XYItemEntity item) entity = item.getArea().getBounds();
			}
			return chart.translateJava2DToScreen(new Point((int) entity.getCenterX(), (int) entity.getCenterY()));
		});
		robot.moveMouse(chart, place);
		String tip = GuiActionRunner.execute(() -> chart.getToolTipText(new MouseEvent(chart, MouseEvent.MOUSE_MOVED, 0, 0,
			place.x, place.y, 0, false)));
		assertTrue(tip, tip.matches("(Identity|Expression) stage, epoch \\d+: kl [0-9.e+-]+"));
		window.button("pause").click();
	}

	@Test
	public void closingTheWindowAsksAndTheTrainingCanGoOnLater() throws Exception {
		Path folder = temp.getRoot().toPath().resolve("training");
		CompletableFuture<Path> training = train(folder);
		FrameFixture window = window();
		waitFor("the first epochs", () -> epoch(window) > 2);
		window.close();
		answer(window, "Go on");
		assertMoving(window, 0);
		window.close();
		answer(window, "Stop training");
		assertThrows(CancellationException.class, () -> cause(training));
		waitFor("the window closes", () -> !window.target().isDisplayable());

		CompletableFuture<Path> again = train(folder);
		FrameFixture next = window();
		waitFor("it goes on", () -> epoch(next) > 2);
		assertTrue("with the curve of before", points(next, 0) > 1);
		next.button("cancel").click();
		assertThrows(CancellationException.class, () -> cause(again));
		waitFor("the word", () -> next.label("message").text().startsWith("Stopped. Train again"));
		next.button("cancel").requireText("Close").click();
		next.requireNotVisible();
	}

	private static void cause(CompletableFuture<Path> training) throws Throwable {
		try {
			training.join();
		}
		catch (CompletionException e) {
			throw e.getCause();
		}
	}

	@Test
	public void aSecondTrainingIsRefusedWhileOneIsUnderWay() throws Exception {
		CompletableFuture<Path> training = train(temp.getRoot().toPath().resolve("first"));
		FrameFixture window = window();
		waitFor("the first epochs", () -> epoch(window) > 1);
		Path second = temp.getRoot().toPath().resolve("second");
		String message = assertThrows(HyojoException.class, () -> cause(train(second))).getMessage();
		assertTrue(message, message.contains("under way in the window \"Hyojo training \u2013 first\""));
		assertFalse(Files.exists(second));
		window.button("cancel").click();
		assertThrows(CancellationException.class, () -> cause(training));
		waitFor("it ends", () -> window.button("cancel").text().equals("Close"));
		window.button("cancel").click();
	}
}
