package io.github.hyojo.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.ExampleFaces;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.model.Architecture;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.op.Swap;
import io.github.hyojo.training.Checkpoints.Checkpoint;
import io.github.hyojo.training.TrainingControl.Wish;

/** A training under way: from a checkpoint to the end of its schedule, or to where it is told to end. */
final class TrainingRun {

	/** How often a training that is paused looks whether it shall go on. */
	private static final long PAUSE_MILLISECONDS = 50;

	/** Where a training keeps what it knows. */
	record Files(History history, Checkpoints checkpoints, ModelWriter writer) {}

	/** Who hears of a training and has a say in it. */
	record Watchers(TrainingListener listener, TrainingControl control, Progress progress) {}

	private final SavedModel model;
	private final FaceDataset faces;
	private final ExampleFaces examples;
	private final TrainingSettings settings;
	private final BatchPlan plan;
	private final Stepping stepping;
	private final Files files;
	private final TrainingListener listener;
	private final TrainingControl control;
	private final Progress progress;
	private final List<Epoch> schedule;
	private Checkpoint last;
	private TrainingState state;

	/**
	 * @param model in training, as it is in a checkpoint
	 * @param start that checkpoint
	 * @param faces that are trained on
	 * @param examples for previews
	 * @param settings of the training
	 * @param plan the batches
	 * @param stepping takes the steps
	 * @param files of the training
	 * @param watchers of the training
	 */
	TrainingRun(SavedModel model, Checkpoint start, FaceDataset faces, ExampleFaces examples, TrainingSettings settings,
		BatchPlan plan, Stepping stepping, Files files, Watchers watchers)
	{
		this.model = model;
		this.faces = faces;
		this.examples = examples;
		this.settings = settings;
		this.plan = plan;
		this.stepping = stepping;
		this.files = files;
		listener = watchers.listener();
		control = watchers.control();
		progress = watchers.progress();
		schedule = settings.schedule();
		last = start;
		state = start.state();
	}

	/**
	 * Trains.
	 *
	 * @return the checkpoint that is to become the model; the model in training is that checkpoint or, where the training
	 *         was finished early, may be past it
	 */
	Checkpoint toEnd() throws IOException {
		while (state.epoch() <= schedule.size()) {
			Epoch epoch = schedule.get(state.epoch() - 1);
			switch (steps(epoch)) {
				case FINISH:
					return finish(epoch);
				case NEXT_STAGE:
					if (settings.stage(epoch) == settings.stages()) return finish(epoch);
					skip(epoch);
					break;
				default:
					done(epoch);
			}
		}
		return last;
	}

	/** @return where the model in training is */
	Checkpoint last() {
		return last;
	}

	private void done(Epoch epoch) throws IOException {
		EpochLosses losses = new EpochLosses(epoch, settings.learningRate(epoch), state.means());
		files.history().append(losses);
		state = state.nextEpoch();
		save(epoch, losses.losses().get("loss"));
		listener.epochDone(losses);
	}

	private void skip(Epoch epoch) throws IOException {
		int first = settings.stage(epoch) * settings.epochs() + 1;
		state = new TrainingState(first, 0, (long) (first - 1) * plan.steps(), Map.of());
		save(epoch, null);
	}

	private Checkpoint finish(Epoch epoch) throws IOException {
		save(epoch, null);
		int stages = settings.model().method().stages().size();
		Optional<Checkpoint> whole = files.checkpoints().best();
		boolean usable = whole.isPresent() || settings.stage(epoch) >= stages && state.step() > 0;
		if (!usable) {
			throw new HyojoException("There is no model yet to finish with, because expressions are learnt from epoch " + ((stages
				- 1) * settings.epochs() + 1)
				+ " on: train again with the same settings to go on, and end the identity stage to get there sooner.");
		}
		Checkpoint best = whole.orElse(last);
		listener.finishedEarly(new TrainingListener.Early(best.state().epoch(), best.state().step()));
		return best;
	}

	/** Trains what is left of an epoch; anything but {@link Wish#GO_ON} if it is not to be trained to its end. */
	private Wish steps(Epoch epoch) throws IOException {
		Tensor rate = Tensor.of((float) settings.learningRate(epoch));
		if (epoch.beginsStage() && state.step() == 0) model.run("reset_optimizer", Map.of("learning_rate", rate));
		List<Batch> batches = plan.epoch(epoch);
		while (state.step() < batches.size()) {
			Wish wish = wish(epoch);
			if (wish != Wish.GO_ON) return wish;
			int first = state.step();
			List<Batch> next = batches.subList(first, first + stepping.atOnce(batches.size() - first));
			List<Map<String, Double>> losses = take(epoch, next, rate);
			for (int i = 0; i < next.size(); i++) {
				checkFinite(epoch, losses.get(i));
				state = state.afterStep(losses.get(i));
				tell(new TrainingListener.Step(epoch, state.step(), state.totalSteps(), next.get(i).faces().length, losses.get(
					i), next.size() - 1 - i));
			}
			progress.report(String.format(Locale.ROOT, "Training, %s stage, epoch %d of %d", epoch.stage().name().toLowerCase(
				Locale.ROOT), epoch.number(), schedule.size()), state.totalSteps(), (long) schedule.size() * batches.size());
		}
		return Wish.GO_ON;
	}

	/** Takes steps, unless it is canceled before. */
	private List<Map<String, Double>> take(Epoch epoch, List<Batch> batches, Tensor rate) throws IOException {
		try {
			return stepping.take(epoch, batches, state.totalSteps(), rate, progress);
		}
		catch (CancellationException e) {
			throw stopped(epoch);
		}
	}

	private CancellationException stopped(Epoch epoch) throws IOException {
		save(epoch, null);
		return new CancellationException("The training was stopped; train again with the same settings to go on.");
	}

	private void tell(TrainingListener.Step step) {
		listener.stepDone(step);
		boolean separates = settings.model().method().architecture() == Architecture.TWO_ENCODERS;
		if (separates && listener.wantsPreview(step)) listener.preview(preview(step));
	}

	/** What is wanted before a step; writes models that are, and waits while nothing else is. */
	private Wish wish(Epoch epoch) throws IOException {
		boolean waited = false;
		while (true) {
			Optional<TrainingControl.Export> export = control.export();
			export.ifPresent(this::export);
			if (progress.isCanceled()) throw stopped(epoch);
			Wish wish = control.wish(epoch);
			waited |= export.isPresent() || wish == Wish.PAUSE;
			if (wish != Wish.PAUSE) {
				if (waited) listener.resumed();
				return wish;
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE_MILLISECONDS);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("The training was interrupted; train again with the same settings to go on.");
		}
	}

	private void export(TrainingControl.Export export) {
		Path folder = export.folder();
		try {
			files.writer().write(model, files.history().before(state.epoch()), folder);
			export.written().complete(folder);
		}
		catch (HyojoException e) {
			export.written().completeExceptionally(e);
		}
		catch (IOException e) {
			export.written().completeExceptionally(new HyojoException("The model cannot be written to " + folder + " (" + e
				.getMessage() + "): check permissions and free space.", e));
		}
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
		last = files.checkpoints().save(model, last.folder(), state, settings.stage(epoch), loss);
	}

	private TrainingListener.Preview preview(TrainingListener.Step step) {
		var identities = faces.select(examples.identities()).images();
		var expressions = faces.select(examples.expressions()).images();
		return new TrainingListener.Preview(step, identities, expressions, Swap.all(ExpressionModel.of(model, settings
			.model(), faces.subjects()), identities, expressions, Progress.SILENT));
	}
}
