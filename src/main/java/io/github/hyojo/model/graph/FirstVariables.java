package io.github.hyojo.model.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;

import io.github.hyojo.Progress;
import io.github.hyojo.model.Initialization;
import io.github.hyojo.model.graph.GraphVariables.Variable;

/** The values with which the variables of a model begin: fresh ones, or those that another model has learnt. */
final class FirstVariables {

	private final List<Variable> variables;
	private final Initialization start;
	/** Where the values of some variables are saved, by name. */
	private final Map<String, Path> saved = new HashMap<>();

	/**
	 * @param variables of the model
	 * @param start the values that its weights begin with
	 */
	FirstVariables(List<Variable> variables, Initialization start) {
		this.variables = variables;
		this.start = start;
	}

	/** Lets some variables begin with what is saved under their names in the files of a prefix. */
	void takeOver(List<Variable> learnt, Path prefix) {
		learnt.forEach(variable -> saved.put(variable.name(), prefix));
	}

	/** Writes all variables into files of a prefix. A graph of its own does, so that the model's need not know them. */
	void write(Path prefix, Progress progress) throws IOException {
		try (Graph graph = new Graph(); Session session = new Session(graph)) {
			Ops tf = Ops.create(graph);
			String[] names = variables.stream().map(Variable::name).toArray(String[]::new);
			String[] whole = new String[names.length];
			Arrays.fill(whole, "");
			List<Operand<?>> values = new ArrayList<>();
			Session.Runner runner = session.runner();
			List<TFloat32> tensors = new ArrayList<>();
			try {
				for (Variable variable : variables) {
					progress.checkCanceled();
					if (saved.containsKey(variable.name())) {
						values.add(restored(tf, variable));
						continue;
					}
					Operand<TFloat32> fed = tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape()));
					values.add(fed);
					tensors.add(TFloat32.tensorOf(variable.shape(), DataBuffers.of(fresh(variable))));
					runner.feed(fed, tensors.get(tensors.size() - 1));
				}
				runner.addTarget(tf.train.save(tf.constant(prefix.toString()), strings(tf, names), strings(tf, whole), values))
					.run();
			}
			catch (TensorFlowException e) {
				throw new IOException(e.getMessage().lines().findFirst().orElse("TensorFlow failed"), e);
			}
			finally {
				tensors.forEach(TFloat32::close);
			}
		}
	}

	private Operand<?> restored(Ops tf, Variable variable) {
		return tf.train.restore(tf.constant(saved.get(variable.name()).toString()), strings(tf, variable.name()), strings(tf,
			""), List.of(TFloat32.class)).tensors().get(0);
	}

	private static Operand<TString> strings(Ops tf, String... values) {
		return tf.constant(NdArrays.vectorOfObjects(values));
	}

	private float[] fresh(Variable variable) {
		int size = Math.toIntExact(variable.shape().size());
		if (variable.fanIn() > 0) return start.weights(variable.name(), size, variable.fanIn());
		float[] values = new float[size];
		Arrays.fill(values, variable.start());
		return values;
	}
}
