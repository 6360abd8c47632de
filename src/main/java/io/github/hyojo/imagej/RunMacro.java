package io.github.hyojo.imagej;

import java.awt.HeadlessException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.IJ;
import ij.Macro;
import ij.Menus;
import ij.macro.Interpreter;

/**
 * Runs an ImageJ macro without a display, in this process, by ImageJ's own interpreter:
 * {@code java ... io.github.hyojo.imagej.RunMacro macros/Quickstart.ijm [argument]}. It knows the commands of all
 * {@code plugins.config} on the class path and those that ImageJ itself lists in {@code IJ_Props.txt}, which are all
 * but the few that ImageJ adds to its menus in code.
 */
public final class RunMacro {

	/** A line of a menu description: {@code ... "Label[shortcut]",class("argument")}. */
	private static final Pattern ENTRY = Pattern
		.compile("\"([^\"\\[]+)(?:\\[[^\"]*])?\"\\s*,\\s*([\\w.$]+(?:\\(\".*\"\\))?)");

	private RunMacro() {}

	/**
	 * Runs a macro and ends the process: 0 if it ran to its end, 1 if it failed, with why on standard error.
	 *
	 * @param args the macro file and, optionally, what its {@code getArgument()} returns
	 */
	public static void main(String[] args) {
		System.setProperty("java.awt.headless", "true");
		if (args.length < 1 || args.length > 2) {
			System.err.println("Give a macro file and, if you like, one argument for it.");
			System.exit(2);
		}
		Optional<String> failure = run(Path.of(args[0]), args.length > 1 ? args[1] : "");
		failure.ifPresent(System.err::println);
		// Threads of engines and services may live on; the macro has ended.
		System.exit(failure.isPresent() ? 1 : 0);
	}

	/**
	 * @param file the macro
	 * @param argument what {@code getArgument()} returns
	 * @return nothing if the macro ran to its end, otherwise one sentence on why not
	 */
	public static Optional<String> run(Path file, String argument) {
		try {
			return run(Files.readString(file), argument);
		} catch (IOException e) {
			return Optional.of("The macro " + file + " cannot be read.");
		}
	}

	/**
	 * @param macro the macro's text
	 * @param argument what {@code getArgument()} returns
	 * @return nothing if the macro ran to its end, otherwise one sentence on why not
	 */
	public static Optional<String> run(String macro, String argument) {
		addCommands();
		Thread thread = Thread.currentThread();
		String name = thread.getName();
		// By its beginning ImageJ knows a thread that has options, by its end one that errors of macro functions end.
		thread.setName("Run$_Macro$");
		HeadlessInterpreter interpreter = new HeadlessInterpreter();
		try {
			interpreter.run(macro, argument);
			return interpreter.failure();
		} catch (RuntimeException e) {
			return Optional.of(interpreter.failure().orElseGet(() -> reason(interpreter, e)));
		} finally {
			// A macro that is called leaves batch mode on; one that is not, as this empty one, turns it off.
			new Interpreter().run("");
			thread.setName(name);
		}
	}

	/** ImageJ reports its errors in a dialog, which throws where there is no display, or as a message, then cancels. */
	private static String reason(Interpreter interpreter, RuntimeException e) {
		String error = interpreter.getErrorMessage();
		if (error != null) return error + " in line " + interpreter.getLineNumber();
		String message = IJ.getErrorMessage();
		if (message != null) return message + " in line " + interpreter.getLineNumber();
		return Macro.MACRO_CANCELED.equals(e.getMessage()) ? "The macro ended by exit()." : e.toString();
	}

	@SuppressWarnings("unchecked")
	private static void addCommands() {
		if (Menus.getCommands() == null) {
			try {
				// Running anything makes ImageJ set up its menus; without a display it gets as far as an empty table.
				IJ.run("");
			} catch (HeadlessException expected) {
				// It is the table that is wanted.
			}
		}
		Map<String, String> commands = Menus.getCommands();
		addCommands(commands, "IJ_Props.txt");
		addCommands(commands, "plugins.config");
	}

	private static void addCommands(Map<String, String> commands, String resource) {
		try {
			for (URL url : Collections.list(RunMacro.class.getClassLoader().getResources(resource)))
				try (BufferedReader lines = reader(url.openStream())) {
					lines.lines().filter(line -> !line.startsWith("#")).map(ENTRY::matcher).filter(Matcher::find)
						.forEach(entry -> commands.putIfAbsent(entry.group(1), entry.group(2)));
				}
		} catch (IOException e) {
			throw new IllegalStateException(resource + " cannot be read", e);
		}
	}

	private static BufferedReader reader(InputStream stream) {
		return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
	}

	/** Keeps the sentence of a failing command, for which ImageJ would open a dialog. */
	private static final class HeadlessInterpreter extends Interpreter {

		private String failure;

		private Optional<String> failure() {
			return Optional.ofNullable(failure);
		}

		@Override
		public void abort(String message) {
			failure = message == null ? "Macro canceled." : message;
			super.abort((String) null);
		}
	}
}
