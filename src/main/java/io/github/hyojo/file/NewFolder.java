package io.github.hyojo.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.hyojo.HyojoException;

/**
 * A folder that appears whole or not at all. It is written aside, near its place, and {@link #complete} renames it;
 * closed before that, it is gone. Folders above it that are missing are made when it is complete.
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
		Path place = place(target);
		Path near = existing(place.getParent());
		// random, as several programs may write at once; not a temporary folder, as those are for one user only
		Path aside = near.resolve("." + place.getFileName() + "-" + UUID.randomUUID());
		try {
			return new NewFolder(place, Files.createDirectory(aside));
		}
		catch (IOException e) {
			throw new HyojoException("Nothing can be written to " + near + " (" + e
				+ "): choose another folder, or ask for permission.", e);
		}
	}

	/**
	 * Tries whether a folder can be written, before long work is done for it.
	 *
	 * @param target where it is to appear; nothing is left there
	 * @throws HyojoException as {@link #at} would
	 */
	public static void checkWritable(Path target) {
		try (NewFolder trial = at(target)) {
			// being there is all that it is for
		}
		catch (IOException e) {
			throw new HyojoException("Nothing can be deleted near " + target + " (" + e
				+ "): choose another folder, or ask for permission.", e);
		}
	}

	/** A link to an empty folder stays, and the folder is replaced. */
	private static Path place(Path target) {
		Path place = target.toAbsolutePath().normalize();
		if (place.getParent() == null) {
			throw new HyojoException(target + " is no place for a new folder: choose a folder in it.");
		}
		if (!Files.exists(place)) return place;
		if (!Files.isDirectory(place)) {
			throw new HyojoException(target + " is a file, and a folder is to be written there: choose another name.");
		}
		try (Stream<Path> content = Files.list(place)) {
			if (content.findAny().isPresent()) {
				throw new HyojoException("The folder " + target
					+ " already holds something, which is not overwritten: choose a new or empty folder.");
			}
			return place.toRealPath();
		}
		catch (IOException e) {
			throw new HyojoException("The folder " + target + " cannot be read (" + e + "): choose another one.", e);
		}
	}

	/**
	 * @param target where a folder is to appear
	 * @return the folder nearest above it that exists, in which things for it are written aside
	 */
	public static Path near(Path target) {
		return existing(target.toAbsolutePath().normalize().getParent());
	}

	private static Path existing(Path folder) {
		Path existing = folder;
		while (existing.getParent() != null && !Files.exists(existing)) existing = existing.getParent();
		return existing;
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
		Path parent = target.getParent();
		Path before = existing(parent);
		boolean complete = false;
		try {
			Files.createDirectories(parent);
			Files.deleteIfExists(target);
			Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
			complete = true;
		}
		finally {
			// those that were made; a folder in which another program has written by now stays
			for (Path made = parent; !complete && !made.equals(before); made = made.getParent()) made.toFile().delete();
		}
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
