package io.github.hyojo.layout;

import io.github.hyojo.Progress;
import io.github.hyojo.data.NaturalOrder;
import io.github.hyojo.picture.Film;
import io.github.hyojo.picture.ImageFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds images and films in a tree of folders. Hidden files and folders do not count. What cannot be read is noted, and
 * the rest goes on.
 */
final class FrameTree {

	private static final Pattern FRAME_NUMBER = Pattern.compile(".*?([0-9]{1,9})\\.[^.]+");

	private final Path root;
	private final Progress progress;
	private final List<Problem> problems = new ArrayList<>();

	/**
	 * @param root the source
	 * @param progress asked at each folder
	 */
	FrameTree(Path root, Progress progress) {
		this.root = root;
		this.progress = progress;
	}

	/**
	 * A folder that holds images or films.
	 *
	 * @param path the folder
	 * @param names names of the folders that lead to it from where the search began; empty for that folder itself
	 * @param images image files in natural order, one per frame
	 * @param films films in natural order
	 */
	record Branch(Path path, List<String> names, List<Path> images, List<Path> films) {

		/** @return the names, joined by {@code /} */
		String name() {
			return String.join("/", names);
		}

		private Path first() {
			return images.isEmpty() ? films.get(0) : images.get(0);
		}
	}

	/** @return what was left out so far */
	List<Problem> problems() {
		return problems;
	}

	/** Notes that a file or folder is left out, and why. */
	void leaveOut(Path file, String reason) {
		problems.add(new Problem(file.equals(root) ? "" : relative(file), reason));
	}

	/** @return the path from the source to something in it, with {@code /} separators on every system */
	String relative(Path path) {
		return StreamSupport.stream(root.relativize(path).spliterator(), false) //
			.map(Path::toString).collect(Collectors.joining("/"));
	}

	/**
	 * Finds the subjects' folders. Images and films beside them are left out.
	 *
	 * @param folder folder that holds them
	 * @return the folders in natural order
	 */
	List<Path> subjects(Path folder) {
		List<Path> subjects = new ArrayList<>();
		for (Path child : children(folder)) {
			if (Files.isDirectory(child)) subjects.add(child);
			else if (ImageFile.isImage(child) || Film.isFilm(child)) {
				leaveOut(child, "It lies outside of the subjects' folders; put each subject's files into a folder.");
			}
		}
		return subjects;
	}

	/**
	 * Finds all folders with images or films below a subject's folder, and in it. A subject without any is noted.
	 *
	 * @param subject the subject's folder
	 * @return the folders, in natural order of their first files
	 */
	List<Branch> branches(Path subject) {
		List<Branch> branches = new ArrayList<>();
		int noted = problems.size();
		walk(subject, List.of(), new HashSet<>(), branches);
		boolean toldWhy = problems.size() > noted;
		if (branches.isEmpty() && !toldWhy) leaveOut(subject, "The folder holds no image (PNG, JPEG, TIFF) and no film.");
		branches.sort(Comparator.comparing(branch -> relative(branch.first()), NaturalOrder.INSTANCE));
		return branches;
	}

	private void walk(Path folder, List<String> names, Set<Path> above, List<Branch> found) {
		progress.checkCanceled();
		Optional<Path> real = realPath(folder);
		if (real.isEmpty()) return;
		if (above.contains(real.get())) {
			leaveOut(folder, "It is a link that leads back to a folder above it, and is not followed.");
			return;
		}
		above.add(real.get());
		List<Path> images = new ArrayList<>(), films = new ArrayList<>();
		for (Path child : children(folder)) {
			if (Files.isDirectory(child)) {
				List<String> longer = new ArrayList<>(names);
				longer.add(child.getFileName().toString());
				walk(child, longer, above, found);
			}
			else if (ImageFile.isImage(child)) images.add(child);
			else if (Film.isFilm(child)) films.add(child);
		}
		above.remove(real.get());
		if (images.isEmpty() && films.isEmpty()) return;
		found.add(new Branch(folder, names, onePerFrame(images), films));
	}

	private Optional<Path> realPath(Path folder) {
		try {
			return Optional.of(folder.toRealPath());
		}
		catch (IOException e) {
			leaveOut(folder, "It cannot be read (" + e.getMessage() + ").");
			return Optional.empty();
		}
	}

	/** Of two files with the same name but for the extension, the first one counts. */
	private List<Path> onePerFrame(List<Path> images) {
		List<Path> frames = new ArrayList<>();
		Set<String> stems = new HashSet<>();
		for (Path image : images) {
			if (stems.add(stem(image))) frames.add(image);
			else leaveOut(image, "It is a second file for the same frame; the first one is taken.");
		}
		return frames;
	}

	/**
	 * @param folder a folder
	 * @return what it holds, in natural order of the names, without what is hidden; nothing if it cannot be read, which
	 *         is noted
	 */
	List<Path> children(Path folder) {
		try (Stream<Path> paths = Files.list(folder)) {
			return paths.filter(path -> !isHidden(path))
				.sorted(Comparator.comparing(path -> path.getFileName().toString(), NaturalOrder.INSTANCE)).toList();
		}
		catch (IOException | UncheckedIOException e) {
			leaveOut(folder, "The folder cannot be read (" + e.getMessage() + "); check that you may read it.");
			return List.of();
		}
	}

	/** By the dot alone: archives made on a Mac bring such files to systems that do not hide them. */
	private static boolean isHidden(Path path) {
		return path.getFileName().toString().startsWith(".");
	}

	/** @return a file's name without its extension */
	static String stem(Path file) {
		String name = file.getFileName().toString();
		int dot = name.lastIndexOf('.');
		return dot < 0 ? name : name.substring(0, dot);
	}

	/**
	 * Numbers images by the last number in their names.
	 *
	 * @param images the images of a sequence in natural order
	 * @return the numbers; 1, 2, ... if the names have none, or they do not ascend
	 */
	static int[] numbers(List<Path> images) {
		int[] numbers = new int[images.size()];
		for (int i = 0; i < numbers.length; i++) {
			Matcher name = FRAME_NUMBER.matcher(images.get(i).getFileName().toString());
			numbers[i] = name.matches() ? Integer.parseInt(name.group(1)) : -1;
			if (numbers[i] < 0 || i > 0 && numbers[i] <= numbers[i - 1]) {
				return IntStream.rangeClosed(1, numbers.length).toArray();
			}
		}
		return numbers;
	}

	/** @return what a folder or table holds, for a message that says that something else is expected */
	String content() {
		if (!Files.isDirectory(root)) return "a file";
		List<String> names = children(root).stream() //
			.map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : "")).toList();
		if (names.isEmpty()) return "nothing";
		String first = names.stream().limit(5).collect(Collectors.joining(", "));
		return names.size() > 5 ? first + " and " + (names.size() - 5) + " more" : first;
	}
}
