package io.github.hyojo.model;

/** The two stages that take turns. */
public enum Stage {
	/** Trains the identity encoder and the decoder. */
	IDENTITY,
	/** Trains the expression encoder, the decoder and the discriminator, with the identity encoder frozen. */
	EXPRESSION
}
