package io.github.hyojo.data;

import io.github.hyojo.HyojoException;
import io.github.hyojo.picture.ImageFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the images in a tree of folders {@code subject/[sequence/...]image}. Hidden files and folders do not count. */
final class FrameTree {

	private FrameTree() {}

	/**
	 * The images of one folder.
	 *
	 * @param subject name of the subject's folder
	 * @param name names of the folders below it, joined by {@code /}; empty for images in the subject's folder itself
	 * @param images the image files in natural order, at least one
	 */
	record Sequence(String subject, String name, List<Path> images) {}

	/**
	 * Finds all sequences.
	 *
	 * @param folder folder that holds the subjects' folders
	 * @return the sequences in natural order of their paths, at least one
	 * @throws HyojoException if an image lies outside of a subject's folder, a subject has no image, there are no
	 *           subjects, or a folder cannot be read
	 */
	static List<Sequence> sequences(Path folder) {
		List<Sequence> sequences = new ArrayList<>();
		for (Path child : children(folder)) {
			if (Files.isDirectory(child)) sequences.addAll(sequencesOf(child));
			else if (ImageFile.isImage(child)) {
				throw new HyojoException("The image " + child +
					" lies outside of the subjects' folders; put each subject's images into a folder of its own.");
			}
		}
		if (sequences.isEmpty()) {
			throw new HyojoException("The folder " + folder +
				" holds no subjects; put each subject's images into a folder there.");
		}
		return sequences;
	}

	/**
	 * @param folder a folder
	 * @return what it holds, in natural order of the names, without what is hidden
	 * @throws HyojoException if the folder cannot be read
	 */
	static List<Path> children(Path folder) {
		try (Stream<Path> paths = Files.list(folder)) {
			return paths.filter(path -> !isHidden(path)).sorted(byName(folder)).toList();
		}
		catch (IOException e) {
			throw unreadable(folder, e);
		}
	}

	/**
	 * @param root a folder
	 * @param path something below it
	 * @return the path from the one to the other, with {@code /} separators on every system
	 */
	static String relative(Path root, Path path) {
		return StreamSupport.stream(root.relativize(path).spliterator(), false) //
			.map(Path::toString).collect(Collectors.joining("/"));
	}

	private static List<Sequence> sequencesOf(Path subject) {
		Map<Path, List<Path>> images = new LinkedHashMap<>();
		try (Stream<Path> paths = Files.walk(subject, FileVisitOption.FOLLOW_LINKS)) {
			paths.filter(path -> ImageFile.isImage(path) && Files.isRegularFile(path) && !isHiddenBelow(subject, path))
				.sorted(byName(subject))
				.forEach(path -> images.computeIfAbsent(path.getParent(), parent -> new ArrayList<>()).add(path));
		}
		catch (IOException | UncheckedIOException e) {
			throw unreadable(subject, e);
		}
		if (images.isEmpty()) {
			throw new HyojoException("The subject's folder " + subject + " holds no image (PNG, JPEG, TIFF);" +
				" remove it, or choose a layout that fits.");
		}
		String name = subject.getFileName().toString();
		return images.entrySet().stream() //
			.map(entry -> new Sequence(name, relative(subject, entry.getKey()), entry.getValue())).toList();
	}

	private static Comparator<Path> byName(Path folder) {
		return Comparator.comparing(path -> relative(folder, path), NaturalOrder.INSTANCE);
	}

	private static boolean isHiddenBelow(Path folder, Path path) {
		for (Path p = path; !p.equals(folder); p = p.getParent()) if (isHidden(p)) return true;
		return false;
	}

	/** By the dot alone: archives made on a Mac bring such files to systems that do not hide them. */
	private static boolean isHidden(Path path) {
		return path.getFileName().toString().startsWith(".");
	}

	private static HyojoException unreadable(Path folder, Exception e) {
		return new HyojoException("The folder " + folder + " cannot be read (" + e.getMessage() +
			"); check that you may read it and that no link in it leads back to it.", e);
	}
}
