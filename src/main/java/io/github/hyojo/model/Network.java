package io.github.hyojo.model;

import java.util.List;

/**
 * The layers of one network, in the order in which they are applied; {@link Networks} makes them.
 *
 * @param name {@code identity}, {@code expression}, {@code decoder} or {@code discriminator}
 * @param layers its layers with weights
 */
public record Network(String name, List<Layer> layers) {

	/** Values in one half of the latent: 64 for identity, 64 for expression. */
	public static final int LATENT = 64;

	/** Copies the list. */
	public Network {
		layers = List.copyOf(layers);
	}

	/** @return number of trained values */
	public long parameters() {
		return layers.stream().mapToLong(Layer::parameters).sum();
	}

	/** @return multiply-accumulate operations of one forward pass of one image */
	public long multiplications() {
		return layers.stream().mapToLong(Layer::multiplications).sum();
	}
}
