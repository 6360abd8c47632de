package io.github.hyojo.model;

/** How the terms of a loss become one number; the paper does not say which, and its weights depend on it. */
public enum Reduction {
	/** Averaged over all values of all images. */
	MEAN,
	/** Summed over the values of an image (64 latent dimensions, or 3 x S x S pixel values in 0-1), averaged over images. */
	PER_IMAGE,
	/** Summed over all values of all images of the batch. */
	PER_BATCH
}
