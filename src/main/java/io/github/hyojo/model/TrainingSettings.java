package io.github.hyojo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.hyojo.HyojoException;

/**
 * Everything that decides the outcome of a training, but for the faces. The same settings and faces give the same
 * model on the same kind of processor.
 *
 * @param model the networks, the method, the loss weights
 * @param batch largest number of faces in a step
 * @param epochs of each stage in each round
 * @param rounds how often the stages are gone through
 * @param learningRate of Adam in the first epoch of each stage
 * @param decay factor on the learning rate from each epoch to the next
 * @param mirrored whether the mirror images of the faces are trained on, too, as faces of further subjects
 * @param seed of the first weights, the order of the faces and the noise
 */
public record TrainingSettings(ModelSettings model, int batch, int epochs, int rounds, double learningRate,
	double decay, boolean mirrored, long seed)
{

	/** The paper's schedule for methods that go through their stages once, in batches of 32. */
	public static final TrainingSettings DEFAULT = new TrainingSettings(ModelSettings.DEFAULT, 32, 100, 1, 5e-4, 0.95,
		false, 1);

	/** @throws HyojoException if a number makes no sense */
	public TrainingSettings {
		if (model == null) throw new HyojoException("The training needs the model's settings.");
		if (batch < 2) throw new HyojoException("A batch of " + batch + " is too small: take at least 2 faces.");
		if (epochs < 1) throw new HyojoException("There are " + epochs + " epochs in a stage: take at least 1.");
		if (rounds < 1) throw new HyojoException("There are " + rounds + " rounds: take at least 1.");
		if (!(learningRate > 0) || learningRate > 1) {
			throw new HyojoException("The learning rate is " + learningRate + ": give a number above 0, at most 1.");
		}
		if (!(decay > 0) || decay > 1) {
			throw new HyojoException("The decay of the learning rate is " + decay + ": give a number above 0, at most 1.");
		}
	}

	/** @return all epochs of the training, in order */
	public List<Epoch> schedule() {
		List<Epoch> schedule = new ArrayList<>();
		for (int round = 1; round <= rounds; round++) {
			for (Stage stage : model.method().stages()) {
				for (int i = 1; i <= epochs; i++) {
					schedule.add(new Epoch(schedule.size() + 1, round, stage, i));
				}
			}
		}
		return schedule;
	}

	/** @return how many stages there are in all rounds */
	public int stages() {
		return rounds * model.method().stages().size();
	}

	/**
	 * @param epoch of the schedule
	 * @return the place of its stage among those of all rounds, from 1
	 */
	public int stage(Epoch epoch) {
		List<Stage> stages = model.method().stages();
		return stages.size() * (epoch.round() - 1) + stages.indexOf(epoch.stage()) + 1;
	}

	/**
	 * What the first identity stage depends on. Trainings on the same faces in which this is equal begin with the same
	 * epochs.
	 *
	 * @return these settings with everything else as by default; empty if the method does not begin with such a stage
	 */
	public Optional<TrainingSettings> identityStage() {
		if (model.method().architecture() != Architecture.TWO_ENCODERS) return Optional.empty();
		LossWeights w = model.weights();
		LossWeights d = LossWeights.DEFAULT;
		return Optional.of(withSchedule(epochs, 1).withModel(model.withMethod(Method.CONVENTIONAL).withWeights(d.withKl(w
			.klIdentity(), d.klExpression()).withReconstruction(w.reconstructionIdentity(), d.reconstructionExpression())
			.withReductions(w.klReduction(), w.reconstructionReduction()))));
	}

	/**
	 * @param epoch of the schedule
	 * @return the learning rate of its steps
	 */
	public double learningRate(Epoch epoch) {
		return learningRate * Math.pow(decay, epoch.stageNumber() - 1.0);
	}

	/**
	 * @param m the networks, the method, the loss weights
	 * @return these settings with another model
	 */
	public TrainingSettings withModel(ModelSettings m) {
		return new TrainingSettings(m, batch, epochs, rounds, learningRate, decay, mirrored, seed);
	}

	/**
	 * @param n largest number of faces in a step
	 * @return these settings with another batch size
	 */
	public TrainingSettings withBatch(int n) {
		return new TrainingSettings(model, n, epochs, rounds, learningRate, decay, mirrored, seed);
	}

	/**
	 * @param epochsPerStage of each stage in each round
	 * @param r how often the stages are gone through
	 * @return these settings with another schedule
	 */
	public TrainingSettings withSchedule(int epochsPerStage, int r) {
		return new TrainingSettings(model, batch, epochsPerStage, r, learningRate, decay, mirrored, seed);
	}

	/**
	 * @param rate in the first epoch of each stage
	 * @param factor from each epoch to the next
	 * @return these settings with another learning rate
	 */
	public TrainingSettings withLearningRate(double rate, double factor) {
		return new TrainingSettings(model, batch, epochs, rounds, rate, factor, mirrored, seed);
	}

	/**
	 * @param m whether the mirror images are trained on, too
	 * @return these settings with that choice
	 */
	public TrainingSettings withMirrored(boolean m) {
		return new TrainingSettings(model, batch, epochs, rounds, learningRate, decay, m, seed);
	}

	/**
	 * @param s of the first weights, the order of the faces and the noise
	 * @return these settings with another seed
	 */
	public TrainingSettings withSeed(long s) {
		return new TrainingSettings(model, batch, epochs, rounds, learningRate, decay, mirrored, s);
	}
}
