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

	/** A face that moves by more of its eyes' distance, or grows or shrinks by more, from one frame to the next, jumps. */
	private static final double JUMP = 0.6, GROWTH = 1.3;

	private final Deque<TrackedFrame<T>> waiting = new ArrayDeque<>();
	/** Of the last frames, also of those that are given back already. */
	private final Deque<Known> known = new ArrayDeque<>();
	private int tracks;

	/** A face as it was found, and in which uninterrupted part of the sequence. */
	private record Known(int index, FoundFace face, int track) {}

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
		face.ifPresent(found -> know(index, found));
		List<TrackedFrame<T>> settled = new ArrayList<>();
		while (!waiting.isEmpty() && isSettled(waiting.getFirst(), index)) settled.add(settle(waiting.remove()));
		forget();
		return settled;
	}

	/** @return the frames that were still held, in order; the track is then as new */
	public List<TrackedFrame<T>> finish() {
		List<TrackedFrame<T>> settled = new ArrayList<>();
		while (!waiting.isEmpty()) settled.add(settle(waiting.remove()));
		known.clear();
		return settled;
	}

	private void know(int index, FoundFace face) {
		boolean goesOn = !known.isEmpty() && index - known.getLast().index() <= LONGEST_GAP + 1 &&
			!jumps(known.getLast().face().eyes(), face.eyes());
		known.add(new Known(index, face, goesOn ? tracks : ++tracks));
	}

	private static boolean jumps(Eyes before, Eyes after) {
		double moved = Math.hypot(after.middleX() - before.middleX(), after.middleY() - before.middleY());
		double growth = after.distance() / before.distance();
		return moved > JUMP * Math.min(before.distance(), after.distance()) || growth > GROWTH || growth < 1 / GROWTH;
	}

	/** @return whether later frames than the last one cannot change what becomes of a frame */
	private boolean isSettled(TrackedFrame<T> frame, int last) {
		if (frame.face().isPresent()) return last >= frame.index() + RADIUS;
		Known before = before(frame.index());
		return before == null || last - before.index() > LONGEST_GAP || after(frame.index()) != null;
	}

	private TrackedFrame<T> settle(TrackedFrame<T> frame) {
		Optional<FoundFace> face = frame.face().isPresent() ? Optional.of(steadied(frame)) : filledIn(frame.index());
		return new TrackedFrame<>(frame.index(), frame.frame(), face);
	}

	private FoundFace steadied(TrackedFrame<T> frame) {
		FoundFace face = frame.face().get();
		int track = known.stream().filter(other -> other.index() == frame.index()).findFirst().get().track();
		Line line = new Line();
		for (Known other : known) {
			int apart = other.index() - frame.index();
			if (other.track() != track || Math.abs(apart) > RADIUS) continue;
			line.add(apart, other.face().eyes(), (RADIUS + 1 - Math.abs(apart)) * trust(other.face().evidence()));
		}
		return new FoundFace(line.atZero(), face.box(), face.evidence());
	}

	private Optional<FoundFace> filledIn(int index) {
		Known before = before(index), after = after(index);
		if (before == null || after == null || before.track() != after.track()) return Optional.empty();
		Line line = new Line();
		line.add(before.index() - index, before.face().eyes(), 1);
		line.add(after.index() - index, after.face().eyes(), 1);
		return Optional.of(new FoundFace(line.atZero(), before.face().box(), Evidence.NEIGHBORS));
	}

	private Known before(int index) {
		Known nearest = null;
		for (Known face : known) if (face.index() < index) nearest = face;
		return nearest;
	}

	private Known after(int index) {
		return known.stream().filter(face -> face.index() > index).findFirst().orElse(null);
	}

	private static double trust(Evidence evidence) {
		return switch (evidence) {
			case LANDMARKS, BOTH_EYES -> 1;
			case ONE_EYE -> 0.5;
			case FACE, NEIGHBORS -> 0.25;
		};
	}

	/** Drops what no frame can ask for any more. */
	private void forget() {
		int first = waiting.isEmpty() ? known.isEmpty() ? 0 : known.getLast().index() : waiting.getFirst().index();
		while (known.size() > 1 && known.getFirst().index() < first - RADIUS - LONGEST_GAP) known.remove();
	}

	/** A weighted straight line through eyes over time. */
	private static final class Line {

		private double weights, times, squares;
		private final double[] sums = new double[4];
		private final double[] products = new double[4];

		void add(double time, Eyes eyes, double weight) {
			double[] places = { eyes.leftX(), eyes.leftY(), eyes.rightX(), eyes.rightY() };
			weights += weight;
			times += weight * time;
			squares += weight * time * time;
			for (int i = 0; i < 4; i++) {
				sums[i] += weight * places[i];
				products[i] += weight * time * places[i];
			}
		}

		Eyes atZero() {
			double spread = weights * squares - times * times;
			double[] places = new double[4];
			for (int i = 0; i < 4; i++) {
				places[i] = spread == 0 ? sums[i] / weights : (squares * sums[i] - times * products[i]) / spread;
			}
			return new Eyes(places[0], places[1], places[2], places[3]);
		}
	}
}
