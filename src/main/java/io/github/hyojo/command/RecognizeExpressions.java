package io.github.hyojo.command;

import java.io.File;
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
import io.github.hyojo.evaluation.Evaluation;
import io.github.hyojo.evaluation.EvaluationResult;
import io.github.hyojo.evaluation.EvaluationSettings;
import io.github.hyojo.evaluation.TrainedMethod;
import io.github.hyojo.imagej.ConfusionPicture;
import io.github.hyojo.imagej.ConfusionTable;
import io.github.hyojo.imagej.MapPlot;
import io.github.hyojo.imagej.MeasureTable;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelInfo;

/**
 * Recognises the expressions of a labelled dataset without having learnt any, as in the paper, and measures what else
 * tells a good model: a table of measures, a confusion matrix as a table and as a picture, and two maps.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Recognize Expressions...")
public final class RecognizeExpressions extends ModelCommand {

	@Parameter(label = "Face dataset", callback = "forecast", style = FileWidget.DIRECTORY_STYLE, required = false,
		persist = false,
		description = "What Import Face Dataset has written, with labels and all frames.")
	private File dataset;

	@Parameter(label = "Clusters", callback = "forecast", min = "2", required = false, persist = false,
		description = "As many as there are classes of expressions, neutral among them.")
	private int clusters = EvaluationSettings.DEFAULT.clusters();

	@Parameter(label = "Trials", callback = "forecast", min = "1", required = false, persist = false,
		description = "How often the images are clustered.")
	private int trials = EvaluationSettings.DEFAULT.trials();

	@Parameter(label = "Seed", required = false, persist = false)
	private long seed = EvaluationSettings.DEFAULT.seed();

	@Parameter(label = "Intensity from which on an expression shows (0-1)", required = false, persist = false)
	private double threshold = EvaluationSettings.DEFAULT.threshold();

	@Parameter(label = "Ground truth (CSV)", style = "open", required = false, persist = false,
		description = "Numbers to predict: a column path or file as in the dataset's faces.csv, and columns of numbers.")
	private File truth;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable measures;

	@Parameter(type = ItemIO.OUTPUT, label = "Confusion Matrix")
	private ResultsTable confusion;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus matrix;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus expressions;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus subjects;

	@Override
	Optional<Work> work(ModelInfo info) {
		if (!given(dataset)) return Optional.empty();
		return Optional.of(new Work(Work.faces(summary(dataset)) + "; " + trials + " trials with " + clusters + " clusters",
			summary(dataset).count(), "recognition." + clusters + "." + trials));
	}

	@Override
	protected void execute(ExpressionModel opened, Progress progress) {
		EvaluationSettings settings = new EvaluationSettings(clusters, trials, seed, threshold, truth == null ? "" : truth
			.getPath());
		FaceDataset faces = FaceDatasetFolder.read(require(dataset, "dataset").toPath(), progress);
		EvaluationResult result = Evaluation.of(TrainedMethod.of(opened.method(), opened), faces, settings, progress);
		measures = MeasureTable.of(result);
		confusion = ConfusionTable.of(result.confusions());
		matrix = ConfusionPicture.of("Confusion Matrix", result.confusions());
		expressions = MapPlot.byExpression("Map by Expression", result.map());
		subjects = MapPlot.bySubject("Map by Subject", result.map());
	}
}
