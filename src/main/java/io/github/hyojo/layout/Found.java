package io.github.hyojo.layout;

import java.util.List;

/**
 * What a source is found to hold.
 *
 * @param sequences in the order of subjects and sequences; empty if there is nothing to import
 * @param problems what is left out, and why
 */
public record Found(List<Sequence> sequences, List<Problem> problems) {}
