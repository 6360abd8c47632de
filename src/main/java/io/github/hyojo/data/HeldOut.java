package io.github.hyojo.data;

import io.github.hyojo.HyojoException;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The subjects that are held out for testing: either named or drawn, not both. The draw is repeatable everywhere: the
 * subjects whose SHA-256 of {@code seed + "/" + name} comes first are held out.
 *
 * @param subjects their names, sorted; empty to draw them
 * @param count how many are drawn of each source, 0 or greater
 * @param seed decides which are drawn
 */
public record HeldOut(List<String> subjects, int count, long seed) {

	/** No subject is held out. */
	public static final HeldOut NONE = new HeldOut(List.of(), 0, 1);

	/**
	 * Checks the values.
	 *
	 * @throws HyojoException if the number is negative, or subjects are both named and to be drawn
	 */
	public HeldOut {
		if (subjects == null) subjects = List.of();
		if (count < 0) throw new HyojoException("Cannot hold out " + count + " test subjects; use 0 or more.");
		subjects = List.copyOf(new TreeSet<>(subjects));
		if (count > 0 && !subjects.isEmpty()) {
			throw new HyojoException("Test subjects are both named and to be drawn;" +
				" give either their names or their number.");
		}
	}

	/**
	 * @param subjects see {@link #subjects()}
	 * @return these subjects, none of them drawn
	 */
	public static HeldOut named(Collection<String> subjects) {
		return new HeldOut(List.copyOf(subjects), 0, NONE.seed);
	}

	/**
	 * @param count see {@link #count()}
	 * @param seed see {@link #seed()}
	 * @return that many subjects of each source, drawn
	 */
	public static HeldOut drawn(int count, long seed) {
		return new HeldOut(List.of(), count, seed);
	}

	/**
	 * @param candidates the subjects of a source
	 * @return those that are held out: the named ones that are among them, or those drawn
	 * @throws HyojoException if the draw leaves no subject of the source for training
	 */
	public List<String> among(Collection<String> candidates) {
		if (!subjects.isEmpty()) return subjects.stream().filter(candidates::contains).toList();
		if (count > 0 && count >= candidates.size()) {
			throw new HyojoException("Holding out " + count + " of " + candidates.size() +
				" subjects leaves none for training; hold out fewer.");
		}
		Comparator<String> draw = Comparator.comparing(name -> Fingerprint.of(seed + "/" + name));
		return candidates.stream().sorted(draw).limit(count).toList();
	}
}
