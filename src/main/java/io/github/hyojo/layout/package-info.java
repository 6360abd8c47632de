/**
 * How datasets lay out images, films and labels in folders. A new way is one new {@link io.github.hyojo.layout.FaceLayout},
 * which says what a {@link io.github.hyojo.layout.Sequence} there is; nothing here decodes an image or a film.
 */
package io.github.hyojo.layout;
