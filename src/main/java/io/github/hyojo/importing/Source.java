package io.github.hyojo.importing;

import io.github.hyojo.HyojoException;
import io.github.hyojo.layout.FaceLayout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder or table that is imported.
 *
 * @param root the folder, or the table
 * @param name what subjects and files are prefixed with, unique among the sources; empty if it is the only one
 * @param layout how it is laid out
 */
public record Source(Path root, String name, FaceLayout layout) {

	private static final String SEPARATOR = "|";

	/**
	 * Recognises the layouts of sources.
	 *
	 * @param roots the folders and tables
	 * @param layouts names of layouts, separated by {@code |}: one for each source, or one for all
	 * @return the sources; where there are several, each is named by its folder or file
	 * @throws HyojoException if a source does not exist, occurs twice, or fits no layout; or there are not as many
	 *           layouts as sources
	 */
	public static List<Source> of(List<Path> roots, String layouts) {
		List<String> names = split(layouts);
		if (names.size() != 1 && names.size() != roots.size()) {
			throw new HyojoException("There are " + names.size() + " layouts for " + roots.size() +
				" sources; give one for each source, or one for all.");
		}
		List<Source> sources = new ArrayList<>();
		Set<String> taken = new HashSet<>();
		Set<Path> places = new HashSet<>();
		for (int i = 0; i < roots.size(); i++) {
			Path root = roots.get(i);
			check(root);
			if (!places.add(root.toAbsolutePath().normalize())) {
				throw new HyojoException("The source " + root + " is given twice; give it once.");
			}
			FaceLayout layout = FaceLayout.choose(names.get(names.size() == 1 ? 0 : i), root);
			sources.add(new Source(root, roots.size() == 1 ? "" : unique(root, taken), layout));
		}
		return sources;
	}

	/**
	 * @param text names or paths with {@code |} between them
	 * @return these, without blanks around them and without empty ones
	 */
	public static List<String> split(String text) {
		return Arrays.stream(text.split("[" + SEPARATOR + "]")).map(String::strip).filter(part -> !part.isEmpty()).toList();
	}

	private static void check(Path root) {
		if (!Files.exists(root)) {
			throw new HyojoException("The folder or table " + root + " does not exist; check the path.");
		}
		boolean table = root.getFileName() != null && root.getFileName().toString().toLowerCase().endsWith(".csv");
		if (!Files.isDirectory(root) && !table) {
			throw new HyojoException(root + " is a file; choose the folder that holds the images, or a table (.csv).");
		}
	}

	private static String unique(Path root, Set<String> taken) {
		Path file = root.toAbsolutePath().normalize().getFileName();
		String name = file == null ? "source" : file.toString();
		String unique = name;
		for (int i = 2; !taken.add(unique); i++) unique = name + " " + i;
		return unique;
	}

	/**
	 * @param file a file's path relative to the source
	 * @return where it is
	 */
	Path resolve(String file) {
		Path folder = Files.isDirectory(root) ? root : root.toAbsolutePath().getParent();
		return folder.resolve(file);
	}

	/**
	 * @param name a subject or file of the source
	 * @return what it is called among all sources
	 */
	String prefixed(String name) {
		return this.name.isEmpty() ? name : this.name + "/" + name;
	}
}
