package io.github.hyojo.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The nine expression classes, and the names by which datasets call them. */
public enum Expression {

	/** No expression. */
	NEUTRAL("neutrality"),
	/** Calm. */
	CALM("calmness"),
	/** Happy. */
	HAPPY("happiness", "joy", "smile"),
	/** Sad. */
	SAD("sadness"),
	/** Angry. */
	ANGRY("anger"),
	/** Fearful. */
	FEARFUL("fear", "afraid"),
	/** Disgust. */
	DISGUST("disgusted"),
	/** Surprise. */
	SURPRISE("surprised"),
	/** Contempt. */
	CONTEMPT("contemptuous");

	private final List<String> aliases;

	Expression(String... aliases) {
		this.aliases = List.of(aliases);
	}

	/** @return the common name: neutral, calm, happy, sad, angry, fearful, disgust, surprise or contempt */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @param name what a dataset calls a class, in any case
	 * @return the class; empty if the name is that of none
	 */
	public static Optional<Expression> of(String name) {
		String key = name.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter(e -> e.label().equals(key) || e.aliases.contains(key)).findFirst();
	}

	/**
	 * Gives a class its common name, so that datasets that call it differently fit together.
	 *
	 * @param name what a dataset calls the class, in any case; may be null
	 * @return the common name ({@code anger} becomes {@code angry}); a name that is none of the nine is kept, without
	 *         blanks around it; null if there is no name
	 */
	public static String commonName(String name) {
		if (name == null || name.isBlank()) return null;
		return of(name).map(Expression::label).orElse(name.strip());
	}

	/**
	 * @param labels classes of faces
	 * @return the classes among them, each once: the nine common ones in their order, then others in natural order (S2
	 *         before S10)
	 */
	public static List<String> inOrder(List<String> labels) {
		List<String> common = Arrays.stream(values()).map(Expression::label).toList();
		Comparator<String> commonFirst = Comparator.comparingInt(label -> Math.floorMod(common.indexOf(label), 1 << 16));
		return labels.stream().distinct().sorted(commonFirst.thenComparing(NaturalOrder.INSTANCE)).toList();
	}
}
