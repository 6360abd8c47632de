package io.github.hyojo.training;

/**
 * The faces of one step, as indices into the training faces.
 *
 * @param faces the input images
 * @param partners for each, another image of its subject; empty where the stage needs none
 * @param donors for each, the place in this batch of an image of another subject; empty where the stage needs none
 */
record Batch(int[] faces, int[] partners, int[] donors) {}
