package io.github.hyojo.engine;

/** Where TensorFlow computes. */
public enum ComputeDevice {
	/** The GPU if TensorFlow can use one, else the CPU. */
	AUTO,
	/** The CPU, also where there is a GPU. */
	CPU,
	/** The GPU; an error where TensorFlow cannot use one. */
	GPU
}
