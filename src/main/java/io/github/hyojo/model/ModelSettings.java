package io.github.hyojo.model;

import io.github.hyojo.HyojoException;

/**
 * What decides the networks and their training graph.
 *
 * @param method which networks there are and which losses are computed; one that is trained for itself, see
 *          {@link Method#trained}
 * @param size width and height S of a face in pixels: 64 or 128
 * @param channels of the smallest feature maps: 256 in the paper; fewer make narrower networks, which train faster
 * @param activation after every hidden layer
 * @param weights of the losses
 */
public record ModelSettings(Method method, int size, int channels, Activation activation, LossWeights weights) {

	/** The conventional method at S = 64: nothing measured better on subjects it was not trained on (METHODS.md). */
	public static final ModelSettings DEFAULT = new ModelSettings(Method.CONVENTIONAL, 64, Networks.CHANNELS,
		Activation.LEAKY_RELU, LossWeights.DEFAULT);

	/** @throws HyojoException if something is missing or there are no networks for the size */
	public ModelSettings {
		if (method == null || activation == null || weights == null) {
			throw new HyojoException("The model's settings need a method, an activation and loss weights.");
		}
		if (method.trained() != method) {
			throw new HyojoException("The method " + method.key() + " is no training of its own: train " + method.trained()
				.key() + " on faces of " + method.size() + " x " + method.size() + " pixels.");
		}
		new Networks(size, channels); // fails if there are none
	}

	/**
	 * @param m which losses are computed
	 * @return these settings with another method
	 */
	public ModelSettings withMethod(Method m) {
		return new ModelSettings(m, size, channels, activation, weights);
	}

	/**
	 * @param s width and height in pixels: 64 or 128
	 * @return these settings with another size
	 */
	public ModelSettings withSize(int s) {
		return new ModelSettings(method, s, channels, activation, weights);
	}

	/**
	 * @param c of the smallest feature maps
	 * @return these settings with networks of another width
	 */
	public ModelSettings withChannels(int c) {
		return new ModelSettings(method, size, c, activation, weights);
	}

	/** @return the networks to choose from */
	public Networks networks() {
		return new Networks(size, channels);
	}

	/**
	 * @param a after every hidden layer
	 * @return these settings with another activation
	 */
	public ModelSettings withActivation(Activation a) {
		return new ModelSettings(method, size, channels, a, weights);
	}

	/**
	 * @param w of the losses
	 * @return these settings with other weights
	 */
	public ModelSettings withWeights(LossWeights w) {
		return new ModelSettings(method, size, channels, activation, w);
	}
}
