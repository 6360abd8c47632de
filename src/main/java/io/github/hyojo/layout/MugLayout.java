package io.github.hyojo.layout;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Expression;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The layout of MUG (the facial expression database of the Multimedia Understanding Group): takes that begin and end
 * neutral, in folders named by what was to be shown.
 *
 * <pre>
 * subjects3/001/anger/take000/img_0000.jpg
 * subjects3/001/001/anger/take000/img_0000.jpg    or with another folder between subject and expression
 * 001/anger/take000/img_0000.jpg                  or without the folder subjects...
 * </pre>
 *
 * The numbers may have leading zeros or not; frames are numbered by their files. The expressions are anger, disgust, fear,
 * happiness, neutral, sadness and surprise; what lies in a folder of another name, such as {@code mixed}, has no label.
 * The expression shows in the middle part of a take.
 */
@Plugin(type = FaceLayout.class)
public class MugLayout implements FaceLayout {

	private static final Pattern SUBJECTS = Pattern.compile("(?i)subjects[0-9]*");
	private static final Pattern TAKE = Pattern.compile("(?i)take[0-9]+");
	/** How many subjects are looked at to recognise the layout. */
	private static final int GLANCE = 5;

	@Override
	public String name() {
		return "MUG";
	}

	@Override
	public String tree() {
		return "[subjects3/]001/anger/take000/img_0000.jpg";
	}

	@Override
	public boolean matches(Path root) {
		if (!Files.isDirectory(root)) return false;
		FrameTree tree = new FrameTree(root, Progress.SILENT);
		return homes(tree, root).stream().flatMap(home -> folders(tree, home).limit(GLANCE)).anyMatch(subject -> {
			List<Path> below = folders(tree, subject).toList();
			return below.stream().anyMatch(folder -> isExpression(tree, folder)) ||
				below.stream().flatMap(folder -> folders(tree, folder)).anyMatch(folder -> isExpression(tree, folder));
		});
	}

	private static boolean isExpression(FrameTree tree, Path folder) {
		return Expression.of(folder.getFileName().toString()).isPresent() && folders(tree, folder).anyMatch(take -> TAKE
			.matcher(take.getFileName().toString()).matches());
	}

	private static Stream<Path> folders(FrameTree tree, Path folder) {
		return tree.children(folder).stream().filter(Files::isDirectory);
	}

	/** @return the folders that hold subjects' folders: those named subjects..., or else the root itself */
	private static List<Path> homes(FrameTree tree, Path root) {
		List<Path> homes = folders(tree, root) //
			.filter(folder -> SUBJECTS.matcher(folder.getFileName().toString()).matches()) //
			.flatMap(folder -> homes(tree, folder).stream()).toList();
		return homes.isEmpty() ? List.of(root) : homes;
	}

	@Override
	public Found find(Path root, Progress progress) {
		FrameTree tree = new FrameTree(root, progress);
		List<Path> homes = homes(tree, root);
		List<Sequence> sequences = new ArrayList<>();
		for (Path home : homes) {
			// a subject of two such folders is the same person
			String prefix = homes.size() == 1 ? "" : home.getFileName() + "/";
			for (Path subject : tree.subjects(home)) {
				for (FrameTree.Branch branch : tree.branches(subject)) {
					if (!branch.images().isEmpty()) sequences.add(sequence(tree, subject, prefix, branch));
				}
			}
		}
		// images in any folders would do otherwise
		if (sequences.stream().noneMatch(Sequence::labelled)) sequences.clear();
		return new Found(sequences, tree.problems());
	}

	private static Sequence sequence(FrameTree tree, Path subject, String prefix, FrameTree.Branch branch) {
		String label = branch.names().stream().filter(name -> Expression.of(name).isPresent()).findFirst().orElse(null);
		int[] numbers = FrameTree.numbers(branch.images());
		List<Frame> frames = IntStream.range(0, numbers.length).mapToObj(i -> new Frame(tree.relative(branch.images()
			.get(i)), numbers[i], label)).toList();
		return new Sequence(subject.getFileName().toString(), prefix + branch.name(), false, frames, Showing.MIDDLE, "");
	}
}
