package io.github.hyojo.command;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.TextArea;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImageJ;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import ij.measure.ResultsTable;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.imagej.CommandPlugIn;
import io.github.hyojo.imagej.OpenDialog;

/**
 * A process in which nobody has TensorFlow yet: starts <i>Expression Engine...</i> from ImageJ's menu, answers the question
 * whether to download it, and says what comes of it.
 */
final class AskedForDownload {

	/** The thread, as ImageJ names it. */
	private static final String COMMAND = "Run$_Expression Engine...";

	/** What the dialog said that was answered last. */
	private static String last = "";

	private AskedForDownload() {}

	/** @param args yes, no, or cancel: yes, and Escape while the server is silent */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.NO_SHOW);
		new Thread(() -> new CommandPlugIn().run(ExpressionEngine.class.getName()), COMMAND).start();
		OpenDialog inputs = await(OpenDialog::shown);
		say("inputs", inputs.message());
		inputs.ok();
		Dialog question = await(() -> dialog("Hyojo"));
		say("question", text(question));
		say("the event thread", answers());
		press(question, args[0].equals("no") ? 1 : 0);
		switch (args[0]) {
			case "no" -> {
				Dialog sentence = await(() -> dialog("Hyojo"));
				say("sentence", text(sentence));
				press(sentence, 0);
			}
			case "cancel" -> {
				await(() -> runs("Hyojo download") ? "" : null);
				say("the event thread", answers());
				IJ.setKeyDown(KeyEvent.VK_ESCAPE);
				await(() -> runs(COMMAND) ? null : "");
				say("canceled", TensorFlowEngine.state().phase().toString());
			}
			default -> {
				ResultsTable table = await(() -> ResultsTable.getResultsTable("Expression Engine"));
				say("state", table.getStringValue("Value", 0));
			}
		}
		System.exit(0);
	}

	private static boolean runs(String name) {
		return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals(name));
	}

	/** Whether Swing's thread does its work. */
	private static String answers() throws Exception {
		EventQueue.invokeAndWait(() -> {});
		return "answers";
	}

	/** Another dialog of that title than the one before, which may not have gone yet. */
	private static Dialog dialog(String title) {
		return Arrays.stream(Window.getWindows()).filter(window -> window.isShowing() && window instanceof Dialog dialog && dialog
			.getTitle().equals(title) && !text(dialog).equals(last)).map(Dialog.class::cast).findAny().orElse(null);
	}

	private static String text(Dialog dialog) {
		return all(dialog).map(AskedForDownload::text).flatMap(Optional::stream).findFirst().orElse("").replace('\n', ' ').strip();
	}

	private static Optional<String> text(Component component) {
		if (component instanceof TextArea area) return Optional.of(area.getText());
		if (!(component instanceof MultiLineLabel label)) return Optional.empty();
		try {
			// it only draws its lines
			Field lines = MultiLineLabel.class.getDeclaredField("lines");
			lines.setAccessible(true);
			return Optional.of(String.join(" ", (String[]) lines.get(label)));
		}
		catch (ReflectiveOperationException e) {
			return Optional.empty();
		}
	}

	private static Stream<Component> all(Container container) {
		return Arrays.stream(container.getComponents()).flatMap(component -> component instanceof Container inner ? Stream.concat(
			Stream.of(component), all(inner)) : Stream.of(component));
	}

	private static void press(Dialog dialog, int button) {
		last = text(dialog);
		Button pressed = dialog instanceof GenericDialog generic ? generic.getButtons()[button] : all(dialog).filter(
			Button.class::isInstance).map(Button.class::cast).skip(button).findFirst().orElseThrow();
		pressed.dispatchEvent(new ActionEvent(pressed, ActionEvent.ACTION_PERFORMED, pressed.getLabel()));
	}

	private static void say(String what, String text) {
		System.out.println(what + ": " + text.replace('\n', ' '));
	}

	private static <T> T await(Supplier<T> what) throws InterruptedException {
		long end = System.nanoTime() + 120_000_000_000L;
		for (T value = what.get();; value = what.get()) {
			if (value != null) return value;
			if (System.nanoTime() > end) {
				say("gave up", Arrays.toString(Window.getWindows()));
				System.exit(1);
			}
			Thread.sleep(20);
		}
	}
}
