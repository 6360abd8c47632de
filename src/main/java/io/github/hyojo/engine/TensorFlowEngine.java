package io.github.hyojo.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

/** DJL's TensorFlow engine, running. */
public final class TensorFlowEngine {

	static final String NAME = "TensorFlow";

	private final Engine engine;

	private TensorFlowEngine(Engine engine) {
		this.engine = engine;
	}

	/**
	 * Starts TensorFlow, which takes a second; at once if it is running already.
	 *
	 * @param progress hears of the unpacking of the native library, the first time
	 * @return the engine
	 * @throws HyojoException if TensorFlow's native library is missing or does not fit this machine
	 */
	public static synchronized TensorFlowEngine start(Progress progress) {
		NativeLibrary.prepare(progress);
		try {
			return new TensorFlowEngine(Engine.getEngine(NAME));
		}
		catch (EngineException | IllegalArgumentException e) {
			Throwable cause = e.getCause() == null ? e : e.getCause();
			throw new HyojoException("TensorFlow's native library cannot be loaded (" + cause.getMessage()
				+ "): check the network, or name a folder that holds version 2.16.1 in TENSORFLOW_LIBRARY_PATH.", e);
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
