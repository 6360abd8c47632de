package io.github.hyojo.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What all this was measured on. */
final class Machine {

	private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

	private Machine() {}

	/**
	 * @return processor, cores, system and Java in one line, and how busy the machine has been for the last minute:
	 *         figures from a busy one say little
	 * @throws IOException if the system does not tell its processor after all
	 */
	static String text() throws IOException {
		return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name")
			+ " " + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version") + load();
	}

	private static String load() {
		double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
		return load < 0 ? "" : String.format(Locale.ROOT, ", load %.1f before", load);
	}

	private static String processor() throws IOException {
		if (!Files.exists(PROCESSORS)) return "unknown processor";
		try (Stream<String> lines = Files.lines(PROCESSORS)) {
			return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1)
				.trim()).findFirst().orElse("unknown processor");
		}
	}
}
