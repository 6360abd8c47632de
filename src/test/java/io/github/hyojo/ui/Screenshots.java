package io.github.hyojo.ui;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

import javax.imageio.ImageIO;

import com.formdev.flatlaf.FlatLightLaf;

import ij.ImageJ;

/**
 * Takes pictures of every window and dialog from real runs with what the quickstart has made; needs a display, which may
 * be a virtual one.
 */
public final class Screenshots {

	/** Until what is new is drawn, on a machine that does other things as well. */
	private static final int DRAWN_MILLISECONDS = 1000;
	private static final int LEFT = 40;
	private static final int TOP = 40;
	private static final long PATIENCE_NANOSECONDS = 120_000_000_000L;

	private Screenshots() {}

	/** @param args the folder for the pictures, a model and the dataset that it was trained on */
	public static void main(String[] args) throws Exception {
		FlatLightLaf.setup();
		new ImageJ(ImageJ.NO_SHOW);
		int code = 1;
		try {
			Path folder = Files.createDirectories(Path.of(args[0]));
			new DialogPictures(folder, Path.of(args[1]), Path.of(args[2])).take();
			ExplorerPicture.take(Path.of(args[1]), Path.of(args[2]), folder.resolve("explorer.png"));
			TrainingPicture.take(folder.resolve("training-window.png"));
			code = 0;
		}
		catch (Exception | Error e) {
			e.printStackTrace();
		}
		// windows that are open would keep the program
		System.exit(code);
	}

	/** @return the window of that name, once it is on the screen */
	static Window window(String name) {
		return await(() -> Arrays.stream(Window.getWindows()).filter(shown -> name.equals(shown.getName()) && shown.isShowing())
			.findAny().orElse(null));
	}

	/** The window as it is on the screen. */
	static void capture(Window window, Path picture) {
		try {
			Robot robot = new Robot();
			robot.delay(DRAWN_MILLISECONDS);
			// without a window manager, AWT learns only so where its window is
			EventQueue.invokeAndWait(() -> window.setLocation(LEFT, TOP));
			EventQueue.invokeAndWait(window::toFront);
			robot.delay(DRAWN_MILLISECONDS);
			Rectangle place = new Rectangle(window.getLocationOnScreen(), window.getSize());
			ImageIO.write(robot.createScreenCapture(place), "png", picture.toFile());
		}
		catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	/** @return what is there sooner or later */
	static <T> T await(Supplier<T> what) {
		long end = System.nanoTime() + PATIENCE_NANOSECONDS;
		for (T value = what.get();; value = what.get()) {
			if (value != null) return value;
			if (System.nanoTime() > end) throw new IllegalStateException("It did not happen within two minutes.");
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
