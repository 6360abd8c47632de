/**
 * Finding faces in pictures, and cutting them out so that their eyes are always at the same place:
 * {@link io.github.hyojo.face.FaceFinder} or {@link io.github.hyojo.face.Landmarks} give the
 * {@link io.github.hyojo.face.Eyes}, {@link io.github.hyojo.face.EyeTrack} steadies them in a sequence, and
 * {@link io.github.hyojo.face.FaceAligner} cuts the face out by a {@link io.github.hyojo.face.Framing}.
 */
package io.github.hyojo.face;
