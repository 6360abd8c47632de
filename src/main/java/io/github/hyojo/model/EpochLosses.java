package io.github.hyojo.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an epoch came to.
 *
 * @param epoch which one
 * @param learningRate of its steps
 * @param losses mean over its steps of each term by name: {@code kl}, {@code reconstruction}, {@code loss} and, where the
 *          method has them, {@code discriminator}, {@code generator}, {@code switch}
 */
public record EpochLosses(Epoch epoch, double learningRate, Map<String, Double> losses) {

	/** Copies the map. */
	public EpochLosses {
		losses = new TreeMap<>(losses);
	}
}
