package io.github.hyojo.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that was run to its end.
 *
 * @param output its lines on standard output
 * @param seconds from its start to its end
 */
record Program(List<String> output, double seconds) {

	/** Plenty for Java's part of the work; the networks are in native memory. */
	static final String HEAP = "-Xmx1g";

	/** What Maven, which a peer may be built with, writes for terminals. */
	private static final String COLORS = "\u001b\\[[0-9;]*m";

	/**
	 * Runs a class of this class path in a fresh JVM.
	 *
	 * @param main has a {@code main}
	 * @param arguments of that
	 * @return what came of it
	 * @throws IOException if it cannot be started or fails
	 * @throws InterruptedException if this thread is interrupted
	 */
	static Program java(Class<?> main, Object... arguments) throws IOException, InterruptedException {
		return java(Map.of(), main, arguments);
	}

	/**
	 * Runs a class of this class path in a fresh JVM.
	 *
	 * @param environment variables in addition to this process's
	 * @param main has a {@code main}
	 * @param arguments of that
	 * @return what came of it
	 * @throws IOException if it cannot be started or fails
	 * @throws InterruptedException if this thread is interrupted
	 */
	static Program java(Map<String, String> environment, Class<?> main, Object... arguments) throws IOException,
		InterruptedException
	{
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add(HEAP);
		// DJL warns where the driver of a GPU is missing, which is no fault.
		command.add("-Dorg.slf4j.simpleLogger.log.ai.djl.util.cuda=error");
		command.add("-cp");
		command.add(System.getProperty("java.class.path"));
		command.add(main.getName());
		for (Object argument : arguments) {
			command.add(argument.toString());
		}
		return run(command, environment);
	}

	/**
	 * @param command a program and its arguments
	 * @param environment variables in addition to this process's
	 * @return what came of it
	 * @throws IOException if it cannot be started or fails; what it said on standard error is printed
	 * @throws InterruptedException if this thread is interrupted
	 */
	static Program run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
		File errors = File.createTempFile("benchmark", ".txt");
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
			builder.environment().putAll(environment);
			long start = System.nanoTime();
			Process process = builder.start();
			List<String> output;
			try (BufferedReader in = process.inputReader()) {
				output = in.lines().map(line -> line.replaceAll(COLORS, "")).toList();
			}
			finally {
				process.descendants().forEach(ProcessHandle::destroy);
				process.destroy();
			}
			int code = process.waitFor();
			double seconds = (System.nanoTime() - start) / 1e9;
			if (code != 0) throw new IOException(command + " failed with " + code + ":\n" + Files.readString(errors.toPath()));
			return new Program(output, seconds);
		}
		finally {
			Files.deleteIfExists(errors.toPath());
		}
	}

	/**
	 * @param key first word of a line
	 * @return the rest of that line; empty if there is no such line
	 */
	String value(String key) {
		return output.stream().filter(line -> line.startsWith(key + " ")).map(line -> line.substring(key.length() + 1))
			.findFirst().orElse("");
	}
}
