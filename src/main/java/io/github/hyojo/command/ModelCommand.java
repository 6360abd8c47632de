package io.github.hyojo.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.scijava.plugin.Parameter;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.TrainingCost;

/** A command that uses a trained model. */
public abstract class ModelCommand extends ForecastCommand {

	@Parameter(label = "Model (folder or zip, or sample)", callback = "forecast", style = "open", required = false,
		persist = false,
		description = "What Train Expression Model has written: the folder called model, its hyojo.json, or a zip of it. "
			+ "sample: the one that comes with Hyojo.")
	private File model;

	@Parameter(label = "Device", callback = "forecast", choices = { "auto", "CPU", "GPU" }, required = false,
		persist = false,
		description = "auto takes a GPU if TensorFlow can use one.")
	private String device = "auto";

	private boolean kept;

	@Override
	protected final void execute(Progress progress) throws IOException {
		Path place = ExpressionModel.place(require(model, "model").toPath());
		prepare(place);
		EngineSettings engine = engine(device);
		ExpressionModel opened = ExpressionModel.open(place, engine, progress);
		try {
			ModelInfo info = ExpressionModel.info(place);
			Optional<Work> work = work(info);
			long start = System.nanoTime();
			execute(opened, progress);
			work.ifPresent(done -> pace(done.kind(), device).remember(units(done, info), (System.nanoTime() - start) / 1e9));
		}
		finally {
			if (!kept) opened.close();
		}
	}

	@Override
	final List<String> foresee() {
		if (!given(model)) return List.of("Choose a model to see what there is to do.");
		ModelInfo info = ExpressionModel.info(ExpressionModel.place(model.toPath()));
		Optional<Work> work = work(info);
		if (work.isEmpty()) return List.of("Choose faces to see what there is to do.");
		return List.of(work.get().text() + pace(work.get().kind(), device).text(units(work.get(), info)));
	}

	/** Faces of 64 x 64 pixels in networks of the paper's width, that would take as long. */
	private static double units(Work work, ModelInfo info) {
		TrainingSettings reference = TrainingSettings.DEFAULT;
		return work.faces() * TrainingCost.perImage(info.settings(), Stage.IDENTITY) / TrainingCost.perImage(reference,
			Stage.IDENTITY);
	}

	/**
	 * Counts, quickly, what the inputs ask for.
	 *
	 * @param info of the model that is chosen
	 * @return what there is to do; empty as long as there are no faces
	 * @throws HyojoException if an input makes no sense
	 */
	abstract Optional<Work> work(ModelInfo info);

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
	 * @throws IOException if a file cannot be read or written
	 */
	protected abstract void execute(ExpressionModel opened, Progress progress) throws IOException;
}
