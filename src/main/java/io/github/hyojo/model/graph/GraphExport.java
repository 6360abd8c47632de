package io.github.hyojo.model.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SaverDef;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.model.GraphWriter;
import io.github.hyojo.model.Initialization;
import io.github.hyojo.model.ModelExport;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.graph.GraphVariables.Saver;

/** Writes graphs as SavedModels. */
public final class GraphExport implements GraphWriter {

	@Override
	public void training(ModelSettings settings, int subjects, Initialization start, Optional<Path> trained,
		Path folder, Progress progress) throws IOException
	{
		TensorFlowEngine.start(progress);
		try (TrainingGraph graph = new TrainingGraph(settings, subjects)) {
			Saver saver = graph.variables.saver("variables", graph.variables.all());
			writeGraph(graph, saver, folder);
			Path variables = folder.resolve(ModelExport.VARIABLES);
			Files.createDirectories(variables.getParent());
			FirstVariables first = new FirstVariables(graph.variables.all(), start);
			trained.ifPresent(model -> first.takeOver(graph.networks.variables(), model.resolve(ModelExport.VARIABLES)));
			first.write(variables, progress);
		}
	}

	@Override
	public void resident(ModelSettings settings, int subjects, int steps, Path folder) throws IOException {
		try (ResidentGraph graph = new ResidentGraph(settings, subjects, steps)) {
			writeGraph(graph, graph.variables.saver("variables", graph.variables.all()), folder);
		}
	}

	@Override
	public void model(ModelSettings settings, int subjects, Path folder) throws IOException {
		try (ModelGraph graph = new ModelGraph(settings, subjects)) {
			Saver saver = graph.variables.saver("variables", graph.networks.variables());
			writeGraph(graph, saver, folder);
			Files.createDirectories(folder.resolve(ModelExport.VARIABLES).getParent());
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
		Files.write(folder.resolve(ModelExport.GRAPH), bytes);
	}
}
