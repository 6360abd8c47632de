package io.github.hyojo.engine.tensorflow;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import ai.djl.util.Platform;
import ai.djl.util.Utils;

import io.github.hyojo.Progress;

/**
 * Fetches TensorFlow's native library: from DJL's server, which has a list of compressed files per version, or a
 * {@code tensorflow-core-native} jar from wherever {@code HYOJO_TENSORFLOW_URL} says. The jar's checksum is known; DJL
 * publishes none.
 *
 * @param address of the folder with the list, or of the jar
 */
record LibraryDownload(URI address) {

	/** An environment variable or system property with another address. */
	static final String ADDRESS = "HYOJO_TENSORFLOW_URL";
	private static final String SERVER = "https://publish.djl.ai/tensorflow/" + NativeLibrary.VERSION + "/";

	/** @return from where it would be fetched here */
	static LibraryDownload standard() {
		String given = Utils.getEnvOrSystemProperty(ADDRESS);
		return new LibraryDownload(URI.create(given == null ? SERVER : given));
	}

	/**
	 * @param platform of this machine
	 * @param folder to write the library into
	 * @param progress hears of every part
	 * @throws IOException if it cannot be fetched whole, or is not what it should be
	 */
	void into(LibraryPlatform platform, Path folder, Progress progress) throws IOException {
		if (address.getPath().endsWith(".jar")) jar(platform, folder, progress);
		else files(platform, folder, progress);
	}

	private void jar(LibraryPlatform platform, Path folder, Progress progress) throws IOException {
		String name = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
		Path jar = folder.resolve(name);
		try {
			Transfer.fetch(address, jar, progress);
			check(jar, progress);
			LibraryJar.unpack(platform, LibraryJar.in(platform, jar), folder, progress);
		}
		finally {
			Files.deleteIfExists(jar);
		}
	}

	/** @throws IOException if the jar has a checksum that is known, and it is another one */
	static void check(Path jar, Progress progress) throws IOException {
		Optional<String> known = LibraryPlatform.sha256(jar.getFileName().toString());
		if (known.isEmpty()) return;
		progress.report("Checking TensorFlow", 0, 0);
		String found = Transfer.sha256(jar, progress);
		if (!found.equals(known.get())) {
			throw new IOException(jar.getFileName() + " is damaged or not the original: its SHA-256 begins with " + found
				.substring(0, 8) + ", not with " + known.get().substring(0, 8));
		}
	}

	private void files(LibraryPlatform platform, Path folder, Progress progress) throws IOException {
		String prefix = prefix(platform);
		Path list = folder.resolve("files.txt");
		Transfer.fetch(address.resolve("files.txt"), list, progress);
		List<String> wanted = Files.readAllLines(list).stream().map(String::strip).filter(line -> line.startsWith(prefix))
			.toList();
		Files.delete(list);
		if (wanted.isEmpty()) throw new IOException(address + " has no library for " + prefix);
		for (String path : wanted) {
			String name = path.substring(path.lastIndexOf('/') + 1);
			String file = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
			Transfer.fetch(address.resolve(path.replace("+", "%2B")), folder.resolve(file), progress);
		}
		if (!Files.exists(folder.resolve(platform.wayIn()))) throw new IOException(platform.wayIn() + " is not among its files");
	}

	/** Where DJL would look, too: for CUDA 12 there is one for Linux. */
	private static String prefix(LibraryPlatform platform) {
		boolean cuda = Platform.detectPlatform("tensorflow").getFlavor().startsWith("cu12");
		return (cuda && platform.name().startsWith("linux") ? "cu121/" : "cpu/") + platform.djl() + "/";
	}
}
