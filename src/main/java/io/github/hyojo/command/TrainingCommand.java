package io.github.hyojo.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.scijava.plugin.Parameter;
import org.scijava.widget.FileWidget;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.model.Activation;
import io.github.hyojo.model.LossWeights;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Reduction;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.TrainingLoad;

/** A command that trains on a face dataset. */
public abstract class TrainingCommand extends ForecastCommand {

	/** How many times as long as {@link io.github.hyojo.training.TrainingCost} says a training takes. */
	private static final String SLOWNESS = "training";

	@Parameter(label = "Face dataset", callback = "forecast", style = FileWidget.DIRECTORY_STYLE, required = false,
		persist = false,
		description = "What Import Face Dataset has written.")
	private File dataset;

	@Parameter(label = "Output folder", callback = "forecast", style = FileWidget.DIRECTORY_STYLE, required = false,
		persist = false,
		description = "New or empty, or that of a run of this command that was stopped: with the same settings it goes on.")
	private File output;

	@Parameter(label = "Epochs per stage", callback = "forecast", min = "1", required = false, persist = false)
	private int epochs = TrainingSettings.DEFAULT.epochs();

	@Parameter(label = "Batch (faces)", callback = "forecast", min = "2", required = false, persist = false)
	private int batch = TrainingSettings.DEFAULT.batch();

	@Parameter(label = "Learning rate", required = false, persist = false)
	private double rate = TrainingSettings.DEFAULT.learningRate();

	@Parameter(label = "Decay per epoch", required = false, persist = false)
	private double decay = TrainingSettings.DEFAULT.decay();

	@Parameter(label = "Train on mirror images, too", callback = "forecast", required = false, persist = false,
		description = "As faces of further subjects. An epoch takes twice as long.")
	private boolean mirrored = TrainingSettings.DEFAULT.mirrored();

	@Parameter(label = "Seed", required = false, persist = false)
	private long seed = TrainingSettings.DEFAULT.seed();

	@Parameter(label = "Activation", choices = { "relu", "leaky_relu", "elu" }, required = false, persist = false)
	private String activation = name(ModelSettings.DEFAULT.activation());

	@Parameter(label = "Channels of the networks", callback = "forecast", min = "32", stepSize = "32",
		required = false, persist = false,
		description = "256 in the paper; 128 makes networks half as wide, which train about 2.5 times as fast.")
	private int channels = ModelSettings.DEFAULT.channels();

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

	@Parameter(label = "Device", callback = "forecast", choices = { "auto", "CPU", "GPU" }, required = false,
		persist = false,
		description = "auto takes a GPU if TensorFlow can use one.")
	private String device = "auto";

	@Override
	final List<String> foresee() {
		List<String> lines = new ArrayList<>();
		if (given(dataset)) lines.add(work(summary(dataset)));
		else lines.add("Choose a face dataset to see how long the training takes.");
		if (given(output)) there(output.toPath()).ifPresent(lines::add);
		return lines;
	}

	private String work(FaceDatasetFolder.Summary faces) {
		List<TrainingLoad> trainings = trainings(faces);
		long steps = trainings.stream().mapToLong(TrainingLoad::steps).sum();
		double seconds = trainings.stream().mapToDouble(TrainingLoad::seconds).sum();
		Pace pace = slowness();
		String many = trainings.size() == 1 ? "" : trainings.size() + " trainings: ";
		return String.format(Locale.ROOT, "%s%d training images of %d x %d pixels, %d steps%s", many, trainings.stream().mapToInt(
			TrainingLoad::faces).max().orElse(0), faces.size(), faces.size(), steps, pace.isKnown() ? pace.text(seconds) : Pace
				.about(seconds) + " on two cores (a guess: nothing was trained here yet).");
	}

	/** @return how fast trainings are here */
	Pace slowness() {
		return pace(SLOWNESS, device);
	}

	/**
	 * @param faces of the dataset
	 * @return what the inputs ask for
	 * @throws HyojoException if an input makes no sense
	 */
	abstract List<TrainingLoad> trainings(FaceDatasetFolder.Summary faces);

	/**
	 * @param folder for the output
	 * @return what is there already, if that matters
	 */
	abstract Optional<String> there(Path folder);

	/** Reads the dataset, once both folders are given. */
	FaceDataset readFaces(Progress progress) {
		Path from = require(dataset, "dataset").toPath();
		require(output, "output");
		return FaceDatasetFolder.read(from, progress);
	}

	Path output() {
		return output.toPath();
	}

	EngineSettings engine() {
		return engine(device);
	}

	/** What is given, of the default method with one round. */
	TrainingSettings settings() {
		LossWeights weights = new LossWeights(klidentity, erroridentity, klexpression, errorexpression, beta, gamma, value(
			Reduction.class, klreduction), value(Reduction.class, errorreduction), fixedtargets);
		ModelSettings model = ModelSettings.DEFAULT.withChannels(channels).withActivation(value(Activation.class,
			activation)).withWeights(weights);
		return new TrainingSettings(model, batch, epochs, 1, rate, decay, mirrored, seed);
	}

	private static String name(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static <E extends Enum<E>> E value(Class<E> type, String name) {
		return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
	}
}
