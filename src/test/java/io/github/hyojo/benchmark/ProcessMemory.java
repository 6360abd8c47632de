package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** What this process holds in memory, as Linux tells. */
final class ProcessMemory {

	private static final Path STATUS = Path.of("/proc/self/status");

	private ProcessMemory() {}

	/** @return megabytes in memory now, native ones included; empty where the system does not tell */
	static OptionalDouble now() throws IOException {
		return megabytes("VmRSS");
	}

	/** @return the most there ever were */
	static OptionalDouble peak() throws IOException {
		return megabytes("VmHWM");
	}

	/** @return megabytes that Java has taken for its heap now, full or not */
	static double heap() {
		return Runtime.getRuntime().totalMemory() / 1e6;
	}

	private static OptionalDouble megabytes(String key) throws IOException {
		if (!Files.exists(STATUS)) return OptionalDouble.empty();
		return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(key)).mapToDouble(line -> Double.parseDouble(
			line.replaceAll("\\D", "")) * 1024 / 1e6).findFirst();
	}
}
