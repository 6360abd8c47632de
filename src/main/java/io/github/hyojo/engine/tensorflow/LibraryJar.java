package io.github.hyojo.engine.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.isolation.Isolated;

/** A {@code tensorflow-core-native} jar: TensorFlow's native library for one platform. */
final class LibraryJar {

	private static final String PACKAGE = "org/tensorflow/internal/c_api/";
	/** What follows the platform's name in jars for GPUs. */
	private static final String GPU = "-gpu";

	private LibraryJar() {}

	/**
	 * @param platform its name is that of the folder in the jar
	 * @param jar a jar on this machine
	 * @return where in it the file is that Java loads first, whether it is there or not
	 * @throws IOException if it cannot be read
	 */
	static URL in(LibraryPlatform platform, Path jar) throws IOException {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			String forGpus = entry(platform, GPU);
			String entry = zip.getEntry(forGpus) != null ? forGpus : entry(platform, "");
			return URI.create("jar:" + jar.toUri() + "!/" + entry).toURL();
		}
	}

	/**
	 * @return where that file is in the jar that is installed with Hyojo, or on the class path, for GPUs first; null if it is
	 *         nowhere
	 * @throws HyojoException if the jar cannot be read
	 */
	static URL installed(LibraryPlatform platform) {
		Optional<Path> jar = Isolated.tensorFlow();
		if (jar.isPresent()) {
			try {
				return in(platform, jar.get());
			}
			catch (IOException e) {
				throw new HyojoException("TensorFlow's jar " + jar.get() + " cannot be read (" + e.getMessage()
					+ "): install Hyojo again.", e);
			}
		}
		ClassLoader loader = LibraryJar.class.getClassLoader();
		URL forGpus = loader.getResource(entry(platform, GPU));
		return forGpus != null ? forGpus : loader.getResource(entry(platform, ""));
	}

	/** @return whether a file is in a jar for GPUs */
	static boolean isForGpus(URL file) {
		return file.getPath().contains(GPU + "/");
	}

	private static String entry(LibraryPlatform platform, String flavor) {
		return PACKAGE + platform.name() + flavor + "/" + platform.wayIn();
	}

	/**
	 * @param platform names the files
	 * @param wayIn where the first of them is
	 * @param folder to write them into
	 * @param progress hears of every part
	 * @throws IOException if one is missing or cannot be written
	 */
	static void unpack(LibraryPlatform platform, URL wayIn, Path folder, Progress progress) throws IOException {
		String base = wayIn.toString().substring(0, wayIn.toString().lastIndexOf('/') + 1);
		for (String file : platform.files()) {
			URLConnection connection = URI.create(base + file).toURL().openConnection();
			// otherwise the jar stays open, and on Windows cannot be replaced
			connection.setUseCaches(false);
			try (InputStream in = connection.getInputStream()) {
				Transfer.copy(in, connection.getContentLengthLong(), folder.resolve(file), "Unpacking TensorFlow, once: " + file,
					progress);
			}
		}
	}
}
