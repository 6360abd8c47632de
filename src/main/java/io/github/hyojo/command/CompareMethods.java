package io.github.hyojo.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.evaluation.Comparison;
import io.github.hyojo.evaluation.ComparisonForecast;
import io.github.hyojo.evaluation.ComparisonSettings;
import io.github.hyojo.evaluation.EvaluationSettings;
import io.github.hyojo.evaluation.Figure;
import io.github.hyojo.imagej.ComparisonResults;
import io.github.hyojo.imagej.FigureImages;
import io.github.hyojo.model.Method;
import io.github.hyojo.training.EpochLog;
import io.github.hyojo.training.TrainingListener;
import io.github.hyojo.training.TrainingLoad;
import io.github.hyojo.training.TrainingSpeed;

/**
 * Trains and evaluates methods on the same faces: the paper's table 1 with all measures, and its figures 3 and 4 as
 * labelled stacks and montages. Everything is saved in the output folder.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Compare Methods...")
public final class CompareMethods extends TrainingCommand {

	private static final String ALL = "all";

	@Parameter(label = "Methods", callback = "forecast", required = false, persist = false,
		description = "Such as conventional,iterated,vae; all: those for faces of the dataset's size.")
	private String methods = ALL;

	@Parameter(label = "Frames per sequence to train on (0 = all)", callback = "forecast", min = "0",
		required = false, persist = false,
		description = "At equal steps; the trained methods are evaluated on all frames.")
	private int frames;

	@Parameter(label = "Clusters", min = "2", required = false, persist = false,
		description = "For recognition: at most as many as the dataset has expressions.")
	private int clusters = EvaluationSettings.DEFAULT.clusters();

	@Parameter(label = "Trials", min = "1", required = false, persist = false,
		description = "How often the faces are clustered.")
	private int trials = EvaluationSettings.DEFAULT.trials();

	@Parameter(label = "Ground truth", style = FileWidget.OPEN_STYLE, required = false, persist = false,
		description = "A table of continuous values per image, if there is one: truth.csv.")
	private File truth;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus swaps;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus swapmontage;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus interpolations;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus interpolationmontage;

	@Override
	protected void execute(Progress progress) {
		FaceDataset faces = readFaces(progress);
		EvaluationSettings evaluation = EvaluationSettings.DEFAULT.withRecognition(clusters, trials).withSeed(settings()
			.seed()).withTruth(truth == null ? "" : truth.getPath());
		Comparison comparison = new Comparison(faces, methods(faces.size()), new ComparisonSettings(settings(), frames,
			evaluation), engine(), output());
		TrainingSpeed speed = new TrainingSpeed(System::nanoTime);
		try {
			table = ComparisonResults.of(comparison.run(TrainingListener.all(List.of(new EpochLog(log()::info), speed)),
				progress));
		}
		finally {
			speed.slowness().ifPresent(slowness()::rememberRatio);
		}
		Figure figure3 = comparison.swaps(progress);
		swaps = FigureImages.stack("figure3", figure3, output());
		swapmontage = FigureImages.montage("figure3", figure3, output());
		Figure figure4 = comparison.interpolations(progress);
		interpolations = FigureImages.stack("figure4", figure4, output());
		interpolationmontage = FigureImages.montage("figure4", figure4, output());
	}

	@Override
	List<TrainingLoad> trainings(FaceDatasetFolder.Summary faces) {
		return ComparisonForecast.trainings(faces, methods(faces.size()), new ComparisonSettings(settings(), frames,
			EvaluationSettings.DEFAULT));
	}

	@Override
	Optional<String> there(Path folder) {
		return ComparisonForecast.done(folder).map(done -> "The output folder holds a comparison of which " + done
			+ (done == 1 ? " method is" : " methods are") + " done: with the same settings it goes on, and with more methods.");
	}

	private List<Method> methods(int size) {
		if (methods.strip().equals(ALL)) return Comparison.methods(size);
		return Arrays.stream(methods.split(",")).filter(name -> !name.isBlank()).map(Method::of).toList();
	}
}
