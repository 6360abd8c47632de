package io.github.hyojo.evaluation;

/**
 * What a measure found in a part of a dataset.
 *
 * @param measure what was measured, with its unit where it has one; see METHODS.md
 * @param part where
 * @param mean the value, or the mean of its trials
 * @param standardDeviation of the trials, with one less than their number as divisor; null if there are none
 * @param chance what guessing would give, in the same unit; null if the measure has no such level
 */
public record MeasuredValue(String measure, Part part, double mean, Double standardDeviation, Double chance) {}
