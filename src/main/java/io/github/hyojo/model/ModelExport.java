package io.github.hyojo.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.isolation.Isolated;

/** Writes graphs as SavedModels that the engine loads. */
public final class ModelExport {

	/** Where a SavedModel keeps its variables: the folder and the beginning of the files' names. */
	public static final String VARIABLES = "variables/variables";
	/** The file with the graph of a SavedModel. */
	public static final String GRAPH = "saved_model.pb";

	private ModelExport() {}

	/**
	 * Writes a model that can be trained: a signature for a step of each stage, and freshly initialised variables.
	 *
	 * @param settings the networks and losses
	 * @param subjects number of training subjects
	 * @param start the values its weights start with
	 * @param trained a model that can be trained, of the same networks: what its encoders and decoder have learnt is taken
	 *          over; empty to learn from the start
	 * @param folder an existing folder
	 * @param progress hears of TensorFlow's unpacking, the first time, and can cancel
	 * @throws CancellationException if the progress is canceled
	 * @throws HyojoException if TensorFlow cannot be started
	 * @throws IOException if a file cannot be written
	 */
	public static void training(ModelSettings settings, int subjects, Initialization start, Optional<Path> trained,
		Path folder, Progress progress) throws IOException
	{
		Isolated.service(GraphWriter.class).training(settings, subjects, start, trained, folder, progress);
	}

	/**
	 * Writes the graph of a model that can be trained and has the signatures of {@link ResidentTraining}, too, without its
	 * variables: those of {@link #training} fit.
	 *
	 * @param settings the networks and losses
	 * @param subjects number of training subjects
	 * @param steps of a call
	 * @param folder an existing folder
	 * @throws IOException if a file cannot be written
	 */
	public static void resident(ModelSettings settings, int subjects, int steps, Path folder) throws IOException {
		Isolated.service(GraphWriter.class).resident(settings, subjects, steps, folder);
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
		Isolated.service(GraphWriter.class).model(settings, subjects, folder);
	}
}
