package io.github.hyojo.imagej;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.hyojo.HyojoException;

/**
 * Which slices of a stack are meant, as people write it: {@code 1,5,10-20}, in this order; nothing means all.
 *
 * @param text what was written
 */
public record SliceSelection(String text) {

	/** All slices. */
	public static final SliceSelection ALL = new SliceSelection("");

	private static final Pattern PART = Pattern.compile("\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");

	/**
	 * @param slice a slice, from 1
	 * @return it alone
	 */
	public static SliceSelection single(int slice) {
		return new SliceSelection(Integer.toString(slice));
	}

	/**
	 * @param title of the stack, for the message
	 * @param count how many slices it has
	 * @return the selected ones, counted from 0
	 * @throws HyojoException if the text is no such list, or names a slice that is not there
	 */
	int[] indices(String title, int count) {
		if (text.isBlank()) return IntStream.range(0, count).toArray();
		IntStream all = IntStream.empty();
		for (String part : text.split(",", -1)) {
			Matcher range = PART.matcher(part);
			if (!range.matches()) {
				throw new HyojoException("The slices \"" + text + "\" are not understood: write them as 1,5,10-20.");
			}
			int first = Integer.parseInt(range.group(1));
			int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
			if (first < 1 || last < first || last > count) {
				throw new HyojoException("The image \"" + title + "\" has no slices " + part.strip() + ": give 1 to " + count
					+ ".");
			}
			all = IntStream.concat(all, IntStream.rangeClosed(first - 1, last - 1));
		}
		return all.toArray();
	}
}
