package io.github.hyojo.ui;

import java.nio.file.Path;

import javax.swing.JFrame;
import javax.swing.SwingUtilities;

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

	static void take(Path trained, Path folder, Path picture) throws Exception {
		ExpressionModel model = ExpressionModel.open(trained, EngineSettings.DEFAULT, Progress.SILENT);
		FaceDataset dataset = FaceDatasetFolder.read(folder, Progress.SILENT);
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
		Screenshots.capture(window, picture);
		SwingUtilities.invokeAndWait(window::dispose);
	}

	/** The last of a run of faces with that expression, which is the strongest. */
	private static int last(ExploredFaces faces, String expression, int from) {
		int n = from;
		while (!faces.columns().get("expression").get(n).equals(expression)) n++;
		while (n + 1 < faces.count() && faces.columns().get("expression").get(n + 1).equals(expression)) n++;
		return n;
	}
}
