package io.github.hyojo.engine;

import java.util.concurrent.CancellationException;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.util.Utils;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

/** DJL's TensorFlow engine, running. */
public final class TensorFlowEngine {

	static final String NAME = "TensorFlow";

	/** Of the process, which loads TensorFlow once and for all; that is why it is kept here and not in an object. */
	private static volatile EngineState state = EngineState.NOT_LOADED;

	private final Engine engine;

	private TensorFlowEngine(Engine engine) {
		this.engine = engine;
	}

	/** @return how far TensorFlow has come in this process */
	public static EngineState state() {
		return state;
	}

	/**
	 * Starts TensorFlow with any library, see {@link #start(EngineSettings, Progress)}.
	 *
	 * @param progress hears of fetching and unpacking the native library, the first time
	 * @return the engine
	 */
	public static TensorFlowEngine start(Progress progress) {
		return start(EngineSettings.DEFAULT, progress);
	}

	/**
	 * Starts TensorFlow, which takes a second, or the minutes of a download the first time; at once if it is running
	 * already.
	 *
	 * @param settings may name the native library
	 * @param progress hears of fetching and unpacking the native library, the first time
	 * @return the engine
	 * @throws HyojoException if TensorFlow's native library is missing or does not fit this machine
	 * @throws CancellationException if the progress is canceled
	 */
	public static synchronized TensorFlowEngine start(EngineSettings settings, Progress progress) {
		boolean ready = state.phase() == EngineState.Phase.READY;
		boolean given = Utils.getEnvOrSystemProperty(NativeLibrary.FOLDER) != null;
		if (!ready) state = EngineState.LOADING;
		try {
			NativeLibrary.prepare(settings, progress);
			TensorFlowEngine engine = new TensorFlowEngine(Engine.getEngine(NAME));
			state = EngineState.READY;
			return engine;
		}
		catch (EngineException | IllegalArgumentException | LinkageError e) {
			Throwable cause = e.getCause() == null ? e : e.getCause();
			String reason = "TensorFlow's native library cannot be loaded (" + cause.getMessage()
				+ "): check the network, or name a folder that holds version 2.16.1 in TENSORFLOW_LIBRARY_PATH.";
			state = EngineState.failed(reason);
			throw new HyojoException(reason, e);
		}
		catch (HyojoException e) {
			state = EngineState.failed(e.getMessage());
			throw e;
		}
		finally {
			if (state.phase() == EngineState.Phase.LOADING) state = EngineState.NOT_LOADED; // canceled
			// so that the next attempt may take another one
			if (state.phase() != EngineState.Phase.READY && !given) System.clearProperty(NativeLibrary.FOLDER);
		}
	}

	/** @return TensorFlow's version */
	public String version() {
		return engine.getVersion();
	}

	/** @return whether TensorFlow itself, not just the driver, can use a GPU */
	public boolean hasGpu() {
		return engine.hasCapability(StandardCapabilities.CUDA);
	}

	/**
	 * @param wanted where to compute
	 * @return whether that is a GPU
	 * @throws HyojoException if a GPU is wanted and TensorFlow can use none
	 */
	public boolean usesGpu(ComputeDevice wanted) {
		boolean gpu = wanted != ComputeDevice.CPU && hasGpu();
		if (wanted == ComputeDevice.GPU && !gpu) {
			throw new HyojoException("TensorFlow can use no GPU here: choose the device auto or CPU, or install CUDA 12 with "
				+ "cuDNN 8.9 and TensorFlow's GPU library.");
		}
		return gpu;
	}
}
