package io.github.hyojo.model.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

import io.github.hyojo.model.Activation;
import io.github.hyojo.model.Layer;
import io.github.hyojo.model.Network;
import io.github.hyojo.model.Networks;
import io.github.hyojo.model.graph.GraphVariables.Variable;

/** A network and its variables in a graph. Feature maps are N x H x W x C, as TensorFlow's CPU kernels want them. */
final class NetworkGraph {

	/** The diagonal Gaussian q(z|x): N x latent means and log variances. */
	record Posterior(Operand<TFloat32> mean, Operand<TFloat32> logVariance) {}

	/** What a layer has learnt; an embedding has no bias. */
	private record Weights(Variable weights, Optional<Variable> bias) {

		Operand<TFloat32> biasValue() {
			return bias.orElseThrow().value();
		}
	}

	/** How the input of a convolution of stride 2 gets its frame of zeros. */
	private enum Padding {
		/** By an operation of its own, which copies it. */
		BEFORE,
		/** By the convolution itself, which is faster, but whose gradient loses the frame. */
		WITHIN
	}

	private final Ops tf;
	private final Network network;
	private final Activation activation;
	private final Map<String, Weights> weights = new LinkedHashMap<>();

	NetworkGraph(Ops tf, GraphVariables variables, Network network, Activation activation) {
		this.tf = tf;
		this.network = network;
		this.activation = activation;
		for (Layer layer : network.layers()) {
			String name = network.name() + "/" + layer.name();
			Variable kernel = variables.weights(name + "/weights", shape(layer), layer.fanIn());
			weights.put(layer.name(), new Weights(kernel, layer.kind() == Layer.Kind.EMBEDDING ? Optional.empty() : Optional.of(
				variables.constant(name + "/bias", Shape.of(layer.outputs()), 0))));
		}
	}

	private static Shape shape(Layer layer) {
		int k = layer.kernel();
		return switch (layer.kind()) {
			case CONVOLUTION -> Shape.of(k, k, layer.inputs(), layer.outputs());
			// the kernel of the convolution that this one transposes
			case TRANSPOSED_CONVOLUTION -> Shape.of(k, k, layer.outputs(), layer.inputs());
			case DENSE, EMBEDDING -> Shape.of(layer.inputs(), layer.outputs());
		};
	}

	List<Variable> variables() {
		List<Variable> all = new ArrayList<>();
		weights.values().forEach(w -> {
			all.add(w.weights());
			w.bias().ifPresent(all::add);
		});
		return all;
	}

	/** Encodes N x S x S x 3 pixels in 0-1. */
	Posterior encode(Operand<TFloat32> x) {
		return encode(x, Optional.empty());
	}

	/** Encodes N x S x S x 3 pixels in 0-1, told whose they are (N x subjects) if the encoder asks for it. */
	Posterior encode(Operand<TFloat32> x, Optional<Operand<TFloat32>> subjects) {
		Operand<TFloat32> h = trunk(x, subjects, Padding.BEFORE);
		return new Posterior(dense("mean", h), dense("log_variance", h));
	}

	/** Encodes N x S x S x 3 pixels in 0-1, means alone. */
	Operand<TFloat32> encodeMean(Operand<TFloat32> x) {
		return dense("mean", trunk(x, Optional.empty(), Padding.BEFORE));
	}

	/**
	 * Encodes N x S x S x 3 pixels in 0-1, means alone, told whose they are (N x subjects) if the encoder asks for it; there
	 * is no way back for a gradient.
	 */
	Operand<TFloat32> use(Operand<TFloat32> x, Optional<Operand<TFloat32>> subjects) {
		return dense("mean", trunk(x, subjects, Padding.WITHIN));
	}

	/** Scores N x S x S x 3 pixels in 0-1: N logits, above 0 for what looks real. */
	Operand<TFloat32> score(Operand<TFloat32> x) {
		return tf.reshape(dense("score", trunk(x, Optional.empty(), Padding.BEFORE)), tf.constant(new int[] { -1 }));
	}

