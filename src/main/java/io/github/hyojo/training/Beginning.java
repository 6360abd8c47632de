package io.github.hyojo.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.hyojo.file.JsonFile;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.TrainingSettings;

/**
 * With what a training begins: nothing, or the end of another training's first identity stage where both agree in
 * everything that this stage depends on. Then it comes to the same, loss for loss, as if it had trained it itself.
 *
 * @param state where the training is
 * @param epochs that are done
 * @param bundle what has learnt in them, if any
 */
record Beginning(TrainingState state, List<EpochLosses> epochs, Optional<Path> bundle) {

	static final Beginning FRESH = new Beginning(TrainingState.START, List.of(), Optional.empty());

	/**
	 * @param other the folder of another training, which may be anywhere on its way or not exist
	 * @param mine the training that is to begin
	 * @return what the other one gives it, if it has come that far
	 */
	static Optional<Beginning> after(Path other, TrainingIdentity mine) throws IOException {
		Path file = other.resolve(TrainingIdentity.FILE);
		if (!Files.exists(file)) return Optional.empty();
		TrainingIdentity theirs = JsonFile.read(file, TrainingIdentity.class);
		Optional<TrainingSettings> stage = mine.settings().identityStage();
		if (stage.isEmpty() || !stage.equals(theirs.settings().identityStage()) || !mine.faces().equals(theirs.faces())) {
			return Optional.empty();
		}
		int epochs = mine.settings().epochs();
		List<EpochLosses> history = new History(other.resolve(Trainer.HISTORY)).read();
		boolean whole = history.size() >= epochs && history.get(epochs - 1).epoch().number() == epochs;
		if (!whole) return Optional.empty(); // its identity stage was ended early
		return new Checkpoints(other.resolve(Trainer.CHECKPOINTS), 1).before(epochs + 1).map(end -> new Beginning(end.state(),
			List.copyOf(history.subList(0, epochs)), Optional.of(end.folder())));
	}

	/** @return the loss of the last epoch, if there is one */
	Optional<Double> loss() {
		return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1).losses().get("loss"));
	}
}
