package io.github.hyojo.layout;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.face.Eyes;
import io.github.hyojo.file.CsvTable;
import io.github.hyojo.picture.Film;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * A table of comma-separated values that names the files and what is known about them; it is itself the source.
 *
 * <pre>
 * file,subject,sequence,frame,expression,intensity,lefteyex,lefteyey,righteyex,righteyey
 * Anna/smile 1.png,Anna,smile,1,happy,0.0,31.5,40.0,64.5,41.0
 * films/anna.mp4,Anna,,,,,,,,
 * films/bo.mp4,Bo,,12,happy,,,,,
 * </pre>
 *
 * Only {@code file} (relative to the table) and {@code subject} have to be there; further columns do not matter.
 * Images of the same subject and sequence belong together, by their frame numbers or in the order of the rows. A film is
 * a sequence of its own: all frames, or those that rows name by their index from 0. The eyes are those on the left and
 * on the right in the picture, in pixels from its upper left corner. The expression shows in all frames that the
 * table names.
 */
@Plugin(type = FaceLayout.class, priority = Priority.LOW)
public class CsvLayout implements FaceLayout {

	private static final String FILE = "file", SUBJECT = "subject", SEQUENCE = "sequence", FRAME = "frame",
		EXPRESSION = "expression", INTENSITY = "intensity";
	private static final List<String> EYES = List.of("lefteyex", "lefteyey", "righteyex", "righteyey");

	@Override
	public String name() {
		return "CSV";
	}

	@Override
	public String tree() {
		return "a table.csv with the columns file,subject[,sequence,frame,expression,intensity," + String.join(",", EYES) +
			"]";
	}

	@Override
	public boolean matches(Path root) {
		return Files.isRegularFile(root) && root.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
	}

	@Override
	public Found find(Path root, Progress progress) {
		if (!Files.isRegularFile(root)) return new Found(List.of(), List.of());
		List<Problem> problems = new ArrayList<>();
		Map<String, Map<String, List<Frame>>> subjects = new LinkedHashMap<>();
		Set<String> files = new HashSet<>();
		for (CsvTable.Row row : CsvTable.read(root, List.of(FILE, SUBJECT))) {
			progress.checkCanceled();
			Frame frame = frame(row);
			String sequence = isFilm(frame) && !text(row, SEQUENCE).isEmpty() ? text(row, SEQUENCE) + "/" + frame.file()
				: isFilm(frame) ? frame.file() : text(row, SEQUENCE);
			List<Frame> frames = subjects.computeIfAbsent(text(row, SUBJECT), name -> new LinkedHashMap<>())
				.computeIfAbsent(sequence, name -> new ArrayList<>());
			String wrong = wrong(frame, text(row, SUBJECT), frames, files);
			if (wrong.isEmpty()) frames.add(frame);
			else problems.add(new Problem(frame.file(), "Row " + row.row() + " " + wrong));
		}
		List<Sequence> sequences = new ArrayList<>();
		subjects.forEach((subject, named) -> named.forEach((name, frames) -> {
			if (!frames.isEmpty()) sequences.add(sequence(subject, name, frames));
		}));
		return new Found(sequences, problems);
	}

	/** @return what is wrong with a row, as the end of a sentence; empty if nothing is */
	private static String wrong(Frame frame, String subject, List<Frame> sequence, Set<String> files) {
		if (frame.file().isEmpty()) return "names no file.";
		if (subject.isEmpty()) return "names no subject.";
		boolean film = isFilm(frame), every = frame.number() == Frame.EVERY;
		if (!every && frame.number() < 0) return "has a negative frame number.";
		if (!film && !sequence.isEmpty() && every != (sequence.get(0).number() == Frame.EVERY)) {
			return "has " + (every ? "no" : "a") + " frame number, unlike the rows of its sequence above it.";
		}
		if (!film && !every && sequence.stream().anyMatch(other -> other.number() == frame.number())) {
			return "is a second one for the same frame; the first one is taken.";
		}
		if (frame.intensity() != null && !(frame.intensity() >= 0 && frame.intensity() <= 1)) {
			return "has an intensity that is not from 0 to 1.";
		}
		boolean clash = film && !sequence.isEmpty() && (every || sequence.get(0).number() == Frame.EVERY);
		if (clash || !files.add(film ? frame.file() + "#" + frame.number() : frame.file())) {
			return "names the file for the second time.";
		}
		return "";
	}

	/** @return what a row says; the frame number is {@link Frame#EVERY} where it has none */
	private static Frame frame(CsvTable.Row row) {
		String expression = text(row, EXPRESSION);
		return new Frame(text(row, FILE).replace('\\', '/'), text(row, FRAME).isEmpty() ? Frame.EVERY : row.integer(FRAME),
			expression.isEmpty() ? null : expression, text(row, INTENSITY).isEmpty() ? null : row.number(INTENSITY),
			eyes(row));
	}

	private static Supplier<Eyes> eyes(CsvTable.Row row) {
		if (EYES.stream().anyMatch(column -> text(row, column).isEmpty())) return null;
		double[] at = EYES.stream().mapToDouble(row::number).toArray();
		String where = "Row " + row.row() + " of " + row.file();
		return () -> {
			boolean finite = DoubleStream.of(at).allMatch(Double::isFinite);
			if (finite && at[0] < at[2]) return new Eyes(at[0], at[1], at[2], at[3]);
			throw new HyojoException(where + " has the left eye not left of the right one in the picture; correct it.");
		};
	}

	private static Sequence sequence(String subject, String name, List<Frame> frames) {
		boolean film = isFilm(frames.get(0));
		List<Frame> numbered = new ArrayList<>(frames);
		if (!film && frames.get(0).number() == Frame.EVERY) {
			numbered.clear();
			for (Frame frame : frames) numbered.add(frame.at(numbered.size() + 1));
		}
		numbered.sort(Comparator.comparingInt(Frame::number));
		return new Sequence(subject, name, film, numbered, Showing.WHOLE, "");
	}

	private static boolean isFilm(Frame frame) {
		return !frame.file().isEmpty() && Film.isFilm(Path.of(frame.file()));
	}

	/** @return the text in a column, without blanks around it; empty if the table has no such column */
	private static String text(CsvTable.Row row, String column) {
		return row.columns().contains(column) ? row.text(column).strip() : "";
	}
}
