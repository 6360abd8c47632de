/**
 * Pictures and films, decoded: {@link io.github.hyojo.picture.ImageFile} reads image files,
 * {@link io.github.hyojo.picture.Film} the frames of a film one after the other, both as
 * {@link io.github.hyojo.picture.Picture}s.
 */
package io.github.hyojo.picture;
