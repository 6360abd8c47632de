package io.github.hyojo.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.file.ZippedFolder;
import io.github.hyojo.imagej.HistoryTable;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.History;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingLoad;
import io.github.hyojo.ui.training.WatchedTraining;

/** Trains a model on a face dataset, in the output's folder {@code model}; the losses of its epochs become a table. */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Train Expression Model...")
public final class TrainExpressionModel extends TrainingCommand {

	@Parameter(label = "Method", callback = "forecast", choices = { "conventional", "adversarial", "switch",
		"iterated", "vae", "c_vae" },
		required = false, persist = false, description = "Which networks and losses there are: see the README.")
	private String method = ModelSettings.DEFAULT.method().key();

	@Parameter(label = "Rounds (0 = as the method says)", callback = "forecast", min = "0", required = false,
		persist = false,
		description = "How often the stages are gone through.")
	private int rounds;

	@Parameter(label = "Zip the model, too", required = false, persist = false,
		description = "Writes model.zip beside the model's folder, to be passed on.")
	private boolean zip;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable history;

	@Override
	protected void execute(Progress progress) throws IOException {
		FaceDataset faces = readFaces(progress);
		Trainer trainer = new Trainer(faces, settings(faces.size()), engine(), output());
		WatchedTraining watched = new WatchedTraining(output(), log()::info);
		Path model;
		try {
			model = watched.train(trainer, progress);
		}
		finally {
			// a training that was stopped has shown it, too
			watched.slowness().ifPresent(slowness()::rememberRatio);
		}
		Path zipped = output().resolve("model.zip");
		if (zip && Files.notExists(zipped)) ZippedFolder.zip(model, zipped);
		history = HistoryTable.of(trainer.history());
	}

	@Override
	List<TrainingLoad> trainings(FaceDatasetFolder.Summary faces) {
		return List.of(TrainingLoad.of(settings(faces.size()), faces.training(), 0));
	}

	@Override
	Optional<String> there(Path folder) {
		if (Files.exists(folder.resolve(ExpressionModel.FOLDER))) {
			return Optional.of("The output folder holds a finished training: choose another one to train anew.");
		}
		int epochs = new History(folder.resolve(Trainer.HISTORY)).read().size();
		return epochs == 0 ? Optional.empty() : Optional.of("The output folder holds a training that was stopped after epoch "
			+ epochs + ": with the same settings it goes on.");
	}

	private TrainingSettings settings(int size) {
		TrainingSettings given = settings();
		Method chosen = Method.of(method);
		return given.withModel(given.model().withMethod(chosen).withSize(size)).withSchedule(given.epochs(), rounds == 0
			? chosen.rounds() : rounds);
	}
}
