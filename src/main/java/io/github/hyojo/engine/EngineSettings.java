package io.github.hyojo.engine;

import io.github.hyojo.HyojoException;

/**
 * How TensorFlow uses the machine. Nothing here but the precision changes what is computed.
 *
 * @param device where it computes
 * @param threads processor threads; 0 for one per core. A process keeps those of the first who starts TensorFlow.
 * @param growth whether it takes memory of a GPU as it needs it; otherwise nearly all of it at once. A process keeps to
 *          what the first wanted who started TensorFlow.
 * @param library the native library: a folder that holds it, or a {@code tensorflow-core-native} jar of this platform;
 *          empty to find or fetch one. A process loads one library, that of the first who needs it.
 * @param stepsPerCall training steps that TensorFlow takes in one call, on faces that it keeps; with 1 it is given the
 *          faces of each step; 0 for 8 on a GPU and 1 on the CPU
 * @param precision of the CPU's multiplications
 */
public record EngineSettings(ComputeDevice device, int threads, boolean growth, String library, int stepsPerCall,
	Precision precision)
{

	/** Graphs of more steps per call take long to load. */
	public static final int MOST_STEPS = 64;

	/** A GPU if there is one, all cores. */
	public static final EngineSettings DEFAULT = new EngineSettings(ComputeDevice.AUTO, 0);

	/** On a GPU; the graph grows with them. */
	private static final int STEPS_ON_GPU = 8;

	/** @throws HyojoException if there is no device, or a number is out of its range */
	public EngineSettings {
		if (device == null) throw new HyojoException("The engine needs a device: choose AUTO, CPU or GPU.");
		if (precision == null) throw new HyojoException("The engine needs a precision: choose FLOAT32 or BFLOAT16.");
		if (threads < 0) {
			throw new HyojoException("The number of threads is " + threads + ": give 0 for all cores, or a positive number.");
		}
		if (stepsPerCall < 0 || stepsPerCall > MOST_STEPS) {
			throw new HyojoException("The training steps per call are " + stepsPerCall + ": give 0 for what suits the device, or "
				+ "1 to " + MOST_STEPS + ".");
		}
	}

	/**
	 * @param device where it computes
	 * @param threads processor threads; 0 for one per core
	 * @throws HyojoException if there is no device or the number of threads is negative
	 */
	public EngineSettings(ComputeDevice device, int threads) {
		this(device, threads, true, "", 0, Precision.FLOAT32);
	}

	/**
	 * @param other where it computes; AUTO leaves it as it is
	 * @return these settings with another device
	 */
	public EngineSettings withDevice(ComputeDevice other) {
		return other == ComputeDevice.AUTO ? this : new EngineSettings(other, threads, growth, library,
			stepsPerCall, precision);
	}

	/**
	 * @param gpu whether training is on a GPU
	 * @return steps of a call
	 */
	public int stepsPerCall(boolean gpu) {
		return stepsPerCall > 0 ? stepsPerCall : gpu ? STEPS_ON_GPU : 1;
	}

	/**
	 * @param steps training steps per call; 0 for what suits the device
	 * @return these settings with others
	 * @throws HyojoException if the number is out of its range
	 */
	public EngineSettings withStepsPerCall(int steps) {
		return new EngineSettings(device, threads, growth, library, steps, precision);
	}

	/**
	 * @param other precision of the CPU's multiplications
	 * @return these settings with another precision
	 */
	public EngineSettings withPrecision(Precision other) {
		return new EngineSettings(device, threads, growth, library, stepsPerCall, other);
	}
}
