package io.github.hyojo.engine.tensorflow;

import java.io.IOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import ai.djl.util.Utils;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.engine.EngineSettings;

/**
 * TensorFlow's native library: the folder DJL loads it from. It is, in this order, the folder named by
 * {@code TENSORFLOW_LIBRARY_PATH}; the folder or jar that the settings name; a {@code tensorflow-core-native} jar that is
 * installed with Hyojo or on the class path; what was fetched or unpacked before; or what is fetched now. Jars are unpacked once, into DJL's cache.
 */
final class NativeLibrary {

	/** DJL's name for the folder, an environment variable or system property. */
	static final String FOLDER = "TENSORFLOW_LIBRARY_PATH";
	/** The version that DJL's TensorFlow API was generated from. */
	static final String VERSION = "2.16.1";

	/** Puts the library's files into a folder. */
	private interface Filler {

		void fill(Path folder) throws IOException;
	}

	private NativeLibrary() {}

	/**
	 * Makes sure that DJL will find the library without a download of its own, which could not be watched or canceled.
	 *
	 * @param settings may name a library
	 * @param progress hears of fetching and unpacking, which take seconds to minutes
	 * @throws HyojoException if there is no library for this platform, it cannot be fetched or unpacked, or it would have
	 *           to be fetched and that is forbidden
	 */
	static void prepare(EngineSettings settings, Progress progress) {
		if (Utils.getEnvOrSystemProperty(FOLDER) != null) return;
		LibraryPlatform platform = LibraryPlatform.current();
		System.setProperty(FOLDER, folder(settings, platform, progress).toString());
	}

	/**
	 * @param settings may name a library
	 * @return whether {@link #prepare} would have to fetch it
	 */
	static boolean isMissing(EngineSettings settings) {
		if (Utils.getEnvOrSystemProperty(FOLDER) != null || !settings.library().isBlank()) return false;
		LibraryPlatform platform = LibraryPlatform.current();
		return LibraryJar.installed(platform) == null && !Files.isDirectory(place(platform, "")) && downloadedByDjl(platform)
			.isEmpty();
	}

	/** @return DJL's cache, in which the library is */
	static Path cache() {
		return Utils.getEngineCacheDir("tensorflow");
	}

	private static Path folder(EngineSettings settings, LibraryPlatform platform, Progress progress) {
		if (!settings.library().isBlank()) return chosen(Path.of(settings.library()), platform, progress);
		URL jar = LibraryJar.installed(platform);
		if (jar != null) {
			return made(place(platform, LibraryJar.isForGpus(jar) ? "-gpu" : ""), "unpacked", folder -> LibraryJar.unpack(
				platform, jar, folder, progress));
		}
		Optional<Path> there = downloadedByDjl(platform);
		if (there.isPresent()) return there.get();
		Path place = place(platform, "");
		if (!Files.isDirectory(place) && Utils.isOfflineMode()) {
			throw new HyojoException("TensorFlow's native library is not on this machine and downloads are switched off: "
				+ "install Hyojo's offline bundle, or name a folder or jar that holds it in Expression Engine..., or a folder in " + FOLDER + ".");
		}
		return made(place, "fetched", folder -> LibraryDownload.standard().into(platform, folder, progress));
	}

	private static Path chosen(Path library, LibraryPlatform platform, Progress progress) {
		if (Files.isDirectory(library)) {
			if (Files.exists(library.resolve(platform.wayIn()))) return library;
			throw new HyojoException("The folder " + library + " holds no TensorFlow library, because it has no " + platform
				.wayIn() + ": choose another one in Expression Engine....");
		}
		String name = String.valueOf(library.getFileName());
		if (!Files.exists(library) || !name.endsWith(".jar")) {
			throw new HyojoException("The TensorFlow library " + library
				+ " is neither a folder nor a jar on this machine: choose another one in Expression Engine....");
		}
		// a name of its own, so that another jar is not taken for it
		Path place = cache().resolve("hyojo-jar-" + name.substring(0, name.length() - ".jar".length()));
		return made(place, "unpacked", folder -> {
			LibraryDownload.check(library, progress);
			LibraryJar.unpack(platform, LibraryJar.in(platform, library), folder, progress);
		});
	}

	private static Path place(LibraryPlatform platform, String flavor) {
		return cache().resolve("hyojo-" + VERSION + "-" + platform.name() + flavor);
	}

	private static Optional<Path> downloadedByDjl(LibraryPlatform platform) {
		if (!Files.isDirectory(cache())) return Optional.empty();
		try (var folders = Files.list(cache())) {
			return folders.filter(folder -> folder.getFileName().toString().startsWith(VERSION) && Files.exists(folder.resolve(
				platform.wayIn()))).sorted().findFirst();
		}
		catch (IOException e) {
			return Optional.empty();
		}
	}

	/** The folder, filled aside and renamed if it is not there yet. */
	private static Path made(Path place, String how, Filler filler) {
		if (Files.isDirectory(place)) return place;
		Path aside = null;
		try {
			Files.createDirectories(cache());
			aside = Files.createTempDirectory(cache(), ".making");
			filler.fill(aside);
			Files.move(aside, place);
			return place;
		}
		catch (FileAlreadyExistsException e) {
			return place; // another process was faster
		}
		catch (IOException e) {
			String remedy = how.equals("fetched") ? "check the network and the room in " + cache()
				+ ", or install Hyojo's offline bundle, or name a folder or jar that holds it in Expression Engine..., or a folder in " + FOLDER
				: "make room there, check that it is the jar tensorflow-core-native for this platform, or name another folder in "
					+ "ENGINE_CACHE_DIR";
			throw new HyojoException("TensorFlow's native library cannot be " + how + " into " + cache() + " (" + e
				.getMessage() + "): " + remedy + ".", e);
		}
		finally {
			if (aside != null) Utils.deleteQuietly(aside);
		}
	}
}
