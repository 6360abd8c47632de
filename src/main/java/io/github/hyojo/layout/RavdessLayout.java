package io.github.hyojo.layout;

import io.github.hyojo.Progress;
import io.github.hyojo.picture.Film;

import org.scijava.plugin.Plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout of RAVDESS (the Ryerson Audio-Visual Database of Emotional Speech and Song): films whose names say
 * everything.
 *
 * <pre>
 * Actor_01/01-01-03-02-01-01-01.mp4                          or nested deeper, as the archives unpack:
 * Video_Speech_Actor_01/Actor_01/01-01-03-02-01-01-01.mp4
 * </pre>
 *
 * The numbers are modality (01 picture and sound, 02 picture alone, 03 sound alone), channel (01 speech, 02 song),
 * emotion (01 neutral, 02 calm, 03 happy, 04 sad, 05 angry, 06 fearful, 07 disgust, 08 surprised), its intensity,
 * statement, repetition and actor. Sound alone is skipped. Of a take that is there with and without sound, the film with
 * sound is taken: the pictures are the same. A sequence is named by the numbers from channel to repetition. Files with
 * other names are left out. The expression shows in the middle part of a film.
 */
@Plugin(type = FaceLayout.class)
public class RavdessLayout implements FaceLayout {

	private static final Pattern NAME = Pattern.compile("(0[123])-([0-9]{2}-([0-9]{2})-[0-9]{2}-[0-9]{2}-[0-9]{2})-" +
		"([0-9]{2})\\.[^.]+");
	private static final String SOUND_ALONE = "03";
	/** The position is RAVDESS's number of the emotion less 1. */
	private static final List<String> EMOTIONS = List.of("neutral", "calm", "happy", "sad", "angry", "fearful", "disgust",
		"surprised");
	/** How deep films lie at most, for a glance. */
	private static final int DEPTH = 3;

	@Override
	public String name() {
		return "RAVDESS";
	}

	@Override
	public String tree() {
		return "[Video_Speech_Actor_01/]Actor_01/01-01-03-02-01-01-01.mp4";
	}

	@Override
	public boolean matches(Path root) {
		return Files.isDirectory(root) && hasTake(new FrameTree(root, Progress.SILENT), root, DEPTH);
	}

	private static boolean hasTake(FrameTree tree, Path folder, int depth) {
		List<Path> children = tree.children(folder);
		return children.stream().anyMatch(child -> Film.isFilm(child) && NAME.matcher(child.getFileName().toString())
			.matches()) || depth > 1 && children.stream().filter(Files::isDirectory) //
				.anyMatch(child -> hasTake(tree, child, depth - 1));
	}

	@Override
	public Found find(Path root, Progress progress) {
		FrameTree tree = new FrameTree(root, progress);
		Map<String, Matcher> takes = new TreeMap<>();
		Map<String, Path> films = new TreeMap<>();
		List<Path> all = tree.branches(root).stream().flatMap(branch -> branch.films().stream()) //
			.sorted(Comparator.comparing(film -> film.getFileName().toString())).toList();
		for (Path film : all) {
			Matcher name = NAME.matcher(film.getFileName().toString());
			if (!name.matches()) {
				tree.leaveOut(film, "Its name is not that of a RAVDESS film, such as 01-01-03-02-01-01-01.mp4.");
			}
			else if (name.group(1).equals(SOUND_ALONE)) tree.leaveOut(film, "It has sound alone (modality 03).");
			else if (takes.putIfAbsent(name.group(4) + name.group(2), name) == null) {
				films.put(name.group(4) + name.group(2), film);
			}
			else tree.leaveOut(film, "It has the pictures of the same take as " + tree.relative(films.get(name.group(4) +
				name.group(2))) + ", which is taken.");
		}
		List<Sequence> sequences = new ArrayList<>();
		takes.forEach((take, name) -> sequences.add(sequence(name, tree.relative(films.get(take)))));
		return new Found(sequences, tree.problems());
	}

	private static Sequence sequence(Matcher name, String file) {
		Optional<String> emotion = emotion(Integer.parseInt(name.group(3)));
		String note = emotion.isPresent() ? "" : "The emotion " + name.group(3) + " is none from 01 to 08.";
		return Sequence.film("Actor_" + name.group(4), name.group(2), file, emotion.orElse(null), note);
	}

	private static Optional<String> emotion(int number) {
		return number < 1 || number > EMOTIONS.size() ? Optional.empty() : Optional.of(EMOTIONS.get(number - 1));
	}
}
