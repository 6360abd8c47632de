package io.github.hyojo.imagej;

import java.util.Optional;

import ij.Macro;

/**
 * The options of a macro's {@code run("Command", "key=value other=[value with blanks]")}, read by the rules of Fiji's
 * legacy layer, which are those of {@link Macro#getValue}: the key is the input's name in lower case (a key with
 * capitals in the macro is ignored), a value with blanks stands in brackets, a value whose closing bracket is missing
 * does not count, a bare key without {@code =value} neither.
 */
final class MacroOptions {

	private final String options;

	/** @param options the second argument of {@code run}; null if there is none */
	MacroOptions(String options) {
		this.options = options == null ? "" : options;
	}

	/** @return the options that ImageJ holds for the command that the current thread runs */
	static MacroOptions current() {
		return new MacroOptions(Macro.getOptions());
	}

	/** @return whether there are none at all */
	boolean isEmpty() {
		return options.isBlank();
	}

	/**
	 * @param name an input's name
	 * @return its value, if the macro gives one
	 */
	Optional<String> get(String name) {
		return Optional.ofNullable(Macro.getValue(options, name, null));
	}
}
