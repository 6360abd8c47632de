package io.github.hyojo.layout;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Expression;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain folders: one per subject, in it images or films, or folders of them.
 *
 * <pre>
 * subject/image                    one sequence without a name
 * subject/sequence/image           a folder of images is a sequence
 * subject/film.mp4                 a film is a sequence
 * subject/happy/image              a folder in the subject's folder that is named by an expression is the label
 * subject/happy/sequence/image
 * subject/happy/film.mp4
 * </pre>
 *
 * Expressions are known by their common names and those of {@link Expression}, whatever their case. Sequences may be
 * nested deeper; a sequence is named by all folders between the subject and its images. Images are numbered from 1 in
 * natural order of the file names. The expression shows in all images of a sequence, and in the middle part of a film.
 */
@Plugin(type = FaceLayout.class, priority = Priority.EXTREMELY_LOW)
public class FolderLayout implements FaceLayout {

	@Override
	public String name() {
		return "folders";
	}

	@Override
	public String tree() {
		return "subject/[expression/][sequence/]image or film";
	}

	@Override
	public boolean matches(Path root) {
		return Files.isDirectory(root) && new FrameTree(root, Progress.SILENT).children(root).stream()
			.anyMatch(Files::isDirectory);
	}

	@Override
	public Found find(Path root, Progress progress) {
		FrameTree tree = new FrameTree(root, progress);
		List<Sequence> sequences = new ArrayList<>();
		for (Path subject : tree.subjects(root)) {
			for (FrameTree.Branch branch : tree.branches(subject)) addSequences(tree, subject, branch, sequences);
		}
		return new Found(sequences, tree.problems());
	}

	private static void addSequences(FrameTree tree, Path folder, FrameTree.Branch branch, List<Sequence> sequences) {
		String subject = folder.getFileName().toString();
		String first = branch.names().isEmpty() ? "" : branch.names().get(0);
		String label = Expression.of(first).isPresent() ? first : null;
		List<Frame> frames = new ArrayList<>();
		for (Path image : branch.images()) frames.add(new Frame(tree.relative(image), frames.size() + 1, label));
		if (!frames.isEmpty()) {
			sequences.add(new Sequence(subject, branch.name(), false, frames, Showing.WHOLE, ""));
		}
		for (Path film : branch.films()) {
			String name = branch.names().isEmpty() ? "" : branch.name() + "/";
			sequences.add(Sequence.film(subject, name + film.getFileName(), tree.relative(film), label, ""));
		}
	}
}
