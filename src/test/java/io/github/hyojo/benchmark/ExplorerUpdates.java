package io.github.hyojo.benchmark;

import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.exploration.ExploredFaces;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.ExpressionSpace;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.Initialization;
import io.github.hyojo.model.ModelExport;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.op.Encode;
import io.github.hyojo.ui.explorer.ExplorerWindow;

/**
 * Counts how often a second the face in the explorer changes while the mouse drags on the map, with networks of full
 * width and a map of 2000 faces: {@code xvfb-run -a java ... io.github.hyojo.benchmark.ExplorerUpdates 64}.
 */
final class ExplorerUpdates {

	private static final int FACES = 2000;
	private static final int SECONDS = 5;
	private static final int REPEATS = 3;

	private ExplorerUpdates() {}

	/** @param args size of the faces: 64 or 128 */
	public static void main(String[] args) throws Exception {
		int size = Integer.parseInt(args[0]);
		ModelSettings settings = ModelSettings.DEFAULT.withSize(size);
		Path folder = Files.createTempDirectory("explorer");
		ModelExport.training(settings, 2, Initialization.he(1), Optional.empty(), folder, Progress.SILENT);
		try (SavedModel saved = SavedModel.load(folder, EngineSettings.DEFAULT, Progress.SILENT)) {
			ExpressionModel model = ExpressionModel.of(saved, settings, List.of());
			ExploredFaces faces = new ExploredFaces(RandomFaces.of(size, FACES).images(), IntStream.range(0, FACES).mapToObj(
				n -> "face " + n).toList(), Map.of("group", IntStream.range(0, FACES).mapToObj(n -> "" + n % 9).toList()));
			ExpressionSpace space = new ExpressionSpace(Encode.encode(model, faces.images(), Progress.SILENT));
			Exploration exploration = new Exploration(faces, space, new Exploration(faces, space, null).person(0));
			measure(ExplorerWindow.open(exploration, model, FaceCut.cropped(Crop.WHOLE, model.size()), "group"), size);
		}
		NewFolder.delete(folder);
		System.exit(0);
	}

	private static void measure(JFrame window, int size) throws Exception {
		Updates updates = new Updates();
		Robot robot = new Robot();
		robot.delay(1500);
		Point corner = window.getLocationOnScreen();
		robot.mouseMove(corner.x + 300, corner.y + 280);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		drag(robot, corner, SECONDS);
		SwingUtilities.invokeAndWait(() -> RepaintManager.setCurrentManager(updates));
		for (int repeat = 0; repeat < REPEATS; repeat++) {
			int shown = updates.shown.get();
			int painted = updates.painted.get();
			double seconds = drag(robot, corner, SECONDS);
			System.out.printf(Locale.ROOT, "S = %d: %.1f faces/s, %.1f of them painted%n", size, (updates.shown.get() - shown)
				/ seconds, (updates.painted.get() - painted) / seconds);
		}
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
	}

	private static double drag(Robot robot, Point corner, int seconds) {
		long start = System.nanoTime();
		for (int i = 0; System.nanoTime() - start < seconds * 1e9; i++) {
			robot.mouseMove(corner.x + 300 + (int) (100 * Math.cos(i / 50.0)), corner.y + 280 + (int) (100 * Math.sin(i
				/ 50.0)));
			robot.delay(4);
		}
		return (System.nanoTime() - start) / 1e9;
	}

	/** Counts faces that are shown, and how many of them get as far as the screen. */
	private static final class Updates extends RepaintManager {

		private final AtomicInteger shown = new AtomicInteger();
		private final AtomicInteger painted = new AtomicInteger();
		private boolean dirty;

		@Override
		public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
			if ("face".equals(component.getName())) {
				shown.incrementAndGet();
				dirty = true;
			}
			super.addDirtyRegion(component, x, y, width, height);
		}

		@Override
		public void paintDirtyRegions() {
			if (dirty) painted.incrementAndGet();
			dirty = false;
			super.paintDirtyRegions();
		}
	}
}
