package io.github.hyojo.model;

import io.github.hyojo.HyojoException;

/**
 * Weights of the losses (eq. 1-5) and what they are weights of.
 *
 * @param klIdentity a_i1, of KL(q(z_i|x) || N(0, I)) in the identity stage
 * @param reconstructionIdentity a_i2, of the squared error to another image of the subject
 * @param klExpression a_e1, of KL(q(z_e|x) || N(0, I)) in the expression stage
 * @param reconstructionExpression a_e2, of the squared error to the image itself
 * @param adversarial beta, of L_gan
 * @param switching gamma, of L_switch
 * @param klReduction how the KL terms become one number
 * @param reconstructionReduction how the squared errors (pixels in 0-1) become one number
 * @param fixedSwitchTargets whether L_switch takes the features it compares with as given, sending no gradient into
 *          them. Without that the loss falls by shrinking the scale of z_e instead of separating it.
 */
public record LossWeights(double klIdentity, double reconstructionIdentity, double klExpression,
	double reconstructionExpression, double adversarial, double switching, Reduction klReduction,
	Reduction reconstructionReduction, boolean fixedSwitchTargets) {

	/**
	 * What separates expression from identity and keeps the pictures in our measurements (METHODS.md). The paper's beta and
	 * gamma are 1 and 10; beside a squared error per image they outweigh everything else.
	 */
	public static final LossWeights DEFAULT = new LossWeights(5e-4, 0.01, 5e-4, 0.01, 0.01, 0.3, Reduction.PER_IMAGE,
		Reduction.PER_IMAGE, true);

	/** The numbers as printed in the paper, 1.0 x 10^5 for KL; the posterior collapses with them. */
	public static final LossWeights PRINTED = new LossWeights(1e5, 0.01, 1e5, 0.01, 1, 10, Reduction.PER_IMAGE,
		Reduction.PER_IMAGE, false);

	/** @throws HyojoException if a weight is negative or not a number, or a reduction is missing */
	public LossWeights {
		check("KL weight of the identity stage", klIdentity);
		check("reconstruction weight of the identity stage", reconstructionIdentity);
		check("KL weight of the expression stage", klExpression);
		check("reconstruction weight of the expression stage", reconstructionExpression);
		check("weight of the adversarial loss", adversarial);
		check("weight of the switch loss", switching);
		if (klReduction == null || reconstructionReduction == null) {
			throw new HyojoException("The losses need a reduction: choose MEAN, PER_IMAGE or PER_BATCH.");
		}
	}

	private static void check(String name, double weight) {
		if (!(weight >= 0) || Double.isInfinite(weight)) {
			throw new HyojoException("The " + name + " is " + weight + ": give a number of 0 or more.");
		}
	}

	/**
	 * @param identity a_i1
	 * @param expression a_e1
	 * @return these weights with other KL weights
	 */
	public LossWeights withKl(double identity, double expression) {
		return new LossWeights(identity, reconstructionIdentity, expression, reconstructionExpression, adversarial,
			switching, klReduction, reconstructionReduction, fixedSwitchTargets);
	}

	/**
	 * @param identity a_i2
	 * @param expression a_e2
	 * @return these weights with other reconstruction weights
	 */
	public LossWeights withReconstruction(double identity, double expression) {
		return new LossWeights(klIdentity, identity, klExpression, expression, adversarial, switching, klReduction,
			reconstructionReduction, fixedSwitchTargets);
	}

	/**
	 * @param beta weight of L_gan
	 * @param gamma weight of L_switch
	 * @return these weights with other weights of the two added losses
	 */
	public LossWeights withAdversarialAndSwitching(double beta, double gamma) {
		return new LossWeights(klIdentity, reconstructionIdentity, klExpression, reconstructionExpression, beta, gamma,
			klReduction, reconstructionReduction, fixedSwitchTargets);
	}

	/**
	 * @param kl of the KL terms
	 * @param reconstruction of the squared errors
	 * @return these weights with other reductions
	 */
	public LossWeights withReductions(Reduction kl, Reduction reconstruction) {
		return new LossWeights(klIdentity, reconstructionIdentity, klExpression, reconstructionExpression, adversarial,
			switching, kl, reconstruction, fixedSwitchTargets);
	}

	/**
	 * @param fixed whether L_switch sends no gradient into its targets
	 * @return these weights with that choice
	 */
	public LossWeights withFixedSwitchTargets(boolean fixed) {
		return new LossWeights(klIdentity, reconstructionIdentity, klExpression, reconstructionExpression, adversarial,
			switching, klReduction, reconstructionReduction, fixed);
	}
}
