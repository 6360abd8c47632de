package io.github.hyojo.model;

import java.util.ArrayList;
import java.util.List;

import io.github.hyojo.HyojoException;

/**
 * The paper's networks (tables 2 and 3) for faces of a size, and narrower or wider ones of the same shape.
 *
 * @param size image width and height S in pixels: 64 or 128
 * @param channels of the smallest feature maps, a multiple of 32; all others have as many times fewer as in the paper,
 *          where it is 256
 */
public record Networks(int size, int channels) {

	/** The paper's. */
	public static final int CHANNELS = 256;

	/** Width and height of the smallest feature map. */
	public static final int BASE = 4;

	private static final int LEAST = 32;
	private static final int MOST = 1024;

	/** @throws HyojoException if there are no networks of such a size or with so many channels */
	public Networks {
		if (size != 64 && size != 128) {
			throw new HyojoException("The networks take faces of 64 x 64 or 128 x 128 pixels, not " + size + " x " + size
				+ ": choose one of these sizes.");
		}
		if (channels < LEAST || channels > MOST || channels % LEAST != 0) {
			throw new HyojoException("There are no networks of " + channels + " channels: choose 256 as in the paper, or another "
				+ "multiple of " + LEAST + " up to " + MOST + ".");
		}
	}

	/**
	 * The paper's.
	 *
	 * @param size image width and height S in pixels: 64 or 128
	 */
	public Networks(int size) {
		this(size, CHANNELS);
	}

	/**
	 * An encoder (table 2): pairs of convolutions that halve the image, pooling, then the heads {@code mean} and
	 * {@code log_variance}.
	 *
	 * @param name {@code identity} or {@code expression}
	 * @return 3 x S x S to 64 means and 64 log variances
	 */
	public Network encoder(String name) {
		return encoder(name, Network.LATENT, 0);
	}

	/**
	 * An encoder with a latent of another width, which may be told whose face it is.
	 *
	 * @param name {@code identity} or {@code expression}
	 * @param latent values of its latent
	 * @param subjects how many subjects it tells apart, with the layer {@code subject} on the channels of conv1_1; 0 if
	 *          it is not told
	 * @return 3 x S x S to as many means and log variances
	 */
	public Network encoder(String name, int latent, int subjects) {
		List<Layer> layers = trunk();
		if (subjects > 0) layers.add(0, Layer.embedding("subject", subjects, layers.get(0).outputs()));
		layers.add(Layer.dense("mean", channels, latent));
		layers.add(Layer.dense("log_variance", channels, latent));
		return new Network(name, layers);
	}

	/**
	 * The discriminator: an encoder up to its pooling, then one output.
	 *
	 * @return 3 x S x S to one score
	 */
	public Network discriminator() {
		List<Layer> layers = trunk();
		layers.add(Layer.dense("score", channels, 1));
		return new Network("discriminator", layers);
	}

	/**
	 * The decoder (table 3): a dense layer to 256 x 4 x 4, then per level a transposed convolution that doubles the
	 * image and a convolution, then one to RGB.
	 *
	 * @return 128 latent values (identity, expression) to 3 x S x S
	 */
	public Network decoder() {
		return decoder(2 * Network.LATENT);
	}

	/**
	 * A decoder of a latent of another width.
	 *
	 * @param latent values of the latent
	 * @return as many latent values to 3 x S x S
	 */
	public Network decoder(int latent) {
		List<Layer> layers = new ArrayList<>();
		layers.add(Layer.dense("fc", latent, channels * BASE * BASE));
		int inputs = channels;
		int level = 1;
		for (int s = 2 * BASE; s <= size; s *= 2, level++, inputs /= 2) {
			layers.add(Layer.transposed("deconv" + level, inputs, inputs / 2, s));
			layers.add(Layer.convolution("conv" + level, 1, inputs / 2, inputs / 2, s));
		}
		layers.add(Layer.convolution("conv6", 1, inputs, 3, size));
		return new Network("decoder", layers);
	}

	private List<Layer> trunk() {
		List<Layer> layers = new ArrayList<>();
		int inputs = 3;
		int outputs = channels / 8;
		int level = 1;
		for (int s = size / 2; s >= BASE; s /= 2, level++) {
			layers.add(Layer.convolution("conv" + level + "_1", 2, inputs, outputs, s));
			layers.add(Layer.convolution("conv" + level + "_2", 1, outputs, outputs, s));
			inputs = outputs;
			outputs = Math.min(2 * outputs, channels);
		}
		return layers;
	}
}
