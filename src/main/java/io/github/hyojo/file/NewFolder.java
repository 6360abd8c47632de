package io.github.hyojo.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

import io.github.hyojo.HyojoException;

/**
 * A folder that appears whole or not at all. It is written aside, beside its place, and {@link #complete} renames it;
 * closed before that, it is gone.
 */
public final class NewFolder implements AutoCloseable {

	private final Path target;
	private final Path aside;

	private NewFolder(Path target, Path aside) {
		this.target = target;
		this.aside = aside;
	}

	/**
	 * @param target where the folder is to appear; must not exist, or be an empty folder
	 * @return a folder to write into
	 * @throws HyojoException if something is there already, or nothing can be written there
	 */
	public static NewFolder at(Path target) {
		Path place = target.toAbsolutePath().normalize();
		checkFree(place);
		try {
			Files.createDirectories(place.getParent());
			return new NewFolder(place, Files.createTempDirectory(place.getParent(), "." + place.getFileName() + "-"));
		}
		catch (IOException e) {
			throw new HyojoException("Nothing can be written into " + place.getParent() + " (" + e
				+ "): choose a folder you may write to.", e);
		}
	}

	/**
	 * @param target a place for a new folder
	 * @throws HyojoException if something is there that would be overwritten
	 */
	public static void checkFree(Path target) {
		if (!Files.exists(target)) return;
		if (!Files.isDirectory(target)) {
			throw new HyojoException(target + " is a file, and a folder is to be written there: choose another name.");
		}
		try (Stream<Path> content = Files.list(target)) {
			if (content.findAny().isPresent()) {
				throw new HyojoException("The folder " + target
					+ " already holds something, which is not overwritten: choose a new or empty folder.");
			}
		}
		catch (IOException e) {
			throw new HyojoException("The folder " + target + " cannot be read (" + e + "): choose another one.", e);
		}
	}

	/** @return where to write, until it is complete */
	public Path path() {
		return aside;
	}

	/**
	 * Gives the folder its name.
	 *
	 * @throws IOException if it cannot be renamed
	 */
	public void complete() throws IOException {
		Files.deleteIfExists(target);
		Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
	}

	/** Deletes what was written, unless it is complete. */
	@Override
	public void close() throws IOException {
		delete(aside);
	}

	/**
	 * Deletes a folder and all it holds, if it exists.
	 *
	 * @param folder the folder
	 * @throws IOException if something in it cannot be deleted
	 */
	public static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> content = Files.walk(folder)) {
			for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}
}
