package io.github.hyojo.layout;

/**
 * Something in a source that is left out.
 *
 * @param file the file or folder, relative to the source
 * @param reason why it is left out, a sentence
 */
public record Problem(String file, String reason) {}
