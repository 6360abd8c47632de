package io.github.hyojo.layout;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.face.Eyes;
import io.github.hyojo.face.Landmarks;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The layout of CK+: sequences that begin neutral and end at the apex of one expression.
 *
 * <pre>
 * cohn-kanade-images/S005/001/S005_001_00000001.png        (or images/...)
 * Emotion/S005/001/S005_001_00000011_emotion.txt           one number; only some sequences have one
 * Landmarks/S005/001/S005_001_00000001_landmarks.txt       optional: 68 points of a frame
 * labels.csv                                               optional: path,subject,sequence,frame,expression,intensity
 * </pre>
 *
 * The number is 0 neutral, 1 anger, 2 contempt, 3 disgust, 4 fear, 5 happy, 6 sadness, 7 surprise (and 8 calm, which
 * CK+ does not have). The label of a sequence is given to all its frames; their intensity grows with the frame number,
 * from 0 at the first frame to 1 at the last. Where there is a {@code labels.csv}, both come from there instead. An
 * emotion file with something else in it is noted, and its sequence has no label. The expression shows in the last third
 * of a sequence; the first frame is a neutral one.
 */
@Plugin(type = FaceLayout.class, priority = Priority.HIGH)
public class CkPlusLayout implements FaceLayout {

	private static final List<String> IMAGE_FOLDERS = List.of("cohn-kanade-images", "images");

	/** The position is CK+'s number of the expression. */
	private static final List<String> EMOTIONS = List.of("neutral", "anger", "contempt", "disgust", "fear", "happy",
		"sadness", "surprise", "calm");

	/**
	 * What is known about a sequence.
	 *
	 * @param label null if unknown
	 * @param note what is wrong with its emotion file
	 */
	private record Emotion(String label, String note) {

		private static final Emotion UNKNOWN = new Emotion(null, "");
	}

	@Override
	public String name() {
		return "CK+";
	}

	@Override
	public String tree() {
		return "cohn-kanade-images/S005/001/S005_001_00000001.png (or images/...) beside " +
			"Emotion/S005/001/S005_001_00000011_emotion.txt or labels.csv";
	}

	@Override
	public boolean matches(Path root) {
		if (Files.isDirectory(root.resolve("cohn-kanade-images"))) return true;
		boolean labelled = Files.isDirectory(root.resolve("Emotion")) || Files.exists(root.resolve("labels.csv"));
		return labelled && Files.isDirectory(root.resolve("images"));
	}

	@Override
	public Found find(Path root, Progress progress) {
		FrameTree tree = new FrameTree(root, progress);
		Optional<Path> images = IMAGE_FOLDERS.stream().map(root::resolve).filter(Files::isDirectory).findFirst();
		if (images.isEmpty()) return new Found(List.of(), List.of());
		Path labels = root.resolve("labels.csv");
		Map<String, FrameLabels.Label> table = Files.exists(labels) ? FrameLabels.read(labels) : null;
		List<Sequence> sequences = new ArrayList<>();
		for (Path subject : tree.subjects(images.get())) {
			for (FrameTree.Branch branch : tree.branches(subject)) {
				if (branch.images().isEmpty()) continue;
				String name = subject.getFileName().toString();
				Emotion emotion = table == null ? emotion(tree, root, name, branch) : Emotion.UNKNOWN;
				List<Frame> frames = frames(tree, root, name, branch, emotion.label);
				if (table != null) frames = frames.stream().map(frame -> FrameLabels.apply(table, frame)).toList();
				sequences.add(new Sequence(name, branch.name(), false, frames, Showing.END, emotion.note));
			}
		}
		return new Found(sequences, tree.problems());
	}

	private static List<Frame> frames(FrameTree tree, Path root, String subject, FrameTree.Branch branch, String label) {
		int[] numbers = FrameTree.numbers(branch.images());
		int first = numbers[0], last = numbers[numbers.length - 1];
		Path landmarks = root.resolve("Landmarks").resolve(subject).resolve(branch.name());
		boolean marked = Files.isDirectory(landmarks);
		return IntStream.range(0, numbers.length).mapToObj(i -> {
			Path image = branch.images().get(i);
			double progress = last > first ? (double) (numbers[i] - first) / (last - first) : 1;
			Path points = landmarks.resolve(FrameTree.stem(image) + "_landmarks.txt");
			Supplier<Eyes> eyes = marked && Files.exists(points) ? () -> Landmarks.read(points) : null;
			return new Frame(tree.relative(image), numbers[i], label, label == null ? null : progress, eyes);
		}).toList();
	}

	/** @return what the sequence's emotion file says */
	private static Emotion emotion(FrameTree tree, Path root, String subject, FrameTree.Branch branch) {
		Path folder = root.resolve("Emotion").resolve(subject).resolve(branch.name());
		if (!Files.isDirectory(folder)) return Emotion.UNKNOWN;
		return tree.children(folder).stream() //
			.filter(file -> file.getFileName().toString().endsWith("_emotion.txt")) //
			.findFirst().map(file -> read(tree, file)).orElse(Emotion.UNKNOWN);
	}

	private static Emotion read(FrameTree tree, Path file) {
		try {
			double code = Double.parseDouble(Files.readString(file).strip());
			if (code == Math.rint(code) && code >= 0 && code < EMOTIONS.size()) {
				return new Emotion(EMOTIONS.get((int) code), "");
			}
		}
		catch (IOException | NumberFormatException e) {
			// what is to be said is said below
		}
		return new Emotion(null, "The emotion file " + tree.relative(file) + " does not hold one number from 0 to 8.");
	}
}
