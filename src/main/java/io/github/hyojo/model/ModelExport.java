package io.github.hyojo.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SaverDef;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.model.GraphVariables.Saver;

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
	 * @param trained a model that can be trained, of the same networks: what its encoders and decoder have learnt is taken
	 *          over; empty to learn from the start
	 * @param folder an existing folder
	 * @param progress hears of TensorFlow's unpacking, the first time, and can cancel
	 * @throws CancellationException if the progress is canceled
	 * @throws IOException if a file cannot be written
	 */
	public static void training(ModelSettings settings, int subjects, Initialization start, Optional<Path> trained,
		Path folder, Progress progress) throws IOException
	{
		TensorFlowEngine.start(progress);
		try (TrainingGraph graph = new TrainingGraph(settings, subjects)) {
			Saver saver = graph.variables.saver("variables", graph.variables.all());
			writeGraph(graph, saver, folder);
			Path variables = folder.resolve(VARIABLES);
			Files.createDirectories(variables.getParent());
			FirstVariables first = new FirstVariables(graph.variables.all(), start);
			trained.ifPresent(model -> first.takeOver(graph.modelVariables(), model.resolve(VARIABLES)));
			first.write(variables, progress);
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
}
