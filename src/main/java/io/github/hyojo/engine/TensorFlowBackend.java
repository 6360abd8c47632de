package io.github.hyojo.engine;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.isolation.Isolated;

/** What knows DJL's and TensorFlow's classes, which are loaded apart from those of other plugins. */
public interface TensorFlowBackend {

	/**
	 * @return the one of this process
	 * @throws HyojoException if its jars are missing or damaged, or another Hyojo in this process has them
	 */
	static TensorFlowBackend get() {
		return Isolated.service(TensorFlowBackend.class);
	}

	/**
	 * Starts TensorFlow; at once if it is running already.
	 *
	 * @param settings may name the native library
	 * @param progress hears of fetching and unpacking the native library, the first time
	 * @throws HyojoException if TensorFlow's native library is missing or does not fit this machine
	 * @throws CancellationException if the progress is canceled
	 */
	void start(EngineSettings settings, Progress progress);

	/** @return TensorFlow's version; it has to be running */
	String version();

	/** @return whether TensorFlow itself, not just the driver, can use a GPU; it has to be running */
	boolean hasGpu();

	/**
	 * Loads a model, starting TensorFlow if it is not running.
	 *
	 * @param folder holds {@code saved_model.pb} and {@code variables}
	 * @param settings how to use the machine
	 * @param progress hears of TensorFlow's unpacking, the first time
	 * @return the loaded model
	 * @throws HyojoException see {@link SavedModel#load}
	 */
	SavedModel load(Path folder, EngineSettings settings, Progress progress);

	/**
	 * @param settings may name a library
	 * @return whether TensorFlow's native library would have to be fetched from the network
	 * @throws HyojoException if there is none for this platform
	 */
	boolean needsDownload(EngineSettings settings);

	/** @return from where it would be fetched */
	String source();

	/** @return the folder that it is or was to be loaded from; empty as long as none is known */
	String library();

	/** @return the folder in which it is kept */
	Path cache();
}
