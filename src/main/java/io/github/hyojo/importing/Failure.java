package io.github.hyojo.importing;

/**
 * A frame that gave no face.
 *
 * @param shot its position among the frames that were to be taken of its sequence
 * @param reason why, a sentence
 */
record Failure(int shot, String reason) {}
