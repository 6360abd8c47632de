package io.github.hyojo.layout;

import java.util.List;
import java.util.stream.IntStream;

/** In which frames of a sequence its labelled expression shows. */
public enum Showing {

	/** In all of them, as each is an image of that expression. */
	WHOLE("all frames"),
	/** In the middle, as it comes and goes. */
	MIDDLE("the middle part"),
	/** At the end: it begins neutral and ends at the apex, so that the first frame is a neutral one. */
	END("the last third, and the first frame as neutral");

	private final String text;

	Showing(String text) {
		this.text = text;
	}

	/** @return which frames these are, in words */
	public String text() {
		return text;
	}

	/** @return whether the first frame of a longer sequence shows no expression */
	public boolean beginsNeutral() {
		return this == END;
	}

	/**
	 * Of the middle, those frames count whose own middle lies in it. There is always at least one.
	 *
	 * @param count number of frames, 1 or more
	 * @param middle how much of a sequence its middle is, over 0 to 1
	 * @return positions of the frames in which the expression shows, without the first one if that is neutral
	 */
	public List<Integer> positions(int count, double middle) {
		int first = switch (this) {
			case WHOLE -> 0;
			case MIDDLE -> Math.min((count - 1) / 2, (int) Math.ceil((1 - middle) / 2 * count - 0.5));
			case END -> count - Math.max(1, Math.round(count / 3f));
		};
		int last = this == MIDDLE ? Math.max(first, count - 1 - first) : count - 1;
		return IntStream.rangeClosed(first, last).boxed().toList();
	}
}
