package io.github.hyojo.model;

import java.util.Locale;

/** What is trained at a time. */
public enum Stage {
	/** Trains the identity encoder and the decoder. */
	IDENTITY,
	/** Trains the expression encoder, the decoder and the discriminator, with the identity encoder frozen. */
	EXPRESSION,
	/** Trains the only encoder of a model that has one, and the decoder. */
	JOINT;

	/**
	 * The signature of a step of the expression stage that is given what the frozen identity encoder makes of the faces.
	 * Models whose training began with an earlier version do not have it.
	 */
	public static final String IDENTITY_KNOWN = "train_expression_identity_known";

	/** @return the signature of a step in a model that can be trained */
	public String signature() {
		return "train_" + name().toLowerCase(Locale.ROOT);
	}
}
