package io.github.hyojo.importing;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.Fingerprint;
import io.github.hyojo.data.HeldOut;
import io.github.hyojo.data.ImportSettings;
import io.github.hyojo.data.NaturalOrder;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.layout.Problem;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an import has recognised, and what it is going to take. Immutable; for each frame some hundred bytes. */
public final class ImportPlan {

	private final List<Source> sources;
	private final ImportSettings settings;
	private final List<PlannedSequence> sequences;
	private final List<Problem> leftOut;
	private final Set<String> testSubjects;

	/**
	 * @param sources what is imported
	 * @param settings how
	 * @param sequences what was found
	 * @param leftOut files that are left out; their names are prefixed by that of their source
	 * @throws HyojoException if two sequences have the same file, or the test subjects are unknown or leave no training
	 *           subject
	 */
	ImportPlan(List<Source> sources, ImportSettings settings, List<PlannedSequence> sequences, List<Problem> leftOut) {
		this.sources = sources;
		this.settings = settings;
		this.sequences = List.copyOf(sequences);
		this.leftOut = List.copyOf(leftOut);
		Set<String> files = new HashSet<>();
		faces().forEach(face -> {
			if (files.add(face.file())) return;
			throw new HyojoException("The file " + face.file() + " is found twice; remove one of its places.");
		});
		testSubjects = testSubjects();
	}

	/**
	 * Looks through the sources, without decoding anything; each film is read once to count its frames.
	 *
	 * @param sources what is to be imported
	 * @param settings how
	 * @param excluded files that are not to be taken, see {@link Face#file()}
	 * @param progress hears of each sequence
	 * @return the plan; it may be that nothing is to be taken
	 * @throws HyojoException if a source does not fit its layout, has no landmarks where these are wanted, a table of
	 *           labels is wrong, or the test subjects are unknown or leave no training subject
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	public static ImportPlan of(List<Source> sources, ImportSettings settings, Collection<String> excluded,
		Progress progress)
	{
		return new Planning(sources, settings, Set.copyOf(excluded), progress).plan();
	}

	private Set<String> testSubjects() {
		HeldOut heldOut = settings.heldOut();
		Set<String> all = new TreeSet<>(NaturalOrder.INSTANCE);
		Set<String> held = new TreeSet<>(NaturalOrder.INSTANCE);
		for (Source source : sources) {
			Set<String> subjects = new TreeSet<>(NaturalOrder.INSTANCE);
			sequences.stream().filter(sequence -> sequence.source() == source && !sequence.shots().isEmpty())
				.forEach(sequence -> subjects.add(sequence.subject()));
			if (subjects.isEmpty()) continue;
			all.addAll(subjects);
			held.addAll(heldOut.among(subjects));
		}
		for (String subject : heldOut.subjects()) {
			if (all.contains(subject)) continue;
			throw new HyojoException("The test subject " + subject + " is not in the dataset; its subjects are " +
				String.join(", ", all) + ".");
		}
		if (!held.isEmpty() && held.size() >= all.size()) {
			throw new HyojoException("Holding out " + held.size() + " of " + all.size() +
				" subjects leaves none for training; hold out fewer.");
		}
		return held;
	}

	/** @return what is imported */
	List<Source> sources() {
		return sources;
	}

	/** @return how */
	public ImportSettings settings() {
		return settings;
	}

	/** @return the sequences, those of a source one after the other */
	List<PlannedSequence> sequences() {
		return sequences;
	}

	/** @return files that are left out, and why */
	List<Problem> leftOut() {
		return leftOut;
	}

	/** @return the subjects that are held out, in natural order */
	Set<String> heldOut() {
		return testSubjects;
	}

	/** @return what will be known about the faces, in the order of the dataset */
	Stream<Face> faces() {
		return sequences.stream().flatMap(sequence -> sequence.shots().stream()).map(Shot::face);
	}

	/** @return how many frames are to be taken */
	public int frames() {
		return sequences.stream().mapToInt(sequence -> sequence.shots().size()).sum();
	}

	/** @return how much is to be taken, in a few words: frames, sequences, subjects */
	public String size() {
		List<PlannedSequence> taken = sequences.stream().filter(sequence -> !sequence.shots().isEmpty()).toList();
		return PlanText.number(frames(), "frame") + " of " + PlanText.number(taken.size(), "sequence") + " of " + PlanText
			.number(taken.stream().map(PlannedSequence::subject).distinct().count(), "subject");
	}

	/** @return what tells this plan from others: equal plans make equal datasets */
	String fingerprint() {
		String places = sources.stream().map(source -> source.root().toAbsolutePath().normalize().toString())
			.collect(Collectors.joining("\n"));
		String faces = faces().map(Face::toString).collect(Collectors.joining("\n"));
		return Fingerprint.of(JsonFile.text(settings) + "\n" + places + "\n" + faces);
	}

	/**
	 * @return what was recognised, in some lines for people: sources and layouts, subjects, sequences, labels and their
	 *         common names, frames to be taken, subjects held out, what is left out
	 */
	public String text() {
		return new PlanText(this).toString();
	}

	/** @return the plan as a table, a row per sequence and per file that is left out */
	public ImportReport report() {
		ImportReport report = new ImportReport(false);
		sequences.forEach(sequence -> report.add(sequence, List.of(), ""));
		leftOut.forEach(report::add);
		return report;
	}

	/** @return each label and its common name with the number of sequences that have it, by layout */
	Map<String, Map<String, Integer>> labels() {
		Map<String, Map<String, Integer>> labels = new LinkedHashMap<>();
		for (PlannedSequence sequence : sequences) {
			Map<String, Integer> counts = labels.computeIfAbsent(sequence.source().layout().name(),
				name -> new LinkedHashMap<>());
			for (String label : sequence.labels()) counts.merge(label, 1, Integer::sum);
		}
		return labels;
	}

	/** @return the sequences of a source */
	List<PlannedSequence> sequencesOf(Source source) {
		return sequences.stream().filter(sequence -> sequence.source() == source).toList();
	}
}
