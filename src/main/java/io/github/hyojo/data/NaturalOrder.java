package io.github.hyojo.data;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts names as people do: runs of digits by their value, so that {@code frame2} comes before {@code frame10}. */
public final class NaturalOrder implements Comparator<String> {

	/** The only one. */
	public static final NaturalOrder INSTANCE = new NaturalOrder();

	private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

	private NaturalOrder() {}

	@Override
	public int compare(String a, String b) {
		Matcher partsOfA = PART.matcher(a), partsOfB = PART.matcher(b);
		while (true) {
			boolean moreOfA = partsOfA.find(), moreOfB = partsOfB.find();
			if (!moreOfA || !moreOfB) {
				// "1" and "01" have equal parts, but are two names
				return moreOfA == moreOfB ? a.compareTo(b) : Boolean.compare(moreOfA, moreOfB);
			}
			int order = compareParts(partsOfA.group(), partsOfB.group());
			if (order != 0) return order;
		}
	}

	private static int compareParts(String a, String b) {
		if (isNumber(a) && isNumber(b)) return new BigInteger(a).compareTo(new BigInteger(b));
		int order = a.compareToIgnoreCase(b);
		return order != 0 ? order : a.compareTo(b);
	}

	private static boolean isNumber(String part) {
		return part.charAt(0) >= '0' && part.charAt(0) <= '9';
	}
}
