package io.github.hyojo.engine.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Optional;

import io.github.hyojo.Progress;
import io.github.hyojo.isolation.Isolated;

/** A {@code tensorflow-core-native} jar: TensorFlow's native library for one platform. */
final class LibraryJar {

	private static final String PACKAGE = "org/tensorflow/internal/c_api/";

	private LibraryJar() {}

	/**
	 * @param platform its name is that of the folder in the jar
	 * @param jar a jar on this machine
	 * @return where in it the file is that Java loads first, whether it is there or not
	 */
	static URL in(LibraryPlatform platform, Path jar) {
		try {
			return URI.create("jar:" + jar.toUri() + "!/" + PACKAGE + platform.name() + "/" + platform.wayIn()).toURL();
		}
		catch (MalformedURLException e) {
			throw new IllegalStateException(e); // every Java reads jars
		}
	}

	/** @return where that file is in the jar that is installed with Hyojo, or on the class path; null if it is nowhere */
	static URL installed(LibraryPlatform platform) {
		Optional<Path> jar = Isolated.tensorFlow();
		if (jar.isPresent()) return in(platform, jar.get());
		return LibraryJar.class.getClassLoader().getResource(PACKAGE + platform.name() + "/" + platform.wayIn());
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
