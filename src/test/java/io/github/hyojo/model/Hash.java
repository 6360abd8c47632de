package io.github.hyojo.model;

/** Numbers that depend on a name and a position alone, the same as in golden.py. */
final class Hash {

	private Hash() {}

	/** Numbers in [0, 1). */
	static double[] uniform(String name, int size) {
		int seed = fnv(name);
		double[] values = new double[size];
		for (int i = 0; i < size; i++) {
			int h = (i + 1) * 0x9e3779b1 + seed;
			for (int round = 0; round < 2; round++) {
				h ^= h >>> 16;
				h *= 0x45d9f3b;
			}
			h ^= h >>> 16;
			values[i] = Integer.toUnsignedLong(h) / 4294967296.0;
		}
		return values;
	}

	private static int fnv(String text) {
		int h = 0x811c9dc5;
		for (char c : text.toCharArray()) {
			h = (h ^ c) * 16777619;
		}
		return h;
	}

	/** Uniform weights with the variance of He's initialisation. */
	static final Initialization WEIGHTS = (name, size, fanIn) -> {
		double[] uniform = uniform(name, size);
		float[] weights = new float[size];
		for (int i = 0; i < size; i++) {
			weights[i] = (float) ((uniform[i] - .5) * Math.sqrt(24.0 / fanIn));
		}
		return weights;
	};
}
