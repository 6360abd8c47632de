package io.github.hyojo.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.model.GraphVariables.Saver;
import io.github.hyojo.model.GraphVariables.Variable;

/** Writes graphs as SavedModels that the engine loads. */
public final class ModelExport {

	/** Where a SavedModel keeps its variables: the folder and the beginning of the files' names. */
	public static final String VARIABLES = "variables/variables";
	/** The file with the graph of a SavedModel. */
	public static final String GRAPH = "saved_model.pb";

	private ModelExport() {}

	/**
	 * Writes a model that can be trained: {@link TrainingGraph}'s signatures and freshly initialised variables.
	 *
	 * @param settings the networks and losses
	 * @param subjects number of training subjects
	 * @param start the values its weights start with
	 * @param folder an existing folder
	 * @param progress hears of TensorFlow's unpacking, the first time, and can cancel
	 * @throws CancellationException if the progress is canceled
	 * @throws IOException if a file cannot be written
	 */
	public static void training(ModelSettings settings, int subjects, Initialization start, Path folder,
		Progress progress) throws IOException
	{
		TensorFlowEngine.start(progress);
		try (TrainingGraph graph = new TrainingGraph(settings, subjects)) {
			Saver saver = graph.variables.saver("variables", graph.variables.all());
			writeGraph(graph, saver, folder);
			Path variables = folder.resolve(VARIABLES);
			Files.createDirectories(variables.getParent());
			writeVariables(graph.variables.all(), start, variables, progress);
		}
	}

	/**
	 * Writes the graph of a finished model, without its variables: those a model in training writes there.
	 *
	 * @param settings the networks
	 * @param subjects number of training subjects
	 * @param folder an existing folder
	 * @throws IOException if a file cannot be written
	 */
	public static void model(ModelSettings settings, int subjects, Path folder) throws IOException {
		try (ModelGraph graph = new ModelGraph(settings, subjects)) {
			Saver saver = graph.variables.saver("variables", graph.modelVariables());
			writeGraph(graph, saver, folder);
			Files.createDirectories(folder.resolve(VARIABLES).getParent());
		}
	}

	private static void writeGraph(ModelGraph graph, Saver saver, Path folder) throws IOException {
		MetaGraphDef.Builder meta = MetaGraphDef.newBuilder().setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags(
			"serve")).setGraphDef(graph.graph.toGraphDef()).setSaverDef(SaverDef.newBuilder().setFilenameTensorName(saver.path()
				.op().name() + ":0").setSaveTensorName(saver.path().op().name() + ":0").setRestoreOpName(saver.restore().op()
					.name()).setVersion(SaverDef.CheckpointFormatVersion.V2));
		for (Signature signature : graph.signatures()) {
			meta.putSignatureDef(signature.name(), signature.definition());
		}
		byte[] bytes = SavedModel.newBuilder().setSavedModelSchemaVersion(1).addMetaGraphs(meta).build().toByteArray();
		Files.write(folder.resolve(GRAPH), bytes);
	}

	/** A graph of its own writes the first values, so that the exported one need not know them. */
	private static void writeVariables(List<Variable> variables, Initialization start, Path prefix,
		Progress progress) throws IOException
	{
		try (Graph graph = new Graph(); Session session = new Session(graph)) {
			Ops tf = Ops.create(graph);
			Operand<TString> path = tf.constant(prefix.toString());
			String[] names = variables.stream().map(Variable::name).toArray(String[]::new);
			String[] whole = new String[names.length];
			Arrays.fill(whole, "");
			List<Operand<?>> values = new ArrayList<>();
			for (Variable variable : variables) {
				values.add(tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape())));
			}
			var save = tf.train.save(path, tf.constant(NdArrays.vectorOfObjects(names)), tf.constant(NdArrays.vectorOfObjects(
				whole)), values);
			List<TFloat32> tensors = new ArrayList<>();
			try {
				Session.Runner runner = session.runner().addTarget(save);
				for (int i = 0; i < names.length; i++) {
					progress.checkCanceled();
					TFloat32 tensor = TFloat32.tensorOf(variables.get(i).shape(), DataBuffers.of(values(variables.get(i), start)));
					tensors.add(tensor);
					runner.feed(values.get(i), tensor);
				}
				runner.run();
			}
			catch (TensorFlowException e) {
				throw new IOException(e.getMessage().lines().findFirst().orElse("TensorFlow failed"), e);
			}
			finally {
				tensors.forEach(TFloat32::close);
			}
		}
	}

	private static float[] values(Variable variable, Initialization start) {
		int size = Math.toIntExact(variable.shape().size());
		if (variable.fanIn() > 0) return start.weights(variable.name(), size, variable.fanIn());
		float[] values = new float[size];
		Arrays.fill(values, variable.start());
		return values;
	}
}
