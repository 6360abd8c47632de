package io.github.hyojo.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.ExampleFaces;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.Architecture;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.model.Initialization;
import io.github.hyojo.model.KnownSubjects;
import io.github.hyojo.model.ModelExport;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.op.Swap;
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
	/** Whose each face is. */
	private final List<String> names;
	private final KnownSubjects subjects;
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
		names = faces.faces().stream().map(face -> face.subject()).toList();
		subjects = new KnownSubjects(faces.subjects());
		plan = new BatchPlan(names, settings.model().method(), settings.batch(), settings.seed());
		history = new History(this.folder.resolve(HISTORY));
		checkpoints = new Checkpoints(this.folder.resolve(CHECKPOINTS));
		this.others = List.copyOf(others);
	}

	/**
	 * Trains until the schedule is done, and writes the model.
	 *
	 * @param listener hears of every step and epoch
	 * @param progress ends the training after the current step when it is canceled; what is trained by then is kept
	 * @return the folder of the finished model
	 * @throws HyojoException if the folder holds something else, cannot be written to, or a loss is no longer a number
	 * @throws CancellationException if the progress is canceled
	 */
	public Path train(TrainingListener listener, Progress progress) {
		Path finished = folder.resolve(ExpressionModel.FOLDER);
		TensorFlowEngine running = TensorFlowEngine.start(progress);
		running.usesGpu(engine.device()); // fails before anything is written
		try {
			prepare(progress);
			if (Files.exists(finished)) return finished;
			Checkpoint start = checkpoints.newest().orElseThrow(() -> new HyojoException("The training in " + folder
				+ " has lost its checkpoints: choose another folder to train anew."));
			try (SavedModel model = SavedModel.load(start.folder(), engine, progress)) {
				listener.started(new TrainingListener.Plan(settings, faces.count(), plan.steps(), start.state().totalSteps(),
					model.device()));
				history.truncate(start.state().epoch());
				new Run(model, start, listener, progress).toEnd();
				writeModel(model, finished, running.version());
			}
			return finished;
		}
		catch (IOException e) {
			throw new HyojoException("The training cannot be written to " + folder + " (" + e.getMessage()
				+ "): check permissions and free space, then train again to go on from the last checkpoint.", e);
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
			Path bundle = new Checkpoints(begun.path().resolve(CHECKPOINTS)).begin(beginning);
			ModelExport.training(settings.model(), subjects.names().size(), Initialization.he(settings.seed()), beginning
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

	private void writeModel(SavedModel model, Path place, String tensorFlow) throws IOException {
		ModelInfo info = ModelInfo.of(settings, ModelInfo.Faces.of(faces), tensorFlow, history.read());
		try (NewFolder writing = NewFolder.at(place)) {
			ModelExport.model(settings.model(), subjects.names().size(), writing.path());
			model.save("save_model", writing.path().resolve(ModelExport.VARIABLES));
			JsonFile.write(writing.path().resolve(ExpressionModel.INFO), info);
			writing.complete();
		}
	}

	/** The training under way. */
	private final class Run {

		private final SavedModel model;
		private final TrainingListener listener;
		private final Progress progress;
		private final List<Epoch> schedule = settings.schedule();
		private final ByteBuffer images = FaceTensor.room(faces.size(), plan.largest());
		private final ByteBuffer targets = FaceTensor.room(faces.size(), plan.largest());
		private Checkpoint last;
		private TrainingState state;

		Run(SavedModel model, Checkpoint start, TrainingListener listener, Progress progress) {
			this.model = model;
			this.listener = listener;
			this.progress = progress;
			last = start;
			state = start.state();
		}

		void toEnd() throws IOException {
			while (state.epoch() <= schedule.size()) {
				Epoch epoch = schedule.get(state.epoch() - 1);
				steps(epoch);
				EpochLosses losses = new EpochLosses(epoch, settings.learningRate(epoch), state.means());
				history.append(losses);
				state = state.nextEpoch();
				save(epoch, losses.losses().get("loss"));
				listener.epochDone(losses);
				if (separates() && listener.wantsPreview(epoch)) listener.preview(preview(epoch));
			}
		}

		private void steps(Epoch epoch) throws IOException {
			Tensor rate = Tensor.of((float) settings.learningRate(epoch));
			if (epoch.beginsStage() && state.step() == 0) model.run("reset_optimizer", Map.of("learning_rate", rate));
			List<Batch> batches = plan.epoch(epoch);
			while (state.step() < batches.size()) {
				if (progress.isCanceled()) {
					save(epoch, null);
					throw new CancellationException("The training was stopped; train again with the same settings to go on.");
				}
				Batch batch = batches.get(state.step());
				Map<String, Double> losses = step(epoch, batch, rate);
				checkFinite(epoch, losses);
				state = state.afterStep(losses);
				listener.stepDone(new TrainingListener.Step(epoch, state.step(), state.totalSteps(), batch.faces().length,
					losses));
				progress.report(String.format(Locale.ROOT, "Training, %s stage, epoch %d of %d", epoch.stage().name().toLowerCase(
					Locale.ROOT), epoch.number(), schedule.size()), state.totalSteps(), (long) schedule.size() * batches.size());
			}
		}

		private Map<String, Double> step(Epoch epoch, Batch batch, Tensor rate) {
			Map<String, Tensor> inputs = new HashMap<>();
			inputs.put("image", FaceTensor.of(faces.images(), images, batch.faces()));
			inputs.put("seed", Tensor.of(settings.seed(), state.totalSteps()));
			inputs.put("learning_rate", rate);
			if (batch.partners().length > 0) inputs.put("target", FaceTensor.of(faces.images(), targets, batch.partners()));
			if (batch.donors().length > 0) inputs.put("donor", Tensor.of(batch.donors()));
			if (settings.model().method().architecture() == Architecture.CONDITIONAL) inputs.put("identity", whose(batch));
			Map<String, Double> losses = new TreeMap<>();
			model.run(epoch.stage().signature(), inputs).forEach((name, value) -> losses.put(name, (double) value.floats()[0]));
			return losses;
		}

		private Tensor whose(Batch batch) {
			float[] code = subjects.code(IntStream.of(batch.faces()).mapToObj(names::get).toList());
			return Tensor.of(code, batch.faces().length, subjects.names().size());
		}

		private void checkFinite(Epoch epoch, Map<String, Double> losses) {
			losses.forEach((name, value) -> {
				if (Double.isFinite(value)) return;
				throw new HyojoException("The loss \"" + name + "\" became " + value + " in step " + (state.step() + 1)
					+ " of epoch " + epoch.number()
					+ ": lower the learning rate or the loss weights; the last good checkpoint is " + last.folder() + ".");
			});
		}

		private void save(Epoch epoch, Double loss) throws IOException {
			List<Stage> stages = settings.model().method().stages();
			int stage = stages.size() * (epoch.round() - 1) + stages.indexOf(epoch.stage()) + 1;
			last = checkpoints.save(model, last.folder(), state, stage, loss);
		}

		/** Only such models can be asked for one's face with another's expression. */
		private boolean separates() {
			return settings.model().method().architecture() == Architecture.TWO_ENCODERS;
		}

		private TrainingListener.Preview preview(Epoch epoch) {
			var identities = faces.select(examples.identities()).images();
			var expressions = faces.select(examples.expressions()).images();
			return new TrainingListener.Preview(epoch, identities, expressions, Swap.all(ExpressionModel.of(model, settings
				.model(), subjects.names()), identities, expressions, Progress.SILENT));
		}
	}
}
