package io.github.hyojo.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import io.github.hyojo.model.graph.GraphVariables.Variable;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) in a graph. Every variable has one pair of moments for all stages; they are
 * forgotten when a stage begins.
 */
final class AdamGraph {

	private static final float BETA1 = 0.9f;
	private static final float BETA2 = 0.999f;
	private static final float EPSILON = 1e-8f;

	/** How the names of the moments begin. */
	private static final String FIRST = "adam/first/";
	private static final String SECOND = "adam/second/";

	private final Ops tf;
	private final GraphVariables variables;
	private final Variable power1;
	private final Variable power2;

	AdamGraph(Ops tf, GraphVariables variables) {
		this.tf = tf;
		this.variables = variables;
		power1 = variables.constant("adam/beta1_power", Shape.scalar(), BETA1);
		power2 = variables.constant("adam/beta2_power", Shape.scalar(), BETA2);
	}

	/** One update of some variables, after all their gradients are known; {@link #advance} ends the step. */
	List<Op> update(Map<Variable, Operand<TFloat32>> gradients, Operand<TFloat32> rate) {
		List<Op> known = new ArrayList<>();
		gradients.values().forEach(gradient -> known.add(tf.identity(gradient)));
		Ops then = tf.withControlDependencies(known);
		// TensorFlow adds epsilon before the bias correction; scaled like this, it is added after it, as in the paper.
		Operand<TFloat32> epsilon = tf.math.mul(tf.constant(EPSILON), tf.math.sqrt(tf.math.sub(tf.constant(1f), power2
			.value())));
		List<Op> updates = new ArrayList<>();
		gradients.forEach((variable, gradient) -> {
			Variable first = variables.constant(FIRST + variable.name(), variable.shape(), 0);
			Variable second = variables.constant(SECOND + variable.name(), variable.shape(), 0);
			updates.add(then.train.resourceApplyAdam(variable.handle(), first.handle(), second.handle(), power1.value(), power2
				.value(), rate, tf.constant(BETA1), tf.constant(BETA2), epsilon, gradient));
		});
		return updates;
	}

	/** Counts the step, after its updates. */
	List<Op> advance(List<Op> updates) {
		Ops then = tf.withControlDependencies(updates);
		return List.of(then.assignVariableOp(power1.handle(), then.math.mul(power1.value(), tf.constant(BETA1))), then
			.assignVariableOp(power2.handle(), then.math.mul(power2.value(), tf.constant(BETA2))));
	}

	/** Forgets all moments that there are by now: the next step is a first one. */
	List<Op> reset() {
		List<Op> resets = new ArrayList<>();
		resets.add(tf.assignVariableOp(power1.handle(), tf.constant(BETA1)));
		resets.add(tf.assignVariableOp(power2.handle(), tf.constant(BETA2)));
		variables.all().stream().filter(v -> v.name().startsWith(FIRST) || v.name().startsWith(SECOND)).forEach(
			moment -> resets.add(tf.assignVariableOp(moment.handle(), tf.zeros(tf.constant(moment.shape().asArray()),
				TFloat32.class))));
		return resets;
	}
}
