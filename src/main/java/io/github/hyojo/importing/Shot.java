package io.github.hyojo.importing;

import io.github.hyojo.data.Face;
import io.github.hyojo.layout.Frame;

/**
 * A frame that is to be taken.
 *
 * @param frame where it is
 * @param face what will be known about its face
 */
record Shot(Frame frame, Face face) {}
