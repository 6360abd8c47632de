package io.github.hyojo.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

/**
 * A loaded SavedModel: one session whose variables all its signatures share, so that a signature which trains changes
 * what the others compute. Several threads may call signatures at a time, unless one of these writes variables.
 */
public interface SavedModel extends AutoCloseable {

	/**
	 * Loads a model, starting TensorFlow if it is not running.
	 *
	 * @param folder holds {@code saved_model.pb} and {@code variables}
	 * @param settings how to use the machine
	 * @param progress hears of TensorFlow's unpacking, the first time
	 * @return the loaded model
	 * @throws HyojoException if TensorFlow cannot be started, there is no GPU although one was asked for, or the folder
	 *           holds no whole SavedModel
	 */
	static SavedModel load(Path folder, EngineSettings settings, Progress progress) {
		return TensorFlowBackend.get().load(folder, settings, progress);
	}

	/** @return what the model computes on: CPU or GPU */
	String device();

	/**
	 * @param signature the key of a signature
	 * @return whether there is such a one
	 */
	boolean has(String signature);

	/**
	 * @return how many calls at a time pay: two, so that one computes while the other waits for its slowest thread or for
	 *         Java; one if there is a single processor thread for them
	 */
	int callsAtATime();

	/**
	 * Calls a signature.
	 *
	 * @param signature its key
	 * @param inputs all its inputs by key
	 * @return all its outputs by key
	 * @throws IllegalArgumentException if there is no such signature
	 * @throws IllegalStateException if the model is closed
	 * @throws RuntimeException if TensorFlow cannot compute it
	 */
	Map<String, Tensor> run(String signature, Map<String, Tensor> inputs);

	/**
	 * Calls a signature that writes variables to files.
	 *
	 * @param signature its key; its input is called {@code path}
	 * @param prefix the folder, which exists, and the beginning of the files' names
	 * @throws IOException if the files cannot be written
	 */
	void save(String signature, Path prefix) throws IOException;

	/** Waits for calls that are running. */
	@Override
	void close();
}
