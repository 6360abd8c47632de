package io.github.hyojo.face;

/**
 * The upright rectangle around a face in a picture, in pixels; it may reach beyond the picture.
 *
 * @param left left edge
 * @param top upper edge
 * @param width width, greater than 0
 * @param height height, greater than 0
 */
public record FaceBox(double left, double top, double width, double height) {}
