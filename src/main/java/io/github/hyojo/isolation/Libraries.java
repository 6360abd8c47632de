package io.github.hyojo.isolation;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import io.github.hyojo.HyojoException;

/**
 * The jars that an installed Hyojo has for itself, in folders from which nobody else takes any: {@code lib/hyojo} beside
 * the folder of Hyojo's own jar, and {@code lib/PLATFORM/hyojo} for native libraries, with Fiji's names of platforms.
 *
 * @param common the folder of jars for all platforms
 * @param natives the folder of jars for this platform, whether it is there or not
 */
record Libraries(Path common, Path natives) {

	private static final String TENSORFLOW = "tensorflow-core-native-";
	/** A class or resource by which each jar is known that must be there, and the jar's name without version. */
	private static final Map<String, String> NEEDED = new LinkedHashMap<>();

	static {
		NEEDED.put("ai/djl/engine/Engine.class", "api");
		NEEDED.put("ai/djl/tensorflow/engine/TfEngine.class", "tensorflow-engine");
		NEEDED.put("org/tensorflow/Graph.class", "tensorflow-api");
		NEEDED.put("com/google/protobuf/Message.class", "protobuf-java");
		NEEDED.put("org/bytedeco/javacpp/Loader.class", "javacpp");
		NEEDED.put("org/bytedeco/ffmpeg/global/avcodec.class", "ffmpeg");
		NEEDED.put("org/bytedeco/opencv/global/opencv_core.class", "opencv");
		NEEDED.put("org/bytedeco/openblas/global/openblas.class", "openblas");
	}

	/**
	 * @param hyojo Hyojo's own jar, or the folder of its classes
	 * @return its libraries; empty if there is no folder of them, as in development, where they are on the class path
	 */
	static Optional<Libraries> of(Path hyojo) {
		Path folder = hyojo.toAbsolutePath().getParent();
		Path root = folder == null ? null : folder.getParent();
		if (!Files.isRegularFile(hyojo) || root == null) return Optional.empty();
		Path lib = root.resolve("lib");
		Libraries libraries = new Libraries(lib.resolve("hyojo"), lib.resolve(platform()).resolve("hyojo"));
		return Files.isDirectory(libraries.common()) ? Optional.of(libraries) : Optional.empty();
	}

	/** @return Fiji's name of this platform */
	private static String platform() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
		boolean arm = processor.equals("aarch64") || processor.equals("arm64");
		if (system.startsWith("mac")) return arm ? "macos-arm64" : "macos64";
		return (system.startsWith("windows") ? "win" : "linux") + (arm ? "-arm64" : "64");
	}

	/** @return the jar with TensorFlow's native library, where it is installed, too, for machines without network */
	Optional<Path> tensorFlow() {
		return nativeJars().stream().filter(Libraries::isTensorFlow).findAny();
	}

	/** @return whether there is a jar of a library for this platform */
	boolean hasNatives(String library) {
		return nativeJars().stream().anyMatch(jar -> jar.getFileName().toString().startsWith(library + "-"));
	}

	private List<Path> nativeJars() {
		if (!Files.isDirectory(natives)) return List.of();
		try {
			return jars(natives);
		}
		catch (IOException e) {
			return List.of();
		}
	}

	private static List<Path> jars(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
		}
	}

	private static boolean isTensorFlow(Path file) {
		return file.getFileName().toString().startsWith(TENSORFLOW);
	}

	/**
	 * @return all jars of classes and the native libraries that JavaCPP unpacks: not TensorFlow's, which it would unpack once
	 *         more
	 * @throws HyojoException if a folder cannot be read, or one of the jars is damaged
	 */
	List<URL> jars() {
		List<URL> jars = new ArrayList<>();
		for (Path folder : List.of(common, natives)) {
			if (!Files.isDirectory(folder)) continue;
			try {
				for (Path jar : jars(folder)) if (!isTensorFlow(jar)) jars.add(checked(jar));
			}
			catch (IOException e) {
				throw new HyojoException("Hyojo's libraries in " + folder + " cannot be read (" + e.getMessage()
					+ "): check that you may read that folder.", e);
			}
		}
		return jars;
	}

	private static URL checked(Path jar) throws MalformedURLException {
		try (JarFile open = new JarFile(jar.toFile())) {
			return jar.toUri().toURL();
		}
		catch (MalformedURLException e) {
			throw e;
		}
		catch (IOException e) {
			throw new HyojoException("Hyojo's library " + jar + " is damaged or cannot be read (" + e.getMessage() + "): "
				+ "delete it and run Help > Update..., or install Hyojo again.", e);
		}
	}

	/**
	 * @param loader of these jars
	 * @throws HyojoException if one that must be there is missing
	 */
	void check(IsolatingLoader loader) {
		NEEDED.forEach((resource, jar) -> {
			if (loader.findResource(resource) != null) return;
			throw new HyojoException("Hyojo is not installed completely, because " + jar + " is missing in " + common
				+ ": run Help > Update..., or install Hyojo again.");
		});
	}
}
