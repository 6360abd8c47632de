package io.github.hyojo.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.ExampleFaces;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.file.FolderLock;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.Initialization;
import io.github.hyojo.model.ModelExport;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Checkpoints.Checkpoint;

/**
 * Trains a model in a folder of its own, which holds {@code training.json} (settings and faces), {@code history.csv},
 * {@code checkpoints} and, in the end, {@code model}. A training that was stopped goes on where it was and comes to the
 * same result. Trains in the thread that calls.
 */
public final class Trainer {

	/** Where in the training's folder the losses of its epochs are. */
	public static final String HISTORY = "history.csv";
	static final String CHECKPOINTS = "checkpoints";

	private final FaceDataset faces;
	private final ExampleFaces examples;
	private final TrainingSettings settings;
	private final EngineSettings engine;
	private final Path folder;
	private final BatchPlan plan;
	private final History history;
	private final Checkpoints checkpoints;
	private final List<Path> others;

	/**
	 * Prepares a training; nothing is written yet.
	 *
	 * @param dataset its training subjects are trained on
	 * @param settings what to train, and how
	 * @param engine how to use the machine
	 * @param folder a new or empty one, or that of a training with the same settings and faces, which then goes on
	 * @throws HyojoException if these faces cannot be trained on with these settings
	 */
	public Trainer(FaceDataset dataset, TrainingSettings settings, EngineSettings engine, Path folder) {
		this(dataset, settings, engine, folder, List.of());
	}

	/**
	 * Prepares a training that need not train its first identity stage if another training has done the same.
	 *
	 * @param dataset its training subjects are trained on
	 * @param settings what to train, and how
	 * @param engine how to use the machine
	 * @param folder a new or empty one, or that of a training with the same settings and faces, which then goes on
	 * @param others folders of trainings of any kind: the first one that is past an identity stage that would be the same
	 *          is begun with, and the result is that of a training that did it itself
	 * @throws HyojoException if these faces cannot be trained on with these settings
	 */
	public Trainer(FaceDataset dataset, TrainingSettings settings, EngineSettings engine, Path folder,
		List<Path> others)
	{
		int size = settings.model().size();
		if (dataset.size() != size) {
			throw new HyojoException("The faces have " + dataset.size() + " x " + dataset.size() + " pixels and the model "
				+ size + " x " + size + ": import the faces in the model's size, or choose the faces' size for the model.");
		}
		this.settings = settings;
		this.engine = engine;
		this.folder = folder.toAbsolutePath().normalize();
		FaceDataset originals = dataset.training();
		examples = ExampleFaces.of(originals);
		// after the originals, so that the examples are at the same places
		faces = settings.mirrored() ? originals.mirrored() : originals;
		List<String> names = faces.faces().stream().map(face -> face.subject()).toList();
		plan = new BatchPlan(names, settings.model().method(), settings.batch(), settings.seed());
		history = new History(this.folder.resolve(HISTORY));
		checkpoints = new Checkpoints(this.folder.resolve(CHECKPOINTS), settings.model().method().stages().size());
		this.others = List.copyOf(others);
	}

	/**
	 * Trains until the schedule is done, and writes the model.
	 *
	 * @param listener hears of every step and epoch
	 * @param progress ends the training after the current step when it is canceled; what is trained by then is kept
	 * @return the folder of the finished model
	 * @throws HyojoException if the folder holds something else, cannot be written to or is in use, or a loss is no longer
	 *           a number
	 * @throws CancellationException if the progress is canceled
	 */
	public Path train(TrainingListener listener, Progress progress) {
		return train(listener, TrainingControl.NONE, progress);
	}

