package io.github.hyojo.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.hyojo.Progress;

/**
 * What builds TensorFlow's graphs, with classes that are loaded apart from those of other plugins; {@link ModelExport}
 * uses it.
 */
public interface GraphWriter {

	/**
	 * Writes a model that can be trained, see {@link ModelExport#training}.
	 *
	 * @param settings the networks and losses
	 * @param subjects number of training subjects
	 * @param start the values its weights start with
	 * @param trained a model whose weights are taken over; empty to learn from the start
	 * @param folder an existing folder
	 * @param progress hears of TensorFlow's unpacking, the first time, and can cancel
	 * @throws IOException if a file cannot be written
	 */
	void training(ModelSettings settings, int subjects, Initialization start, Optional<Path> trained, Path folder,
		Progress progress) throws IOException;

	/**
	 * Writes the graph of a training on resident faces, see {@link ModelExport#resident}.
	 *
	 * @param settings the networks and losses
	 * @param subjects number of training subjects
	 * @param steps of a call
	 * @param folder an existing folder
	 * @throws IOException if a file cannot be written
	 */
	void resident(ModelSettings settings, int subjects, int steps, Path folder) throws IOException;

	/**
	 * Writes the graph of a finished model, see {@link ModelExport#model}.
	 *
	 * @param settings the networks
	 * @param subjects number of training subjects
	 * @param folder an existing folder
	 * @throws IOException if a file cannot be written
	 */
	void model(ModelSettings settings, int subjects, Path folder) throws IOException;
}
