package io.github.hyojo.importing;

import io.github.hyojo.file.CsvTable;
import io.github.hyojo.layout.Problem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What became of each sequence, of each file that was left out, and of each frame that gave no face: two tables. */
public final class ImportReport {

	/** The headings of the table of sequences; of a plan without {@code failed}. */
	private static final List<String> SEQUENCES = List.of("subject", "sequence", "layout", "label", "expression", "found",
		"taken", "failed", "note");
	private static final List<String> FAILURES = List.of("file", "subject", "sequence", "frame", "reason");
	private static final int FAILED = SEQUENCES.indexOf("failed");

	private final boolean imported;
	private final List<List<Object>> sequences = new ArrayList<>();
	private final List<List<Object>> failures = new ArrayList<>();

	/** @param imported whether it is about an import, not about a plan */
	ImportReport(boolean imported) {
		this.imported = imported;
	}

	/** Adds a sequence, with the frames of it that gave no face, and a further note. */
	void add(PlannedSequence sequence, List<Failure> failed, String note) {
		List<Object> row = sequence.row();
		row.add(failed.size());
		row.add(sequence.noting(note).note());
		add(row);
		for (Failure failure : failed) {
			Shot shot = sequence.shots().get(failure.shot());
			failures.add(List.of(shot.face().file(), shot.face().subject(), shot.face().sequence(), shot.face().frame(), failure
				.reason()));
		}
	}

	/** Adds a file that was left out. */
	void add(Problem problem) {
		add(new ArrayList<>(Arrays.asList("", "", "", "", "", null, null, null, problem.file() + ": " + problem.reason())));
	}

	private void add(List<Object> row) {
		if (!imported) row.remove(FAILED);
		sequences.add(row);
	}

	/**
	 * @return headings of the table of sequences: subject, sequence, layout, label (what the source says), expression
	 *         (its common name), found, taken, failed (numbers of frames; not in a plan), note
	 */
	public List<String> headings() {
		return SEQUENCES.stream().filter(heading -> imported || !heading.equals(SEQUENCES.get(FAILED))).toList();
	}

	/** @return a row per sequence, then one per file that was left out, which has a note alone */
	public List<List<Object>> sequences() {
		return sequences;
	}

	/** @return headings of the table of frames that gave no face: file, subject, sequence, frame, reason */
	public List<String> failureHeadings() {
		return FAILURES;
	}

	/** @return a row per frame that was to be taken and gave no face */
	public List<List<Object>> failures() {
		return failures;
	}

	/** Writes {@code import.csv} and, if frames failed, {@code failed.csv} into a folder. */
	void write(Path folder) throws IOException {
		CsvTable.write(folder.resolve("import.csv"), headings(), sequences);
		if (!failures.isEmpty()) CsvTable.write(folder.resolve("failed.csv"), FAILURES, failures);
	}
}
