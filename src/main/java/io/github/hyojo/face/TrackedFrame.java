package io.github.hyojo.face;

import java.util.Optional;

/**
 * A frame that {@link EyeTrack} gives back.
 *
 * @param <T> what stands for the frame
 * @param index the frame's number
 * @param frame what stands for the frame
 * @param face its face, with steadied eyes; empty if none was found, and none near enough in time
 */
public record TrackedFrame<T>(int index, T frame, Optional<FoundFace> face) {}
