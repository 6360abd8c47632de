package io.github.hyojo.data;

import io.github.hyojo.HyojoException;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The layout of CK+: sequences that begin neutral and end at the apex of one expression.
 *
 * <pre>
 * cohn-kanade-images/S005/001/S005_001_00000001.png   (or images/...)
 * Emotion/S005/001/S005_001_00000011_emotion.txt      one number; only some sequences have one
 * labels.csv                                          optional: path,subject,sequence,frame,expression,intensity
 * </pre>
 *
 * The number is 0 neutral, 1 anger, 2 contempt, 3 disgust, 4 fear, 5 happy, 6 sadness, 7 surprise (and 8 calm, which
 * CK+ does not have). The label of a sequence is given to all its frames; their intensity grows with the frame number,
 * from 0 at the first frame to 1 at the last. Where there is a {@code labels.csv}, both come from there instead.
 */
@Plugin(type = FaceLayout.class, priority = Priority.HIGH)
public class CkPlusLayout implements FaceLayout {

	private static final List<String> IMAGE_FOLDERS = List.of("cohn-kanade-images", "images");

	/** The position is CK+'s number of the expression. */
	private static final List<Expression> EXPRESSIONS = List.of(Expression.NEUTRAL, Expression.ANGRY,
		Expression.CONTEMPT, Expression.DISGUST, Expression.FEARFUL, Expression.HAPPY, Expression.SAD,
		Expression.SURPRISE, Expression.CALM);

	private static final Pattern FRAME_NUMBER = Pattern.compile(".*?([0-9]{1,9})\\.[^.]+");

	@Override
	public String name() {
		return "CK+";
	}

	@Override
	public String tree() {
		return "images/subject/sequence/image beside Emotion/subject/sequence/..._emotion.txt or labels.csv (CK+)";
	}

	@Override
	public boolean matches(Path root) {
		if (Files.isDirectory(root.resolve("cohn-kanade-images"))) return true;
		boolean labelled = Files.isDirectory(root.resolve("Emotion")) || Files.exists(root.resolve("labels.csv"));
		return labelled && Files.isDirectory(root.resolve("images"));
	}

	@Override
	public List<Face> faces(Path root) {
		Path images = IMAGE_FOLDERS.stream().map(root::resolve).filter(Files::isDirectory).findFirst()
			.orElseThrow(() -> new HyojoException("The folder " + root +
				" has no folder cohn-kanade-images or images, which the layout CK+ expects;" +
				" choose another folder or layout."));
		Path labels = root.resolve("labels.csv");
		Map<String, FrameLabels.Label> table = Files.exists(labels) ? FrameLabels.read(labels) : null;
		List<Face> faces = new ArrayList<>();
		for (FrameTree.Sequence sequence : FrameTree.sequences(images)) {
			List<Face> frames = frames(root, sequence);
			if (table == null) frames = label(frames, expression(root, sequence));
			else frames = frames.stream().map(face -> FrameLabels.apply(table, face)).toList();
			faces.addAll(frames);
		}
		return faces;
	}

	private static List<Face> frames(Path root, FrameTree.Sequence sequence) {
		int[] numbers = frameNumbers(sequence.images());
		return IntStream.range(0, numbers.length).mapToObj(i -> {
			String file = FrameTree.relative(root, sequence.images().get(i));
			return new Face(file, sequence.subject(), sequence.name(), numbers[i], null, null);
		}).toList();
	}

	/** @return the numbers at the end of the file names; 1, 2, 3 ... if these do not rise from file to file */
	private static int[] frameNumbers(List<Path> images) {
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

	private static List<Face> label(List<Face> frames, Expression expression) {
		if (expression == null) return frames;
		int first = frames.get(0).frame(), last = frames.get(frames.size() - 1).frame();
		return frames.stream().map(face -> {
			double intensity = last > first ? (double) (face.frame() - first) / (last - first) : 1;
			return new Face(face.file(), face.subject(), face.sequence(), face.frame(), expression.label(), intensity);
		}).toList();
	}

	/** @return what the sequence's emotion file says, or null if it has none */
	private static Expression expression(Path root, FrameTree.Sequence sequence) {
		Path folder = root.resolve("Emotion").resolve(sequence.subject()).resolve(sequence.name());
		if (!Files.isDirectory(folder)) return null;
		return FrameTree.children(folder).stream() //
			.filter(file -> file.getFileName().toString().endsWith("_emotion.txt")) //
			.findFirst().map(CkPlusLayout::readEmotion).orElse(null);
	}

	private static Expression readEmotion(Path file) {
		try {
			double code = Double.parseDouble(Files.readString(file).strip());
			if (code == Math.rint(code) && code >= 0 && code < EXPRESSIONS.size()) return EXPRESSIONS.get((int) code);
			throw new NumberFormatException(code + " is none of the expressions");
		}
		catch (IOException | NumberFormatException e) {
			throw new HyojoException("The emotion file " + file +
				" does not hold one number from 0 to 8; correct or remove it.", e);
		}
	}
}