	/** Decodes N x latent values (identity, expression) to N x S x S x 3 pixels in 0-1. */
	Operand<TFloat32> decode(Operand<TFloat32> z) {
		Operand<TInt32> images = tf.shape.head(tf.shape(z));
		Operand<TFloat32> h = tf.reshape(activate(dense("fc", z)),
			tf.constant(new int[] { -1, Networks.BASE, Networks.BASE, network.layers().get(0).outputs() / (Networks.BASE
				* Networks.BASE) }));
		for (Layer layer : network.layers()) {
			switch (layer.kind()) {
				case DENSE, EMBEDDING -> {}
				case TRANSPOSED_CONVOLUTION -> h = activate(transposed(layer, h, images));
				case CONVOLUTION -> {
					h = convolution(layer, h, Padding.BEFORE);
					h = layer.outputs() == 3 ? tf.math.sigmoid(h) : activate(h);
				}
			}
		}
		return h;
	}

	private Operand<TFloat32> trunk(Operand<TFloat32> x, Optional<Operand<TFloat32>> subjects, Padding padding) {
		Operand<TFloat32> h = x;
		Optional<Operand<TFloat32>> bias = Optional.empty();
		for (Layer layer : network.layers()) {
			if (layer.kind() == Layer.Kind.EMBEDDING) bias = Optional.of(embedding(layer, subjects.orElseThrow()));
			if (layer.kind() != Layer.Kind.CONVOLUTION) continue;
			h = convolution(layer, h, padding);
			if (bias.isPresent()) h = tf.math.add(h, bias.get());
			bias = Optional.empty();
			h = activate(h);
		}
		return tf.math.mean(h, tf.constant(new int[] { 1, 2 }));
	}

	/** A bias per image and channel: N x 1 x 1 x C. */
	private Operand<TFloat32> embedding(Layer layer, Operand<TFloat32> subjects) {
		return tf.reshape(tf.linalg.matMul(subjects, weights.get(layer.name()).weights().value()), tf.constant(new int[] {
			-1, 1, 1, layer.outputs() }));
	}

	private Operand<TFloat32> convolution(Layer layer, Operand<TFloat32> x, Padding padding) {
		return tf.nn.biasAdd(convolved(layer, x, padding), weights.get(layer.name()).biasValue());
	}

	private Operand<TFloat32> convolved(Layer layer, Operand<TFloat32> x, Padding padding) {
		Operand<TFloat32> kernel = weights.get(layer.name()).weights().value();
		List<Long> strides = List.of(1L, (long) layer.stride(), (long) layer.stride(), 1L);
		if (layer.stride() == 1) return tf.nn.conv2d(x, kernel, strides, "SAME");
		// SAME pads a stride of 2 on one side only
		return switch (padding) {
			case BEFORE -> tf.nn.conv2d(tf.pad(x, tf.constant(new int[][] { { 0, 0 }, { 1, 1 }, { 1, 1 }, { 0, 0 } }), tf.constant(
				0f)), kernel, strides, "VALID");
			case WITHIN -> tf.nn.conv2d(x, kernel, strides, "EXPLICIT", Conv2d.explicitPaddings(List.of(0L, 0L, 1L, 1L, 1L, 1L,
				0L, 0L)));
		};
	}

	private Operand<TFloat32> transposed(Layer layer, Operand<TFloat32> x, Operand<TInt32> images) {
		Weights w = weights.get(layer.name());
		long stride = layer.stride();
		int size = layer.size();
		Operand<TInt32> shape = tf.concat(List.of(images, tf.constant(new int[] { size, size, layer.outputs() })), tf
			.constant(0));
		return tf.nn.biasAdd(tf.nn.conv2dBackpropInput(shape, w.weights().value(), x, List.of(1L, stride, stride, 1L),
			"SAME"), w.biasValue());
	}

	private Operand<TFloat32> dense(String name, Operand<TFloat32> x) {
		Weights w = weights.get(name);
		return tf.nn.biasAdd(tf.linalg.matMul(x, w.weights().value()), w.biasValue());
	}

	private Operand<TFloat32> activate(Operand<TFloat32> x) {
		return switch (activation) {
			case RELU -> tf.nn.relu(x);
			case LEAKY_RELU -> tf.nn.leakyRelu(x, org.tensorflow.op.nn.LeakyRelu.alpha(0.2f));
			case ELU -> tf.nn.elu(x);
		};
	}
}
