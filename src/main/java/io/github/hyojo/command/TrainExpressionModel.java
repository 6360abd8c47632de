package io.github.hyojo.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.measure.ResultsTable;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.engine.ComputeDevice;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.file.ZippedFolder;
import io.github.hyojo.imagej.HistoryTable;
import io.github.hyojo.model.Activation;
import io.github.hyojo.model.LossWeights;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Reduction;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.EpochLog;
import io.github.hyojo.training.Trainer;

/** Trains a model on a face dataset; the losses of its epochs become a table. */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Train Expression Model...")
public final class TrainExpressionModel extends HyojoCommand {

	@Parameter(label = "Face dataset", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false,
		description = "What Import Face Dataset has written.")
	private File dataset;

	@Parameter(label = "Output folder", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false,
		description = "New or empty, or that of a training that was stopped: with the same settings it goes on. "
			+ "The model will be in its folder called model.")
	private File output;

	@Parameter(label = "Method", choices = { "conventional", "adversarial", "switch", "iterated", "vae", "c_vae" },
		required = false, persist = false, description = "Which networks and losses there are: see the README.")
	private String method = ModelSettings.DEFAULT.method().key();

	@Parameter(label = "Epochs per stage", min = "1", required = false, persist = false)
	private int epochs = TrainingSettings.DEFAULT.epochs();

	@Parameter(label = "Rounds (0 = as the method says)", min = "0", required = false, persist = false,
		description = "How often the stages are gone through.")
	private int rounds;

	@Parameter(label = "Batch (faces)", min = "2", required = false, persist = false)
	private int batch = TrainingSettings.DEFAULT.batch();

	@Parameter(label = "Learning rate", required = false, persist = false)
	private double rate = TrainingSettings.DEFAULT.learningRate();

	@Parameter(label = "Decay per epoch", required = false, persist = false)
	private double decay = TrainingSettings.DEFAULT.decay();

	@Parameter(label = "Seed", required = false, persist = false)
	private long seed = TrainingSettings.DEFAULT.seed();

	@Parameter(label = "Activation", choices = { "relu", "leaky_relu", "elu" }, required = false, persist = false)
	private String activation = name(ModelSettings.DEFAULT.activation());

	@Parameter(label = "KL weight, identity", required = false, persist = false)
	private double klidentity = LossWeights.DEFAULT.klIdentity();

	@Parameter(label = "KL weight, expression", required = false, persist = false)
	private double klexpression = LossWeights.DEFAULT.klExpression();

	@Parameter(label = "Reconstruction weight, identity", required = false, persist = false)
	private double erroridentity = LossWeights.DEFAULT.reconstructionIdentity();

	@Parameter(label = "Reconstruction weight, expression", required = false, persist = false)
	private double errorexpression = LossWeights.DEFAULT.reconstructionExpression();

	@Parameter(label = "Weight of the adversarial loss", required = false, persist = false)
	private double beta = LossWeights.DEFAULT.adversarial();

	@Parameter(label = "Weight of the switch loss", required = false, persist = false)
	private double gamma = LossWeights.DEFAULT.switching();

	@Parameter(label = "KL is", choices = { "mean", "per_image", "per_batch" }, required = false, persist = false)
	private String klreduction = name(LossWeights.DEFAULT.klReduction());

	@Parameter(label = "Reconstruction error is", choices = { "mean", "per_image", "per_batch" }, required = false,
		persist = false)
	private String errorreduction = name(LossWeights.DEFAULT.reconstructionReduction());

	@Parameter(label = "The switch loss has fixed targets", required = false, persist = false)
	private boolean fixedtargets = LossWeights.DEFAULT.fixedSwitchTargets();

	@Parameter(label = "Device", choices = { "auto", "CPU", "GPU" }, required = false, persist = false,
		description = "auto takes a GPU if TensorFlow can use one.")
	private String device = "auto";

	@Parameter(label = "Zip the model, too", required = false, persist = false,
		description = "Writes model.zip beside the model's folder, to be passed on.")
	private boolean zip;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable history;

	@Override
	protected void execute(Progress progress) throws IOException {
		Path from = require(dataset, "dataset").toPath();
		Path to = require(output, "output").toPath();
		FaceDataset faces = FaceDatasetFolder.read(from, progress);
		EngineSettings engine = new EngineSettings(value(ComputeDevice.class, device), 0);
		Trainer trainer = new Trainer(faces, settings(faces.size()), engine, to);
		Path model = trainer.train(new EpochLog(log()::info), progress);
		Path zipped = to.resolve("model.zip");
		if (zip && Files.notExists(zipped)) ZippedFolder.zip(model, zipped);
		history = HistoryTable.of(trainer.history());
	}

	private TrainingSettings settings(int size) {
		Method chosen = Method.of(method);
		LossWeights weights = new LossWeights(klidentity, erroridentity, klexpression, errorexpression, beta, gamma, value(
			Reduction.class, klreduction), value(Reduction.class, errorreduction), fixedtargets);
		ModelSettings model = new ModelSettings(chosen, size, value(Activation.class, activation), weights);
		return new TrainingSettings(model, batch, epochs, rounds == 0 ? chosen.rounds() : rounds, rate, decay, seed);
	}

	private static String name(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static <E extends Enum<E>> E value(Class<E> type, String name) {
		return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
	}
}
