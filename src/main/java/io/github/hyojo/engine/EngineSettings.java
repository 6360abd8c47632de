package io.github.hyojo.engine;

import io.github.hyojo.HyojoException;

/**
 * How TensorFlow uses the machine. Nothing here changes what is computed.
 *
 * @param device where it computes
 * @param threads processor threads; 0 for one per core
 */
public record EngineSettings(ComputeDevice device, int threads) {

	/** A GPU if there is one, all cores. */
	public static final EngineSettings DEFAULT = new EngineSettings(ComputeDevice.AUTO, 0);

	/** @throws HyojoException if there is no device or the number of threads is negative */
	public EngineSettings {
		if (device == null) throw new HyojoException("The engine needs a device: choose AUTO, CPU or GPU.");
		if (threads < 0) {
			throw new HyojoException("The number of threads is " + threads + ": give 0 for all cores, or a positive number.");
		}
	}
}
