package io.github.hyojo.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.hyojo.HyojoException;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.ModelExport;

/**
 * The checkpoints of a training: folders named by epoch and step, each a whole training bundle with the state that
 * continues it. The newest two are kept, the best, and the end of the first stage, from which other trainings may go on.
 */
final class Checkpoints {

	private static final String STATE = "state.json";
	private static final int KEPT = 2;
	/** How folders begin that are about to be deleted, and those that are not yet whole. */
	private static final String UNWANTED = ".";

	/**
	 * What a checkpoint holds beside the bundle.
	 *
	 * @param state where the training is
	 * @param stage how many stages have begun
	 * @param loss of the last whole epoch of that stage; null where none is whole
	 */
	private record Content(TrainingState state, int stage, Double loss) {}

	/** A checkpoint on disk. */
	record Checkpoint(Path folder, TrainingState state) {}

	private final Path folder;
	private final int stagesPerRound;

	/**
	 * @param folder where they are
	 * @param stagesPerRound the last of these stages makes a model that can be used
	 */
	Checkpoints(Path folder, int stagesPerRound) {
		this.folder = folder;
		this.stagesPerRound = stagesPerRound;
	}

	/** @return the newest checkpoint that is whole */
	Optional<Checkpoint> newest() throws IOException {
		List<Path> all = all();
		if (all.isEmpty()) return Optional.empty();
		Path newest = all.get(all.size() - 1);
		return Optional.of(new Checkpoint(newest, read(newest).state()));
	}

	/** @return the best checkpoint at the end of an epoch that makes a model that can be used, if there is one */
	Optional<Checkpoint> best() throws IOException {
		return best(all()).filter(this::isUsable).map(path -> new Checkpoint(path, read(path).state()));
	}

	/** @return the checkpoint before an epoch, if it is kept */
	Optional<Checkpoint> before(int epoch) throws IOException {
		return all().stream().map(path -> new Checkpoint(path, read(path).state())).filter(checkpoint -> checkpoint.state()
			.epoch() == epoch && checkpoint.state().step() == 0).findAny();
	}

	/** Makes the folder of the bundle that a training begins with, in its first stage, for its caller to fill. */
	Path begin(Beginning beginning) throws IOException {
		Path bundle = Files.createDirectories(place(beginning.state()));
		JsonFile.write(bundle.resolve(STATE), new Content(beginning.state(), 1, beginning.loss().orElse(null)));
		return bundle;
	}

	/**
	 * Saves a training, and deletes the checkpoints that are no longer wanted.
	 *
	 * @param model in training
	 * @param graph a folder that holds its graph
	 * @param state where the training is
	 * @param stage how many stages have begun
	 * @param loss of the last whole epoch of that stage, if any
	 */
	Checkpoint save(SavedModel model, Path graph, TrainingState state, int stage, Double loss) throws IOException {
		Path place = place(state);
		if (!Files.exists(place)) {
			try (NewFolder bundle = NewFolder.at(place)) {
				Path variables = bundle.path().resolve(ModelExport.VARIABLES);
				Files.createDirectories(variables.getParent());
				Files.copy(graph.resolve(ModelExport.GRAPH), bundle.path().resolve(ModelExport.GRAPH));
				model.save("save_training", variables);
				JsonFile.write(bundle.path().resolve(STATE), new Content(state, stage, loss));
				bundle.complete();
			}
		}
		prune();
		return new Checkpoint(place, state);
	}

	/** Copies the variables of a checkpoint into the folder of another bundle. */
	static void copyVariables(Checkpoint from, Path bundle) throws IOException {
		Path variables = Path.of(ModelExport.VARIABLES).getParent();
		Files.createDirectories(bundle.resolve(variables));
		try (Stream<Path> files = Files.list(from.folder().resolve(variables))) {
			for (Path file : files.toList()) Files.copy(file, bundle.resolve(variables).resolve(file.getFileName()));
		}
	}

	private void prune() throws IOException {
		List<Path> all = all();
		List<Path> older = all.subList(0, Math.max(0, all.size() - KEPT));
		List<Optional<Path>> wanted = List.of(best(all), first(all));
		for (Path checkpoint : older) {
			if (wanted.contains(Optional.of(checkpoint))) continue;
			Files.move(checkpoint, folder.resolve(UNWANTED + checkpoint.getFileName()), StandardCopyOption.ATOMIC_MOVE);
		}
		// a crash in here, or in saving, leaves no half checkpoint under a checkpoint's name
		for (Path unwanted : all(UNWANTED)) NewFolder.delete(unwanted);
	}

	/**
	 * The checkpoint with the lowest loss, among those that make a usable model, whose losses are alike in all rounds. As
	 * long as there is none, among those of the newest stage.
	 */
	private Optional<Path> best(List<Path> all) {
		Comparator<Path> byStage = Comparator.comparing(path -> isUsable(path) ? -Integer.MAX_VALUE : -read(path).stage());
		return all.stream().filter(path -> read(path).loss() != null).min(byStage.thenComparing(path -> read(path).loss()));
	}

	private boolean isUsable(Path path) {
		return read(path).stage() % stagesPerRound == 0;
	}

	/** The newest checkpoint of the first stage. */
	private static Optional<Path> first(List<Path> all) {
		return all.stream().filter(path -> read(path).stage() == 1).reduce((older, newer) -> newer);
	}

	private Path place(TrainingState state) {
		return folder.resolve(String.format(Locale.ROOT, "epoch-%05d-step-%05d", state.epoch(), state.step()));
	}

	private List<Path> all() throws IOException {
		return all("epoch-");
	}

	private List<Path> all(String prefix) throws IOException {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> content = Files.list(folder)) {
			return content.filter(path -> path.getFileName().toString().startsWith(prefix)).sorted().toList();
		}
	}

	private static Content read(Path checkpoint) {
		Content content = JsonFile.read(checkpoint.resolve(STATE), Content.class);
		if (content.state() == null) {
			throw new HyojoException("The checkpoint " + checkpoint + " is damaged: delete it to continue from an older one.");
		}
		return content;
	}
}
