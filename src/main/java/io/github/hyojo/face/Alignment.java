package io.github.hyojo.face;

/** How an import aligns faces. */
public enum Alignment {

	/** Not at all: the same part of each picture is kept. */
	OFF,
	/** By the eyes that are found in the picture. */
	DETECT,
	/** By the landmarks that the dataset brings. */
	LANDMARKS
}
