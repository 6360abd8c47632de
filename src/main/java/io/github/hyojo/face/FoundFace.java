package io.github.hyojo.face;

/**
 * A face in a picture.
 *
 * @param eyes where its eyes are
 * @param box a rectangle around the face
 * @param evidence what the place of the eyes was concluded from
 */
public record FoundFace(Eyes eyes, FaceBox box, Evidence evidence) {}
