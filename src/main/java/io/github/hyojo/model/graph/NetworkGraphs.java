package io.github.hyojo.model.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Network;
import io.github.hyojo.model.graph.GraphVariables.Variable;

/** A model's encoders and its decoder in a graph, with the weights that they have at some time. */
final class NetworkGraphs {

	private final Ops tf;
	private final GraphVariables variables;
	private final ModelSettings settings;
	private final Map<String, NetworkGraph> networks = new LinkedHashMap<>();

	/**
	 * @param tf the graph
	 * @param variables of the graph, as they are at that time
	 * @param settings the networks
	 * @param subjects number of training subjects
	 */
	NetworkGraphs(Ops tf, GraphVariables variables, ModelSettings settings, int subjects) {
		this.tf = tf;
		this.variables = variables;
		this.settings = settings;
		for (Network network : settings.method().architecture().networks(settings.networks(), subjects)) {
			networks.put(network.name(), graph(network));
		}
	}

	private NetworkGraph graph(Network network) {
		return new NetworkGraph(tf, variables, network, settings.activation());
	}

	/** Only an architecture of two encoders has it. */
	NetworkGraph identity() {
		return networks.get("identity");
	}

	NetworkGraph expression() {
		return networks.get("expression");
	}

	NetworkGraph decoder() {
		return networks.get("decoder");
	}

	/** Adds a discriminator, which only training needs. */
	NetworkGraph discriminator() {
		return graph(settings.networks().discriminator());
	}

	/**
	 * @param zi N x I identity features, if the model has such
	 * @param ze N x E expression features
	 * @return N x S x S x 3 pixels in 0-1
	 */
	Operand<TFloat32> decode(Optional<Operand<TFloat32>> zi, Operand<TFloat32> ze) {
		return decoder().decode(zi.isPresent() ? tf.concat(List.of(zi.get(), ze), tf.constant(1)) : ze);
	}

	/** Pixels of 0-255 in 0-1. */
	Operand<TFloat32> unit(Operand<TUint8> pixels) {
		return tf.math.mul(tf.dtypes.cast(pixels, TFloat32.class), tf.constant(1 / 255f));
	}

	/** @return of the encoders and the decoder */
	List<Variable> variables() {
		return networks.values().stream().flatMap(network -> network.variables().stream()).toList();
	}
}
