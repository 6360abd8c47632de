package io.github.hyojo.model;

import java.util.Random;

/** The values that weights start with. Biases start at 0. */
@FunctionalInterface
public interface Initialization {

	/**
	 * @param name the variable, for example {@code identity/conv1_1/weights}
	 * @param size how many values
	 * @param fanIn inputs of one output value
	 * @return its first values
	 */
	float[] weights(String name, int size, int fanIn);

	/**
	 * He's method (He et al. 2015): normal numbers of variance 2 / inputs. The same on every machine.
	 *
	 * @param seed of the run
	 * @return values that depend on the seed and the variable's name alone
	 */
	static Initialization he(long seed) {
		return (name, size, fanIn) -> {
			Random random = new Random(seed * 31 + name.hashCode());
			float[] values = new float[size];
			double deviation = Math.sqrt(2.0 / fanIn);
			for (int i = 0; i < size; i++) {
				values[i] = (float) (deviation * random.nextGaussian());
			}
			return values;
		};
	}
}
