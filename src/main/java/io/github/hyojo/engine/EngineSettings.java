package io.github.hyojo.engine;

import io.github.hyojo.HyojoException;

/**
 * How TensorFlow uses the machine. Nothing here changes what is computed.
 *
 * @param device where it computes
 * @param threads processor threads; 0 for one per core. A process keeps those of the first who starts TensorFlow.
 * @param growth whether it takes memory of a GPU as it needs it; otherwise nearly all of it at once
 * @param library the native library: a folder that holds it, or a {@code tensorflow-core-native} jar of this platform;
 *          empty to find or fetch one. A process loads one library, that of the first who needs it.
 */
public record EngineSettings(ComputeDevice device, int threads, boolean growth, String library) {

	/** A GPU if there is one, all cores. */
	public static final EngineSettings DEFAULT = new EngineSettings(ComputeDevice.AUTO, 0);

	/** @throws HyojoException if there is no device or the number of threads is negative */
	public EngineSettings {
		if (device == null) throw new HyojoException("The engine needs a device: choose AUTO, CPU or GPU.");
		if (threads < 0) {
			throw new HyojoException("The number of threads is " + threads + ": give 0 for all cores, or a positive number.");
		}
	}

	/**
	 * @param device where it computes
	 * @param threads processor threads; 0 for one per core
	 * @throws HyojoException if there is no device or the number of threads is negative
	 */
	public EngineSettings(ComputeDevice device, int threads) {
		this(device, threads, true, "");
	}

	/**
	 * @param other where it computes; AUTO leaves it as it is
	 * @return these settings with another device
	 */
	public EngineSettings withDevice(ComputeDevice other) {
		return other == ComputeDevice.AUTO ? this : new EngineSettings(other, threads, growth, library);
	}
}
