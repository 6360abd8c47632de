package io.github.hyojo.ui.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.Window;
import java.io.File;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import javax.swing.UIManager;

import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.experimental.categories.Category;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.TinyModel;
import io.github.hyojo.WindowTest;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.Stage;
import io.github.hyojo.training.Steering;
import io.github.hyojo.training.TrainingListener;
import io.github.hyojo.training.TrainingSpeed;

/** Training windows that are opened, used and closed leave nothing behind. */
@Category(WindowTest.class)
public class TrainingWindowLifeTest {

	private static final int TIMES = 20;
	private static final Epoch EPOCH = new Epoch(1, 1, Stage.IDENTITY, 1);

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	@BeforeClass
	public static void watchThreads() {
		FailOnThreadViolationRepaintManager.install();
	}

	@AfterClass
	public static void watchNoLonger() {
		FailOnThreadViolationRepaintManager.uninstall();
	}

	@Test
	public void openedAndClosedTwentyTimesNothingIsLeft() throws Exception {
		List<WeakReference<Object>> references = new ArrayList<>();
		// what Swing sets up once
		openAndClose(new ArrayList<>());
		int listeners = listeners();
		Set<String> threads = threads();
		for (int i = 0; i < TIMES; i++) openAndClose(references);
		await("all but those of the windows that AWT remembers as the last focused are collected", () -> {
			System.gc();
			return references.stream().filter(reference -> reference.get() != null).count() <= 2 * references.size() / TIMES;
		});
		assertEquals(listeners, listeners());
		Set<String> after = threads();
		after.removeAll(threads);
		assertTrue(after.toString(), after.stream().noneMatch(name -> name.contains("Hyojo")));
		assertEquals(0, Arrays.stream(Window.getWindows()).filter(window -> window instanceof TrainingWindow && window
			.isDisplayable()).count());
	}

	/** With a few steps and a preview, so that chart and pictures are there. */
	private void openAndClose(List<WeakReference<Object>> references) throws Exception {
		File folder = temp.newFolder();
		TrainingStatus status = new TrainingStatus();
		TrainingSpeed speed = new TrainingSpeed(System::nanoTime);
		LossCurves curves = new LossCurves();
		PreviewHistory previews = new PreviewHistory(folder.toPath());
		TrainingWindow window = TrainingWindow.open(folder.toPath(), new TrainingWindow.Watched(new Steering(), status, speed,
			curves, previews));
		TrainingListener training = TrainingListener.all(List.of(status, speed, curves, previews, window.listener()));
		training.started(new TrainingListener.Plan(TinyModel.SETTINGS, 12, 2, 0, "CPU", List.of()));
		for (int n = 1; n <= 2; n++) training.stepDone(new TrainingListener.Step(EPOCH, n, n, 6, Map.of("loss", 1.0 / n)));
		var face = TinyModel.FACES.select(0).images();
		training.preview(new TrainingListener.Preview(status.step(), face, face, face));
		training.epochDone(new EpochLosses(EPOCH, 0.1, Map.of("loss", 0.5)));
		window.ended("Over.");
		EventQueue.invokeAndWait(() -> {});
		assertTrue("it stays to be looked at", window.isDisplayable());
		EventQueue.invokeAndWait(window::dispose);
		assertFalse(window.isDisplayable());
		for (Object part : List.of(window, previews, curves)) references.add(new WeakReference<>(part));
	}

	/** Those of the whole process, which would keep a window. */
	private static int listeners() {
		return Toolkit.getDefaultToolkit().getAWTEventListeners().length + UIManager.getPropertyChangeListeners().length
			+ KeyboardFocusManager.getCurrentKeyboardFocusManager().getPropertyChangeListeners().length;
	}

	private static Set<String> threads() {
		return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
	}

	private static void await(String what, BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
		while (!condition.getAsBoolean()) {
			assertTrue(what, System.nanoTime() < end);
			Thread.sleep(50);
		}
	}
}
