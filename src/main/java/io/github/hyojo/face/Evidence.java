package io.github.hyojo.face;

/** What the place of the eyes was concluded from, the most trustworthy first. */
public enum Evidence {

	/** Landmarks that came with the picture. */
	LANDMARKS,
	/** Both eyes were detected. */
	BOTH_EYES,
	/** One eye was detected; the other one is where it has to be in such a face. */
	ONE_EYE,
	/** Only the face was detected; the eyes are where they mostly are. */
	FACE,
	/** Nothing was detected in the frame; its neighbours tell. */
	NEIGHBORS
}
