package io.github.hyojo.evaluation;

import io.github.hyojo.HyojoException;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.TrainingSettings;

/**
 * How methods are compared.
 *
 * @param training what all trainings have in common; method, size and rounds are each method's own and as by default
 *          here. A method of several rounds shares the epochs of a stage among them: the paper's 100, or 2 x 50.
 * @param frames how many frames of each sequence are trained on, at equal steps; 0 takes all
 * @param evaluation how the trained methods are evaluated, on all frames
 */
public record ComparisonSettings(TrainingSettings training, int frames, EvaluationSettings evaluation) {

	/**
	 * Sets method, size and rounds to their defaults.
	 *
	 * @throws HyojoException if the number of frames is negative
	 */
	public ComparisonSettings {
		if (frames < 0) throw new HyojoException("Cannot train on " + frames + " frames per sequence: take 0 (all) or more.");
		TrainingSettings d = TrainingSettings.DEFAULT;
		training = training.withSchedule(training.epochs(), d.rounds()).withModel(training.model().withMethod(d.model()
			.method()).withSize(d.model().size()));
	}

	/**
	 * @param method a row of table 1
	 * @return how it is trained
	 */
	public TrainingSettings training(Method method) {
		return training.withSchedule(Math.max(1, training.epochs() / method.rounds()), method.rounds()).withModel(training
			.model().withMethod(method.trained()).withSize(method.size()));
	}
}
