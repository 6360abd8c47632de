package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What all this was measured on. */
final class Machine {

	private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

	private Machine() {}

	/**
	 * @return processor, cores, system and Java in one line
	 * @throws IOException if the system does not tell its processor after all
	 */
	static String text() throws IOException {
		return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name")
			+ " " + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version");
	}

	private static String processor() throws IOException {
		if (!Files.exists(PROCESSORS)) return "unknown processor";
		try (Stream<String> lines = Files.lines(PROCESSORS)) {
			return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1)
				.trim()).findFirst().orElse("unknown processor");
		}
	}
}
