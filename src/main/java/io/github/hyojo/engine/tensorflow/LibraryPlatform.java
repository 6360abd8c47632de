package io.github.hyojo.engine.tensorflow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.hyojo.HyojoException;

/**
 * A platform that TensorFlow was built for.
 *
 * @param name in the names of jars and in them
 * @param djl DJL's name of it
 * @param files of the library in a jar, the first of which is Java's way in
 */
record LibraryPlatform(String name, String djl, List<String> files) {

	/** Of the jars tensorflow-core-native 1.0.0-rc.1, as Maven Central has them. */
	private static final Map<String, String> SHA256 = Map.of("tensorflow-core-native-1.0.0-rc.1-linux-x86_64.jar",
		"05fa0e0565637c32e0e7a41813cf1c2d5608e8a4aa163fd61b883f579d3bbb61",
		"tensorflow-core-native-1.0.0-rc.1-linux-x86_64-gpu.jar",
		"ec7f4406a57c54111ce3d95d92cf7febbcf3453a9e3aa2cb24976aa69c2e04b5",
		"tensorflow-core-native-1.0.0-rc.1-macosx-arm64.jar",
		"0127e33a8d2b99e49d8ea87b910764fd73dde5ff3a0b8d0ea7c54c1a45054156",
		"tensorflow-core-native-1.0.0-rc.1-windows-x86_64.jar",
		"8e946196a5f34e33e46cfd6db3a99327009c4e6300b0562ac9643455f53292f4");

	/**
	 * @return the one that this is
	 * @throws HyojoException if TensorFlow was not built for it
	 */
	static LibraryPlatform current() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
		boolean intel = processor.equals("amd64") || processor.equals("x86_64");
		if (system.startsWith("linux") && intel) {
			return new LibraryPlatform("linux-x86_64", "linux-x86_64", List.of("libjnitensorflow.so", "libtensorflow_cc.so.2",
				"libtensorflow_framework.so.2"));
		}
		if (system.startsWith("windows") && intel) {
			return new LibraryPlatform("windows-x86_64", "win-x86_64", List.of("jnitensorflow.dll", "tensorflow.dll",
				"msvcp140.dll", "vcruntime140.dll", "vcruntime140_1.dll"));
		}
		if (system.startsWith("mac") && processor.equals("aarch64")) {
			return new LibraryPlatform("macosx-arm64", "osx-aarch64", List.of("libjnitensorflow.dylib",
				"libtensorflow_cc.2.dylib", "libtensorflow_framework.2.dylib"));
		}
		throw new HyojoException("There is no TensorFlow library for " + System.getProperty("os.name") + " on " + System
			.getProperty("os.arch") + ": use Linux or Windows on x86-64, or macOS on Apple silicon.");
	}

	/** @return the file that Java loads first */
	String wayIn() {
		return files.get(0);
	}

	/**
	 * @param jar the name of a jar
	 * @return the checksum that it has to have, where it is known
	 */
	static Optional<String> sha256(String jar) {
		return Optional.ofNullable(SHA256.get(jar));
	}
}
