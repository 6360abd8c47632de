package io.github.hyojo.face;

import java.util.List;
import java.util.function.IntFunction;

import io.github.hyojo.HyojoException;

/**
 * Takes small movements of the head out of the faces of one subject: each is turned and moved, by fractions of a pixel,
 * until it lies on the mean of all. What then still differs within the subject is mostly the expression, which is what
 * the expression encoder shall learn. Used by one thread at a time.
 */
public interface Steadying {

	/** How many times {@link #motions} looks at each face. */
	int LOOKS = 4;

	/**
	 * @param size edge length of the faces in pixels
	 * @return what steadies them
	 * @throws HyojoException if OpenCV's library is missing or does not load
	 */
	static Steadying of(int size) {
		return FaceVision.get().steadying(size);
	}

	/**
	 * Finds the motion of each face. A face that is not like the others is left where it is.
	 *
	 * @param count number of the subject's faces
	 * @param faces gives each of them, size * size pixels, row by row, packed as ARGB; asked several times
	 * @param next called before each look at a face; may throw to stop the work
	 * @return the motions, in the same order
	 */
	List<Motion> motions(int count, IntFunction<int[]> faces, Runnable next);

	/**
	 * Moves a face. Beyond its edges these are repeated.
	 *
	 * @param face size * size pixels, row by row, packed as ARGB
	 * @param motion how
	 * @return as many opaque pixels
	 */
	int[] apply(int[] face, Motion motion);
}
