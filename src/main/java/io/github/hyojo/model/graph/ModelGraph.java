package io.github.hyojo.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

import io.github.hyojo.model.Architecture;
import io.github.hyojo.model.ModelSettings;

/** The graph of a finished model: its encoders and the decoder, with what a user calls. */
class ModelGraph implements AutoCloseable {

	final Graph graph = new Graph();
	final Ops tf = Ops.create(graph);
	final GraphVariables variables = new GraphVariables(tf);
	final ModelSettings settings;
	final Architecture architecture;
	final NetworkGraphs networks;
	/** N x I: who is shown, as a user tells the model; absent if there are no such features. */
	final Optional<Operand<TFloat32>> who;
	/** N x S x S x 3 pixels in 0-255. */
	final Operand<TUint8> image;
	/** The same in 0-1. */
	final Operand<TFloat32> x;
	private final List<Signature> signatures = new ArrayList<>();

	/**
	 * @param settings the networks
	 * @param subjects number of training subjects
	 */
	ModelGraph(ModelSettings settings, int subjects) {
		this.settings = settings;
		architecture = settings.method().architecture();
		networks = new NetworkGraphs(tf, variables, settings, subjects);
		image = images("image");
		x = networks.unit(image);
		int identityFeatures = architecture.identityFeatures(subjects);
		who = identityFeatures == 0 ? Optional.empty() : Optional.of(features("identity_features", identityFeatures));
		encoding();
		decoding();
	}

	private void encoding() {
		Map<String, Operand<?>> inputs = new TreeMap<>(Map.of("image", image));
		condition().ifPresent(subject -> inputs.put("identity", subject));
		Operand<TFloat32> ze = networks.expression().use(x, condition());
		add("encode_expression", inputs, Map.of("expression", ze));
		if (architecture != Architecture.TWO_ENCODERS) return;
		Operand<TFloat32> zi = networks.identity().use(x, Optional.empty());
		add("encode", inputs, Map.of("identity", zi, "expression", ze));
		add("encode_identity", inputs, Map.of("identity", zi));
	}

	private void decoding() {
		Operand<TFloat32> what = features("expression_features", architecture.expressionFeatures());
		Map<String, Operand<?>> inputs = new TreeMap<>(Map.of("expression", what));
		who.ifPresent(features -> inputs.put("identity", features));
		Operand<TFloat32> decoded = networks.decode(who, what);
		add("decode", inputs, Map.of("image", tf.dtypes.cast(tf.math.rint(tf.math.mul(decoded, tf.constant(255f))),
			TUint8.class)));
	}

	/** N x subjects: whose faces they are, if the encoder is told. */
	Optional<Operand<TFloat32>> condition() {
		return architecture == Architecture.CONDITIONAL ? who : Optional.empty();
	}

	Operand<TUint8> images(String name) {
		return tf.withName(name).placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, settings.size(), settings.size(),
			3)));
	}

	private Operand<TFloat32> features(String name, int width) {
		return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, width)));
	}

	void add(String name, Map<String, Operand<?>> inputs, Map<String, Operand<?>> outputs) {
		signatures.add(new Signature(name, inputs, outputs));
	}

	List<Signature> signatures() {
		return signatures;
	}

	@Override
	public void close() {
		graph.close();
	}
}