	/**
	 * Trains until the schedule is done or the training is finished early, and writes the model.
	 *
	 * @param listener hears of every step and epoch
	 * @param control is asked before every step what is wanted
	 * @param progress ends the training after the current step when it is canceled; what is trained by then is kept
	 * @return the folder of the finished model
	 * @throws HyojoException if the folder holds something else, cannot be written to or is in use, a loss is no longer a
	 *           number, or it was to be finished before there was a model to finish with
	 * @throws CancellationException if the progress is canceled
	 */
	public Path train(TrainingListener listener, TrainingControl control, Progress progress) {
		Path finished = folder.resolve(ExpressionModel.FOLDER);
		TensorFlowEngine running = TensorFlowEngine.start(engine, progress);
		boolean gpu = running.usesGpu(engine.device()); // fails before anything is written
		try {
			prepare(progress);
			if (Files.exists(finished)) return finished;
			try (FolderLock lock = FolderLock.of(folder, "Another training is under way in " + folder
				+ ": wait until it ends, or choose another folder.")) {
				ModelWriter writer = new ModelWriter(settings, ModelInfo.Faces.of(faces), running.version());
				run(writer, finished, gpu, new TrainingRun.Watchers(listener, control, progress));
			}
			return finished;
		}
		catch (IOException e) {
			throw new HyojoException("The training cannot be written to " + folder + " (" + e.getMessage()
				+ "): check permissions and free space, then train again to go on from the last checkpoint.", e);
		}
	}

	private void run(ModelWriter writer, Path place, boolean gpu, TrainingRun.Watchers watchers) throws IOException {
		Checkpoint start = checkpoints.newest().orElseThrow(() -> new HyojoException("The training in " + folder
			+ " has lost its checkpoints: choose another folder to train anew."));
		Checkpoint end;
		int steps = ResidentSteps.fits(faces) ? engine.stepsPerCall(gpu) : 1;
		try (SavedModel model = load(start, steps, watchers.progress())) {
			history.truncate(start.state().epoch());
			watchers.listener().started(new TrainingListener.Plan(settings, faces.count(), plan.steps(), start.state()
				.totalSteps(), model.device(), history.read()));
			Stepping stepping = steps > 1 ? new ResidentSteps(model, faces, settings, steps) : new FedSteps(model, faces,
				settings, plan.largest());
			TrainingRun run = new TrainingRun(model, start, faces, examples, settings, plan, stepping, new TrainingRun.Files(
				history, checkpoints, writer), watchers);
			end = run.toEnd();
			if (end.equals(run.last())) {
				writer.write(model, history.before(end.state().epoch()), place);
				return;
			}
		}
		try (SavedModel best = SavedModel.load(end.folder(), engine, watchers.progress())) {
			writer.write(best, history.before(end.state().epoch()), place);
		}
	}

	/** Loads a checkpoint, and, if several steps are to be taken in one call, with a graph for that, aside. */
	private SavedModel load(Checkpoint start, int steps, Progress progress) throws IOException {
		if (steps == 1) return SavedModel.load(start.folder(), engine, progress);
		Path bundle = Files.createTempDirectory("hyojo");
		try {
			ModelExport.resident(settings.model(), faces.subjects().size(), steps, bundle);
			Checkpoints.copyVariables(start, bundle);
			return SavedModel.load(bundle, engine, progress);
		}
		finally {
			NewFolder.delete(bundle);
		}
	}

	/** @return the losses of all epochs that were trained so far, in this folder */
	public List<EpochLosses> history() {
		return history.read();
	}

	/** Makes the folder of a new training, or checks that the one there is of the same settings and faces. */
	private void prepare(Progress progress) throws IOException {
		TrainingIdentity identity = new TrainingIdentity(settings, ModelInfo.Faces.of(faces));
		Path file = folder.resolve(TrainingIdentity.FILE);
		if (Files.exists(file)) {
			if (!JsonFile.text(identity).equals(JsonFile.text(JsonFile.read(file, TrainingIdentity.class)))) {
				throw new HyojoException("The folder " + folder
					+ " holds a training with other settings or faces: choose another folder, or the same settings and faces to go "
					+ "on with it.");
			}
			return;
		}
		try (NewFolder begun = NewFolder.at(folder)) {
			Beginning beginning = beginning(identity);
			Path bundle = new Checkpoints(begun.path().resolve(CHECKPOINTS), 1).begin(beginning);
			ModelExport.training(settings.model(), faces.subjects().size(), Initialization.he(settings.seed()), beginning
				.bundle(), bundle, progress);
			if (!beginning.epochs().isEmpty()) new History(begun.path().resolve(HISTORY)).write(beginning.epochs());
			JsonFile.write(begun.path().resolve(TrainingIdentity.FILE), identity);
			begun.complete();
		}
	}

	private Beginning beginning(TrainingIdentity identity) throws IOException {
		for (Path other : others) {
			Optional<Beginning> there = Beginning.after(other, identity);
			if (there.isPresent()) return there.get();
		}
		return Beginning.FRESH;
	}
}
