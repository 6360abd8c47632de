package io.github.hyojo.picture;

/**
 * What a film is, found by reading all of it once without decoding it.
 *
 * @param width width of the upright frames in square pixels
 * @param height height of the upright frames in square pixels
 * @param framesPerSecond frames divided by duration: the mean where the rate varies
 * @param frames how many frames the file holds, greater than 0; of a film that is cut off, those that are left
 * @param duration from the first frame to the end of the last one, in s
 */
public record FilmInfo(int width, int height, double framesPerSecond, int frames, double duration) {}
