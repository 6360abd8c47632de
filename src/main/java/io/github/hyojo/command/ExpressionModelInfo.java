package io.github.hyojo.command;

import java.io.File;
import java.util.Map;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.face.Alignment;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.model.TrainingSettings;

/** Tells how a model was made: a table of properties. */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Expression Model Info...")
public final class ExpressionModelInfo extends HyojoCommand {

	@Parameter(label = "Model (folder or zip, or sample)", style = "open", required = false, persist = false,
		description = "What Train Expression Model has written: the folder called model, its hyojo.json, or a zip of it. "
			+ "sample: the one that comes with Hyojo.")
	private File model;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable properties;

	@Override
	protected void execute(Progress progress) {
		ModelInfo info = ExpressionModel.info(ExpressionModel.place(require(model, "model").toPath()));
		TrainingSettings settings = info.settings();
		properties = new ResultsTable();
		add("Hyojo", info.hyojo());
		add("TensorFlow", info.tensorFlow());
		add("Java", info.java());
		add("Method", settings.model().method());
		add("Face size (pixels)", settings.model().size());
		add("Channels", settings.model().channels());
		add("Activation", settings.model().activation());
		add("Loss weights", settings.model().weights());
		add("Batch", settings.batch());
		add("Epochs per stage", settings.epochs());
		add("Rounds", settings.rounds());
		add("Epochs trained", epochs(info));
		add("Learning rate", settings.learningRate());
		add("Decay per epoch", settings.decay());
		add("Mirror images", settings.mirrored());
		add("Seed", settings.seed());
		add("Training images", info.faces().images());
		add("Training subjects", String.join(", ", info.faces().subjects()));
		FaceCut cut = info.faces().source().cut();
		add("Alignment", cut.alignment());
		if (cut.alignment() == Alignment.OFF) add("Crop", cut.crop());
		else add("Eyes at (height, distance)", cut.framing().eyeHeight() + ", " + cut.framing().eyeDistance());
		add("Faces' fingerprint", info.faces().fingerprint());
		if (!info.history().isEmpty()) {
			Map<String, Double> last = info.history().get(info.history().size() - 1).losses();
			last.forEach((loss, value) -> add("Last epoch's " + loss, value));
		}
	}

	private static String epochs(ModelInfo info) {
		int done = info.history().size();
		int scheduled = info.settings().schedule().size();
		return done == scheduled ? "" + done : done + " of " + scheduled + ", ended early";
	}

	private void add(String property, Object value) {
		properties.addRow();
		properties.addValue("Property", property);
		properties.addValue("Value", String.valueOf(value));
	}
}
