package io.github.hyojo.face;

import java.util.Optional;

import io.github.hyojo.HyojoException;
import io.github.hyojo.picture.Picture;

/**
 * Finds the largest frontal face of a picture and its eyes, by the cascades that come with OpenCV. The same picture
 * always gives the same result. A finder is used by one thread at a time; several finders work side by side.
 */
public interface FaceFinder extends AutoCloseable {

	/**
	 * Loads the detectors, which takes some tenths of a second.
	 *
	 * @return the finder, to be closed
	 * @throws HyojoException if OpenCV's library is missing or does not load
	 */
	static FaceFinder open() {
		return FaceVision.get().finder();
	}

	/**
	 * Looks for a face. The head may lean by about 30 degrees.
	 *
	 * @param picture any picture in which faces are at least some 40 pixels wide
	 * @return the largest face; empty if there is none
	 */
	Optional<FoundFace> find(Picture picture);

	@Override
	void close();
}
