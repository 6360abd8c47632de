package io.github.hyojo.ui;

import java.awt.Window;
import java.nio.file.Path;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hyojo.Progress;
import io.github.hyojo.command.CompareMethods;
import io.github.hyojo.command.EncodeExpressions;
import io.github.hyojo.command.ExploreExpressionSpace;
import io.github.hyojo.command.ExpressionEngine;
import io.github.hyojo.command.ExpressionModelInfo;
import io.github.hyojo.command.HyojoCommand;
import io.github.hyojo.command.ImportFaceDataset;
import io.github.hyojo.command.InterpolateExpressions;
import io.github.hyojo.command.RecognizeExpressions;
import io.github.hyojo.command.SwapExpressions;
import io.github.hyojo.command.TrainExpressionModel;
import io.github.hyojo.imagej.CommandPlugIn;
import io.github.hyojo.imagej.OpenDialog;
import io.github.hyojo.imagej.SampleFaces;

/** Pictures of the commands' dialogs in ImageJ, filled in. */
final class DialogPictures {

	private final Path folder;
	private final Path model;
	private final Path dataset;

	DialogPictures(Path folder, Path model, Path dataset) {
		this.folder = folder;
		this.model = model;
		this.dataset = dataset;
	}

	void take() throws Exception {
		ImagePlus faces = SampleFaces.open(Progress.SILENT);
		faces.show();
		// beside the dialogs
		faces.getWindow().setLocation(1400, 900);
		Path source = Path.of("test-images/faces");
		take(ExpressionEngine.class, "engine", dialog -> dialog.checkbox("Start", true), true);
		Screenshots.capture(Screenshots.await(() -> WindowManager.getFrame("Expression Engine")), folder.resolve(
			"engine-table.png"));
		take(ExpressionModelInfo.class, "info", dialog -> dialog.text("Model", model), false);
		take(ImportFaceDataset.class, "import", dialog -> {
			dialog.text("Frames per sequence", 3);
			dialog.text("Source", source);
			dialog.text("New dataset folder", "my-faces");
			Screenshots.await(() -> dialog.message().startsWith("72 frames") ? "" : null);
		}, true);
		OpenDialog plan = Screenshots.await(OpenDialog::shown);
		Screenshots.capture(plan.dialog(), folder.resolve("plan.png"));
		plan.cancel();
		take(TrainExpressionModel.class, "train", dialog -> {
			dialog.text("Output", "my-training");
			dialog.text("Face dataset", dataset);
		}, false);
		take(CompareMethods.class, "compare", dialog -> {
			dialog.text("Output", "my-comparison");
			dialog.text("Face dataset", dataset);
		}, false);
		take(EncodeExpressions.class, "encode", dialog -> dialog.text("Model", model), false);
		take(SwapExpressions.class, "swap", dialog -> {
			dialog.text("Model", model);
			dialog.text("Slices of the expressions", "5,10,15,20");
		}, false);
		take(InterpolateExpressions.class, "interpolate", dialog -> {
			dialog.text("Model", model);
			dialog.text("To position", 1.5);
		}, false);
		take(RecognizeExpressions.class, "recognize", dialog -> {
			dialog.text("Model", model);
			dialog.text("Face dataset", dataset);
			dialog.text("Clusters", 5);
		}, false);
		take(ExploreExpressionSpace.class, "explore", dialog -> {
			dialog.text("Model", model);
			dialog.text("Face dataset", dataset);
		}, false);
		for (Window window : Window.getWindows()) window.dispose();
	}

	/** @param ok whether the command is to go on, or to end there */
	private void take(Class<? extends HyojoCommand> command, String name, Consumer<OpenDialog> answers, boolean ok)
		throws Exception
	{
		Thread thread = new Thread(() -> new CommandPlugIn().run(command.getName()), "Run$_" + name);
		thread.start();
		OpenDialog dialog = Screenshots.await(OpenDialog::shown);
		answers.accept(dialog);
		Screenshots.capture(dialog.dialog(), folder.resolve(name + "-dialog.png"));
		if (ok) {
			dialog.ok();
			Screenshots.await(() -> dialog.dialog().isShowing() ? null : "");
			return;
		}
		dialog.cancel();
		thread.join();
	}
}
