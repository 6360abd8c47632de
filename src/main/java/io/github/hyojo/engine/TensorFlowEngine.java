package io.github.hyojo.engine;

import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

/** TensorFlow, running. */
public final class TensorFlowEngine {

	/** Of the process, which loads TensorFlow once and for all; that is why it is kept here and not in an object. */
	private static volatile EngineState state = EngineState.NOT_LOADED;

	private final TensorFlowBackend backend;

	private TensorFlowEngine(TensorFlowBackend backend) {
		this.backend = backend;
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
		if (state.phase() != EngineState.Phase.READY) state = EngineState.LOADING;
		try {
			TensorFlowBackend backend = TensorFlowBackend.get();
			backend.start(settings, progress);
			state = EngineState.READY;
			return new TensorFlowEngine(backend);
		}
		catch (HyojoException e) {
			state = EngineState.failed(e.getMessage());
			throw e;
		}
		finally {
			if (state.phase() == EngineState.Phase.LOADING) state = EngineState.NOT_LOADED; // canceled
		}
	}

	/** @return TensorFlow's version */
	public String version() {
		return backend.version();
	}

	/** @return whether TensorFlow itself, not just the driver, can use a GPU */
	public boolean hasGpu() {
		return backend.hasGpu();
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
