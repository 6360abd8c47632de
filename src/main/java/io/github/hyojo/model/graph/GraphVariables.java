package io.github.hyojo.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

/** The variables of a graph under construction, in the order of their creation, and what they hold at some time. */
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
	/** Where values are read. */
	private final Ops reading;
	/** Of the whole graph, as they are when a call begins. */
	private final Map<String, Variable> all;
	/** Those that were asked for here, as they are at this time. */
	private final Map<String, Variable> here;

	GraphVariables(Ops tf) {
		this.tf = tf;
		reading = tf;
		all = new LinkedHashMap<>();
		here = all;
	}

	private GraphVariables(GraphVariables others, Op done) {
		tf = others.tf;
		reading = tf.withControlDependencies(List.of(done));
		all = others.all;
		here = new LinkedHashMap<>();
	}

	/**
	 * @param done after which the variables are read
	 * @return the variables that there are now, with what they hold then
	 */
	GraphVariables after(Op done) {
		return new GraphVariables(this, done);
	}

	Variable weights(String name, Shape shape, int fanIn) {
		return here.computeIfAbsent(name, n -> variable(n, shape, fanIn, 0));
	}

	Variable constant(String name, Shape shape, float start) {
		return here.computeIfAbsent(name, n -> variable(n, shape, 0, start));
	}

	List<Variable> all() {
		return List.copyOf(all.values());
	}

	private Variable variable(String name, Shape shape, int fanIn, float start) {
		String node = name.replace('/', '.');
		Operand<? extends TType> handle = here == all ? tf.withName(node).varHandleOp(TFloat32.class, shape, VarHandleOp
			.sharedName(name)) : all.get(name).handle();
		Operand<TFloat32> value = reading.withName(node + ".value").readVariableOp(handle, TFloat32.class);
		return new Variable(name, shape, fanIn, start, handle, value);
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
