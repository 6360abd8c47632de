package io.github.hyojo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

import io.github.hyojo.model.GraphVariables.Variable;

/** The graph of a finished model: both encoders and the decoder, with what a user calls. */
class ModelGraph implements AutoCloseable {

	final Graph graph = new Graph();
	final Ops tf = Ops.create(graph);
	final GraphVariables variables = new GraphVariables(tf);
	final ModelSettings settings;
	final NetworkGraph identity;
	final NetworkGraph expression;
	final NetworkGraph decoder;
	/** N x S x S x 3 pixels in 0-255. */
	final Operand<TUint8> image;
	/** The same in 0-1. */
	final Operand<TFloat32> x;
	private final List<Signature> signatures = new ArrayList<>();

	ModelGraph(ModelSettings settings) {
		this.settings = settings;
		int size = settings.size();
		identity = network(Network.encoder("identity", size));
		expression = network(Network.encoder("expression", size));
		decoder = network(Network.decoder(size));
		image = images("image");
		x = unit(image);
		Operand<TFloat32> zi = identity.encodeMean(x);
		Operand<TFloat32> ze = expression.encodeMean(x);
		add("encode", Map.of("image", image), Map.of("identity", zi, "expression", ze));
		add("encode_identity", Map.of("image", image), Map.of("identity", zi));
		add("encode_expression", Map.of("image", image), Map.of("expression", ze));
		Operand<TFloat32> i = features("identity_features");
		Operand<TFloat32> e = features("expression_features");
		Operand<TFloat32> decoded = decoder.decode(latent(i, e));
		add("decode", Map.of("identity", i, "expression", e), Map.of("image", tf.dtypes.cast(tf.math.rint(tf.math.mul(
			decoded, tf.constant(255f))), TUint8.class)));
	}

	NetworkGraph network(Network network) {
		return new NetworkGraph(tf, variables, network, settings.activation());
	}

	Operand<TUint8> images(String name) {
		return tf.withName(name).placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, settings.size(), settings.size(),
			3)));
	}

	/** Pixels of 0-255 in 0-1. */
	Operand<TFloat32> unit(Operand<TUint8> pixels) {
		return tf.math.mul(tf.dtypes.cast(pixels, TFloat32.class), tf.constant(1 / 255f));
	}

	private Operand<TFloat32> features(String name) {
		return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, Network.LATENT)));
	}

	/** N x 128: the identity half before the expression half. */
	Operand<TFloat32> latent(Operand<TFloat32> zi, Operand<TFloat32> ze) {
		return tf.concat(List.of(zi, ze), tf.constant(1));
	}

	void add(String name, Map<String, Operand<?>> inputs, Map<String, Operand<?>> outputs) {
		signatures.add(new Signature(name, inputs, outputs));
	}

	List<Signature> signatures() {
		return signatures;
	}

	/** @return the variables of what a finished model holds: both encoders and the decoder */
	List<Variable> modelVariables() {
		List<Variable> all = new ArrayList<>(identity.variables());
		all.addAll(expression.variables());
		all.addAll(decoder.variables());
		return all;
	}

	@Override
	public void close() {
		graph.close();
	}
}
