package io.github.hyojo.ui.training;

import java.nio.file.Path;

import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Trainer;

/** A process that trains until it is ended. */
final class EndedProgram {

	static final TrainingSettings SETTINGS = TinyModel.SETTINGS.withModel(TinyModel.NARROW).withSchedule(50_000, 1);

	private EndedProgram() {}

	/** @param args the folder of the training */
	public static void main(String[] args) {
		Path folder = Path.of(args[0]);
		new WatchedTraining(folder, line -> {}).train(new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, folder),
			Progress.SILENT);
	}
}
