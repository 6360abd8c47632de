package io.github.hyojo.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import ai.djl.util.Utils;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

/**
 * TensorFlow's native library: the folder DJL loads it from. It is, in this order, the folder named by
 * {@code TENSORFLOW_LIBRARY_PATH}; what a {@code tensorflow-core-native} jar on the class path holds, unpacked once into
 * DJL's cache; or what DJL downloads.
 */
final class NativeLibrary {

	/** DJL's name for the folder, an environment variable or system property. */
	private static final String FOLDER = "TENSORFLOW_LIBRARY_PATH";
	/** The version that DJL's TensorFlow API was generated from. */
	private static final String VERSION = "2.16.1";
	private static final String PACKAGE = "org/tensorflow/internal/c_api/";
	/** Bytes copied between two looks at whether the user has canceled. */
	private static final int PART = 1 << 20;

	private NativeLibrary() {}

	/** A platform TensorFlow was built for, and the files of its library. */
	private record Platform(String name, List<String> files) {

		static Optional<Platform> current() {
			String system = System.getProperty("os.name").toLowerCase();
			String processor = System.getProperty("os.arch").toLowerCase();
			boolean intel = processor.equals("amd64") || processor.equals("x86_64");
			boolean arm = processor.equals("aarch64");
			if (system.startsWith("linux") && intel) {
				return Optional.of(new Platform("linux-x86_64", List.of("libjnitensorflow.so", "libtensorflow_cc.so.2",
					"libtensorflow_framework.so.2")));
			}
			if (system.startsWith("windows") && intel) {
				return Optional.of(new Platform("windows-x86_64", List.of("jnitensorflow.dll", "tensorflow_cc.dll")));
			}
			if (system.startsWith("mac") && arm) {
				return Optional.of(new Platform("macosx-arm64", List.of("libjnitensorflow.dylib", "libtensorflow_cc.2.dylib",
					"libtensorflow_framework.2.dylib")));
			}
			return Optional.empty();
		}
	}

	/**
	 * Makes sure that DJL will find the library without a download, where that is possible.
	 *
	 * @param progress hears of unpacking, the one part that takes seconds
	 * @throws HyojoException if there is no library for this platform, it cannot be unpacked, or it would have to be
	 *           downloaded and that is forbidden
	 */
	static void prepare(Progress progress) {
		if (Utils.getEnvOrSystemProperty(FOLDER) != null) return;
		Platform platform = Platform.current().orElseThrow(() -> new HyojoException("There is no TensorFlow library for "
			+ System.getProperty("os.name") + " on " + System.getProperty("os.arch")
			+ ": use Linux or Windows on x86-64, or macOS on Apple silicon."));
		URL jar = resource(platform, platform.files().get(0));
		if (jar != null) {
			System.setProperty(FOLDER, unpacked(platform, jar, progress).toString());
		}
		else if (Utils.isOfflineMode() && !downloaded()) {
			throw new HyojoException("TensorFlow's native library is not on this machine and downloads are switched off: "
				+ "start once with a network, or name a folder that holds it in " + FOLDER + ".");
		}
	}

	private static boolean downloaded() {
		Path cache = Utils.getEngineCacheDir("tensorflow");
		if (!Files.isDirectory(cache)) return false;
		try (var folders = Files.list(cache)) {
			return folders.anyMatch(folder -> Files.exists(folder.resolve(System.mapLibraryName("jnitensorflow"))));
		}
		catch (IOException e) {
			return false;
		}
	}

	private static URL resource(Platform platform, String file) {
		return NativeLibrary.class.getClassLoader().getResource(PACKAGE + platform.name() + "/" + file);
	}

	private static Path unpacked(Platform platform, URL jar, Progress progress) {
		String flavor = jar.getPath().contains("-gpu.jar") ? "-gpu" : "";
		Path cache = Utils.getEngineCacheDir("tensorflow");
		Path folder = cache.resolve("hyojo-" + VERSION + "-" + platform.name() + flavor);
		if (Files.isDirectory(folder)) return folder;
		Path aside = null;
		try {
			Files.createDirectories(cache);
			aside = Files.createTempDirectory(cache, "unpacking");
			unpack(platform, aside, progress);
			Files.move(aside, folder);
			return folder;
		}
		catch (FileAlreadyExistsException e) {
			return folder; // another process was faster
		}
		catch (IOException e) {
			throw new HyojoException("TensorFlow's native library cannot be unpacked into " + cache + " (" + e.getMessage()
				+ "): make room there, or name another folder in ENGINE_CACHE_DIR.", e);
		}
		finally {
			if (aside != null) Utils.deleteQuietly(aside);
		}
	}

	private static void unpack(Platform platform, Path folder, Progress progress) throws IOException {
		int done = 0;
		for (String file : platform.files()) {
			progress.checkCanceled();
			progress.report("Unpacking TensorFlow, once", done++, platform.files().size());
			URL source = resource(platform, file);
			if (source == null) throw new IOException(file + " is missing in the jar");
			try (InputStream in = source.openStream()) {
				copy(in, folder.resolve(file), progress);
			}
		}
		progress.report("Unpacking TensorFlow, once", done, done);
	}

	/** In parts, because one file has half a gigabyte, and a cancel shall not wait for it. */
	private static void copy(InputStream in, Path file, Progress progress) throws IOException {
		byte[] part = new byte[PART];
		try (OutputStream out = Files.newOutputStream(file)) {
			for (int bytes = in.read(part); bytes >= 0; bytes = in.read(part)) {
				progress.checkCanceled();
				out.write(part, 0, bytes);
			}
		}
	}
}
