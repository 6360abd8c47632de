package io.github.hyojo.face;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Steadies the eyes of the frames of one sequence. Frames go in one by one; each comes out again a few frames later,
 * when those after it are known. No more than the frames of a window are held at any time.
 * <p>
 * The eyes of a frame become a weighted straight line through those within {@link #RADIUS} frames around it. A frame
 * without a face gets its eyes from the frames around it if a face was found both before and after, at most
 * {@link #LONGEST_GAP} frames apart; otherwise it stays without. Where the face jumps (a cut, another face), a new track
 * begins: nothing is steadied or filled in across.
 *
 * @param <T> what stands for a frame, for example its picture
 */
public final class EyeTrack<T> {

	/** How many frames before and after one have a say in its eyes. */
	public static final int RADIUS = 2;
	/** How many frames without a face in a row are filled in. */
	public static final int LONGEST_GAP = 4;

	private final Deque<TrackedFrame<T>> waiting = new ArrayDeque<>();

	/**
	 * Takes the next frame.
	 *
	 * @param index number of the frame, greater than that of the frame before; numbers may be left out
	 * @param frame what stands for it, given back with its result
	 * @param face what was found in it; empty if nothing
	 * @return the frames that are settled now, in order; often one, sometimes none or several
	 * @throws IllegalArgumentException if the index is not greater than the one before
	 */
	public List<TrackedFrame<T>> add(int index, T frame, Optional<FoundFace> face) {
		if (!waiting.isEmpty() && waiting.getLast().index() >= index) {
			throw new IllegalArgumentException("Frame " + index + " after frame " + waiting.getLast().index());
		}
		waiting.add(new TrackedFrame<>(index, frame, face));
		List<TrackedFrame<T>> settled = new ArrayList<>();
		while (waiting.size() > RADIUS) settled.add(waiting.remove());
		return settled;
	}

	/** @return the frames that were still held, in order; the track is then as new */
	public List<TrackedFrame<T>> finish() {
		List<TrackedFrame<T>> settled = new ArrayList<>(waiting);
		waiting.clear();
		return settled;
	}
}
