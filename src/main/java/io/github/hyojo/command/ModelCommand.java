package io.github.hyojo.command;

import java.io.File;
import java.nio.file.Path;

import org.scijava.plugin.Parameter;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.model.ExpressionModel;

/** A command that uses a trained model. */
public abstract class ModelCommand extends HyojoCommand {

	@Parameter(label = "Model (folder or zip)", style = "open", required = false, persist = false,
		description = "What Train Expression Model has written: the folder called model, its hyojo.json, or a zip of it.")
	private File model;

	@Parameter(label = "Device", choices = { "auto", "CPU", "GPU" }, required = false, persist = false,
		description = "auto takes a GPU if TensorFlow can use one.")
	private String device = "auto";

	private boolean kept;

	@Override
	protected final void execute(Progress progress) {
		Path place = ExpressionModel.place(require(model, "model").toPath());
		prepare(place);
		EngineSettings engine = engine(device);
		ExpressionModel opened = ExpressionModel.open(place, engine, progress);
		try {
			execute(opened, progress);
		}
		finally {
			if (!kept) opened.close();
		}
	}

	/** Leaves it to somebody else, such as a window, to close the model. */
	protected final void keepOpen() {
		kept = true;
	}

	/**
	 * Looks at what can be wrong before the model is opened, which takes time.
	 *
	 * @param place the model's folder or zip
	 */
	protected void prepare(Path place) {}

	/**
	 * Does the work with the model open.
	 *
	 * @param opened the model
	 * @param progress where to report to
	 */
	protected abstract void execute(ExpressionModel opened, Progress progress);
}
