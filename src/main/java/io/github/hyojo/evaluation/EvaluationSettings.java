package io.github.hyojo.evaluation;

import io.github.hyojo.HyojoException;

/**
 * How a trained method is evaluated.
 *
 * @param clusters k, the number of clusters of a recognition; 2 or more
 * @param trials how often the images are clustered; 1 or more
 * @param seed decides all that is drawn: the first centroids of each trial, the pairs of a swap, the ends of an
 *          interpolation
 * @param threshold intensity from which on an expression counts as showing, above 0 to 1
 * @param truth path of a table of continuous ground truth, see {@link io.github.hyojo.data.GroundTruth}; empty if there
 *          is none
 */
public record EvaluationSettings(int clusters, int trials, long seed, double threshold, String truth) {

	/** The paper's protocol: 9 clusters, 100 trials. */
	public static final EvaluationSettings DEFAULT = new EvaluationSettings(9, 100, 1, 0.85, "");

	/** @throws HyojoException if a value is out of its range */
	public EvaluationSettings {
		if (clusters < 2) throw new HyojoException("Cannot make " + clusters + " clusters: make 2 or more.");
		if (trials < 1) throw new HyojoException("Cannot make " + trials + " trials: make 1 or more.");
		if (!(threshold > 0 && threshold <= 1)) {
			throw new HyojoException("The threshold " + threshold + " is no intensity that shows: give a number above 0, up "
				+ "to 1.");
		}
		if (truth == null) truth = "";
	}

	/**
	 * @param clusters k
	 * @param trials how often the images are clustered
	 * @return these settings with another recognition
	 */
	public EvaluationSettings withRecognition(int clusters, int trials) {
		return new EvaluationSettings(clusters, trials, seed, threshold, truth);
	}

	/**
	 * @param seed see {@link #seed()}
	 * @return these settings with another seed
	 */
	public EvaluationSettings withSeed(long seed) {
		return new EvaluationSettings(clusters, trials, seed, threshold, truth);
	}

	/**
	 * @param threshold see {@link #threshold()}
	 * @return these settings with another threshold
	 */
	public EvaluationSettings withThreshold(double threshold) {
		return new EvaluationSettings(clusters, trials, seed, threshold, truth);
	}

	/**
	 * @param truth see {@link #truth()}
	 * @return these settings with another ground truth
	 */
	public EvaluationSettings withTruth(String truth) {
		return new EvaluationSettings(clusters, trials, seed, threshold, truth);
	}
}
