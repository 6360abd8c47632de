package io.github.hyojo.engine;

/** How exactly the CPU multiplies. A GPU of NVIDIA's Ampere or later multiplies with TensorFloat-32 in any case. */
public enum Precision {
	/** 32-bit floating point. */
	FLOAT32,
	/**
	 * Brain floating point with 16 bits where TensorFlow holds that to be safe, sums and weights in 32 bits. Faster on
	 * processors that have instructions for it (AVX512_BF16, AMX); others go on with 32 bits.
	 */
	BFLOAT16
}
