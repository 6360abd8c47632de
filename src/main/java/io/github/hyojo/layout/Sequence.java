package io.github.hyojo.layout;

import java.util.List;

/**
 * One recording of a subject: images in the order of time, or a film.
 *
 * @param subject whose face it shows; unique within the source
 * @param name names the sequence, unique within the subject; empty for images that lie with the subject itself
 * @param film whether the frames are those of a film, the same file for all of them
 * @param frames at least one; of a film either the one frame {@link Frame#EVERY} or those that a table names
 * @param showing in which part of it the labelled expression shows
 * @param note what to tell about it, one or more sentences; empty if there is nothing to tell
 */
public record Sequence(String subject, String name, boolean film, List<Frame> frames, Showing showing, String note) {

	/**
	 * @param subject see {@link #subject()}
	 * @param name see {@link #name()}
	 * @param file the film, relative to the source
	 * @param label what the source calls its expression; null if unknown
	 * @param note see {@link #note()}
	 * @return all frames of a film, which begins and ends without the expression
	 */
	static Sequence film(String subject, String name, String file, String label, String note) {
		return new Sequence(subject, name, true, List.of(new Frame(file, Frame.EVERY, label)), Showing.MIDDLE, note);
	}

	/** @return the image of its first frame, or the film; relative to the source */
	public String file() {
		return frames.get(0).file();
	}

	/** @return whether any frame has a label */
	public boolean labelled() {
		return frames.stream().anyMatch(frame -> frame.label() != null);
	}
}
