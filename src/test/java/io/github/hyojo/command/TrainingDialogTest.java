package io.github.hyojo.command;

import static org.junit.Assert.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.experimental.categories.Category;
import org.junit.rules.TemporaryFolder;
import org.scijava.Context;
import org.scijava.prefs.PrefService;

import ij.gui.MultiLineLabel;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.WindowTest;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.imagej.CommandPlugIn;

/** The dialog of a training in plain ImageJ, with keys. */
@Category(WindowTest.class)
public class TrainingDialogTest {

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private final Robot robot = BasicRobot.robotWithNewAwtHierarchyWithoutScreenLock();

	/** Other tests' watch on threads; ImageJ itself makes its dialogs on the thread that calls. */
	@Before
	public void letImageJ() {
		// what another test's dialog was given is not offered
		new Context(PrefService.class).service(PrefService.class).clearAll();
		FailOnThreadViolationRepaintManager.uninstall();
	}

	private static Optional<Dialog> dialog() {
		return Arrays.stream(Window.getWindows()).filter(window -> window.isShowing() && window instanceof Dialog shown
			&& String.valueOf(shown.getTitle()).startsWith("Train Expression Model")).map(Dialog.class::cast).findAny();
	}

	/** A dialog that is left open would be taken for that of the next try. */
	@After
	public void cancel() {
		dialog().ifPresent(open -> open.dispatchEvent(new WindowEvent(open, WindowEvent.WINDOW_CLOSING)));
	}

	private static String message(Dialog dialog) {
		for (Component component : dialog.getComponents()) {
			if (component instanceof MultiLineLabel label) return String.valueOf(label.getAccessibleContext().getAccessibleName());
		}
		return "";
	}

	private static void waitFor(String what, BooleanSupplier condition) {
		Pause.pause(new Condition(what) {

			@Override
			public boolean test() {
				return condition.getAsBoolean();
			}
		}, 30_000);
	}

	@Test
	public void theDialogSaysWhatComesOfTheInputs() throws Exception {
		Path dataset = temp.getRoot().toPath().resolve("dataset");
		FaceDatasetFolder.write(TinyModel.FACES, dataset, Progress.SILENT);
		Thread command = new Thread(() -> new CommandPlugIn().run(TrainExpressionModel.class.getName()));
		command.start();
		waitFor("the dialog", () -> dialog().isPresent());
		Dialog dialog = dialog().orElseThrow();
		assertTrue(message(dialog), message(dialog).contains("Choose a face dataset"));
		TextField first = fields(dialog)[0];
		robot.focus(first);
		robot.enterText(dataset.toString());
		waitFor("what comes of it", () -> message(dialog).contains("12 training images of 64 x 64 pixels, 200 steps"));
		capture(dialog);
		robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
		command.join(30_000);
		waitFor("it closes", () -> dialog().isEmpty());
		robot.cleanUpWithoutDisposingWindows();
	}

	private static TextField[] fields(Container container) {
		return Arrays.stream(container.getComponents()).flatMap(component -> component instanceof TextField field ? Arrays
			.stream(new TextField[] { field }) : component instanceof Container inner ? Arrays.stream(fields(inner))
				: Arrays.stream(new TextField[0])).toArray(TextField[]::new);
	}

	private static void capture(Dialog dialog) throws Exception {
		EventQueue.invokeAndWait(() -> {});
		javax.imageio.ImageIO.write(new java.awt.Robot().createScreenCapture(dialog.getBounds()), "png", new java.io.File(
			"target/training-dialog.png"));
	}
}
