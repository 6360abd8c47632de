package io.github.hyojo.model;

import java.util.ArrayList;
import java.util.List;

import io.github.hyojo.HyojoException;

/**
 * The layers of one network, in the order in which they are applied: tables 2 and 3 of the paper.
 *
 * @param name {@code identity}, {@code expression}, {@code decoder} or {@code discriminator}
 * @param layers its layers with weights
 */
public record Network(String name, List<Layer> layers) {

	/** Values in one half of the latent: 64 for identity, 64 for expression. */
	public static final int LATENT = 64;

	/** Width and height of the smallest feature map. */
	static final int BASE = 4;
	/** Channels of the smallest feature map. */
	static final int BASE_CHANNELS = 256;

	/** Copies the list. */
	public Network {
		layers = List.copyOf(layers);
	}

	/**
	 * An encoder (table 2): pairs of convolutions that halve the image, pooling, then the heads {@code mean} and
	 * {@code log_variance}.
	 *
	 * @param name {@code identity} or {@code expression}
	 * @param size image width and height S: 64 or 128
	 * @return 3 x S x S to 64 means and 64 log variances
	 */
	public static Network encoder(String name, int size) {
		return encoder(name, size, LATENT, 0);
	}

	/**
	 * An encoder with a latent of another width, which may be told whose face it is.
	 *
	 * @param name {@code identity} or {@code expression}
	 * @param size image width and height S: 64 or 128
	 * @param latent values of its latent
	 * @param subjects how many subjects it tells apart, with the layer {@code subject} on the channels of conv1_1; 0 if
	 *          it is not told
	 * @return 3 x S x S to as many means and log variances
	 */
	public static Network encoder(String name, int size, int latent, int subjects) {
		List<Layer> layers = trunk(size);
		if (subjects > 0) layers.add(0, Layer.embedding("subject", subjects, layers.get(0).outputs()));
		layers.add(Layer.dense("mean", BASE_CHANNELS, latent));
		layers.add(Layer.dense("log_variance", BASE_CHANNELS, latent));
		return new Network(name, layers);
	}

	/**
	 * The discriminator: an encoder up to its pooling, then one output.
	 *
	 * @param size image width and height S: 64 or 128
	 * @return 3 x S x S to one score
	 */
	public static Network discriminator(int size) {
		List<Layer> layers = trunk(size);
		layers.add(Layer.dense("score", BASE_CHANNELS, 1));
		return new Network("discriminator", layers);
	}

	/**
	 * The decoder (table 3): a dense layer to 256 x 4 x 4, then per level a transposed convolution that doubles the
	 * image and a convolution, then one to RGB.
	 *
	 * @param size image width and height S: 64 or 128
	 * @return 128 latent values (identity, expression) to 3 x S x S
	 */
	public static Network decoder(int size) {
		return decoder(size, 2 * LATENT);
	}

	/**
	 * A decoder of a latent of another width.
	 *
	 * @param size image width and height S: 64 or 128
	 * @param latent values of the latent
	 * @return as many latent values to 3 x S x S
	 */
	public static Network decoder(int size, int latent) {
		List<Layer> layers = new ArrayList<>();
		layers.add(Layer.dense("fc", latent, BASE_CHANNELS * BASE * BASE));
		int channels = BASE_CHANNELS;
		int level = 1;
		for (int s = 2 * BASE; s <= checked(size); s *= 2, level++, channels /= 2) {
			layers.add(Layer.transposed("deconv" + level, channels, channels / 2, s));
			layers.add(Layer.convolution("conv" + level, 1, channels / 2, channels / 2, s));
		}
		layers.add(Layer.convolution("conv6", 1, channels, 3, size));
		return new Network("decoder", layers);
	}

	private static List<Layer> trunk(int size) {
		List<Layer> layers = new ArrayList<>();
		int inputs = 3;
		int outputs = 32;
		int level = 1;
		for (int s = checked(size) / 2; s >= BASE; s /= 2, level++) {
			layers.add(Layer.convolution("conv" + level + "_1", 2, inputs, outputs, s));
			layers.add(Layer.convolution("conv" + level + "_2", 1, outputs, outputs, s));
			inputs = outputs;
			outputs = Math.min(2 * outputs, BASE_CHANNELS);
		}
		return layers;
	}

	private static int checked(int size) {
		if (size != 64 && size != 128) {
			throw new HyojoException("The networks take faces of 64 x 64 or 128 x 128 pixels, not " + size + " x " + size
				+ ": choose one of these sizes.");
		}
		return size;
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
