package io.github.hyojo.ui;

import java.awt.Robot;
import java.awt.Window;
import java.io.File;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;

import com.formdev.flatlaf.FlatLightLaf;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.exploration.ExploredFaces;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.ExpressionSpace;
import io.github.hyojo.imagej.FacesToExplore;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.op.Encode;
import io.github.hyojo.ui.explorer.ExplorerWindow;

/** Takes a picture of the explorer: another person with a surprise a quarter further than the strongest. */
final class ExplorerPicture {

	private ExplorerPicture() {}

	/** @param args a model, a dataset and the picture's file */
	public static void main(String[] args) throws Exception {
		FlatLightLaf.setup();
		ExpressionModel model = ExpressionModel.open(Path.of(args[0]), EngineSettings.DEFAULT, Progress.SILENT);
		FaceDataset dataset = FaceDatasetFolder.read(Path.of(args[1]), Progress.SILENT);
		ExploredFaces faces = FacesToExplore.of(dataset);
		ExpressionSpace space = new ExpressionSpace(Encode.encode(model, faces.images(), Progress.SILENT));
		int neutral = last(faces, "neutral", 60);
		int strong = last(faces, "surprise", 0);
		Exploration exploration = new Exploration(faces, space, new Exploration(faces, space, null).person(neutral));
		JFrame window = ExplorerWindow.open(exploration, model, FaceCut.cropped(Crop.WHOLE, model.size()), "expression");
		SwingUtilities.invokeAndWait(() -> {
			window.setLocation(20, 20);
			exploration.choose(neutral);
			exploration.setStart();
			exploration.choose(strong);
			exploration.setEnd();
			double[] beyond = space.position(strong);
			for (int k = 0; k < beyond.length; k++) beyond[k] = space.reach(k).nearest(1.25 * beyond[k]);
			exploration.setPosition(beyond);
		});
		Robot robot = new Robot();
		robot.delay(1500);
		robot.waitForIdle();
		ImageIO.write(robot.createScreenCapture(window.getBounds()), "png", new File(args[2]));
		for (Window open : Window.getWindows()) SwingUtilities.invokeAndWait(open::dispose);
		System.exit(0);
	}

	/** The last of a run of faces with that expression, which is the strongest. */
	private static int last(ExploredFaces faces, String expression, int from) {
		int n = from;
		while (!faces.columns().get("expression").get(n).equals(expression)) n++;
		while (n + 1 < faces.count() && faces.columns().get("expression").get(n + 1).equals(expression)) n++;
		return n;
	}
}
