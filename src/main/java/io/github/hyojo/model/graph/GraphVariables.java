package io.github.hyojo.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.op.train.Restore;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/** The variables of a graph under construction, in the order of their creation. */
final class GraphVariables {

	/**
	 * A variable of the graph.
	 *
	 * @param name name in checkpoints, for example {@code identity/conv1_1/weights}
	 * @param shape its shape
	 * @param fanIn inputs of one output value for a weight that starts by He's method; 0 for a value that starts constant
	 * @param start the constant it starts with
	 * @param handle the resource
	 * @param value what it holds when a step begins
	 */
	record Variable(String name, Shape shape, int fanIn, float start, Operand<? extends TType> handle,
		Operand<TFloat32> value) {}

	/** Operations that write variables to files and read them back, and the input that names the files. */
	record Saver(Operand<TString> path, Op save, Op restore) {}

	private final Ops tf;
	private final List<Variable> variables = new ArrayList<>();

	GraphVariables(Ops tf) {
		this.tf = tf;
	}

	Variable weights(String name, Shape shape, int fanIn) {
		return add(name, shape, fanIn, 0);
	}

	Variable constant(String name, Shape shape, float start) {
		return add(name, shape, 0, start);
	}

	List<Variable> all() {
		return Collections.unmodifiableList(variables);
	}

	private Variable add(String name, Shape shape, int fanIn, float start) {
		String node = name.replace('/', '.');
		VarHandleOp handle = tf.withName(node).varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name));
		Operand<TFloat32> value = tf.withName(node + ".value").readVariableOp(handle, TFloat32.class);
		Variable variable = new Variable(name, shape, fanIn, start, handle, value);
		variables.add(variable);
		return variable;
	}

	/**
	 * Adds what saves and restores some of the variables.
	 *
	 * @param prefix of the names of the operations
	 * @param saved the variables
	 */
	Saver saver(String prefix, List<Variable> saved) {
		Operand<TString> path = tf.withName(prefix + ".path").placeholder(TString.class, Placeholder.shape(Shape.scalar()));
		Operand<TString> names = strings(saved.stream().map(Variable::name).toArray(String[]::new));
		String[] whole = new String[saved.size()];
		Arrays.fill(whole, "");
		List<Operand<?>> values = new ArrayList<>();
		List<Class<? extends TType>> types = new ArrayList<>();
		for (Variable variable : saved) {
			values.add(variable.value());
			types.add(TFloat32.class);
		}
		Op save = tf.train.save(path, names, strings(whole), values);
		Restore restore = tf.train.restore(path, names, strings(whole), types);
		List<Op> assignments = new ArrayList<>();
		for (int i = 0; i < saved.size(); i++) {
			assignments.add(tf.assignVariableOp(saved.get(i).handle(), restore.tensors().get(i)));
		}
		Op restored = tf.withName(prefix + ".restore").withControlDependencies(assignments).noOp();
		return new Saver(path, save, restored);
	}

	private Operand<TString> strings(String[] values) {
		return tf.constant(NdArrays.vectorOfObjects(values));
	}
}
