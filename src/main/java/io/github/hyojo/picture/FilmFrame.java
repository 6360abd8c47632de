package io.github.hyojo.picture;

/**
 * A frame of a film.
 *
 * @param index how many frames come before it, in the order in which they are shown
 * @param time when it is shown, in s after the first frame
 * @param picture the upright picture
 */
public record FilmFrame(int index, double time, Picture picture) {}
