package io.github.hyojo.face;

import io.github.hyojo.HyojoException;
import io.github.hyojo.isolation.Isolated;

/** What looks at faces with OpenCV, whose classes are loaded apart from those of other plugins. */
public interface FaceVision {

	/**
	 * @return the one of this process
	 * @throws HyojoException if its jars are missing or damaged, or another Hyojo in this process has them
	 */
	static FaceVision get() {
		return Isolated.service(FaceVision.class);
	}

	/**
	 * @return a finder of faces, see {@link FaceFinder#open}
	 * @throws HyojoException if OpenCV's library is missing or does not load
	 */
	FaceFinder finder();

	/**
	 * @param size edge length of the faces in pixels
	 * @return what steadies them, see {@link Steadying#of}
	 * @throws HyojoException if OpenCV's library is missing or does not load
	 */
	Steadying steadying(int size);
}
