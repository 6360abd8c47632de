package io.github.hyojo.importing;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.ImportSettings;
import io.github.hyojo.data.Taking;
import io.github.hyojo.face.Alignment;
import io.github.hyojo.layout.Found;
import io.github.hyojo.layout.Frame;
import io.github.hyojo.layout.Problem;
import io.github.hyojo.layout.Sequence;
import io.github.hyojo.picture.Film;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes a plan. */
final class Planning {

	private static final String UNLABELLED = "It has no label and is left out.";

	private final List<Source> sources;
	private final ImportSettings settings;
	private final Set<String> excluded;
	private final Progress progress;
	private final FrameChoice choice;

	Planning(List<Source> sources, ImportSettings settings, Set<String> excluded, Progress progress) {
		this.sources = sources;
		this.settings = settings;
		this.excluded = excluded;
		this.progress = progress;
		choice = new FrameChoice(settings.taking());
	}

	ImportPlan plan() {
		List<PlannedSequence> sequences = new ArrayList<>();
		List<Problem> leftOut = new ArrayList<>();
		for (Source source : sources) {
			progress.report("Looking for faces", 0, 0);
			Found found = source.layout().findSome(source.root(), progress);
			checkLandmarks(source, found);
			for (Sequence sequence : found.sequences()) {
				progress.checkCanceled();
				progress.report("Looking at sequences", sequences.size(), 0);
				sequences.add(planned(source, sequence));
			}
			found.problems().forEach(problem -> leftOut.add(new Problem(source.prefixed(problem.file()), problem
				.reason())));
		}
		List<PlannedSequence> chosen = choice.perSubject(sequences);
		leftOut.addAll(unknownExcluded(chosen));
		List<PlannedSequence> taken = chosen.stream().map(this::withoutExcluded).toList();
		return new ImportPlan(sources, settings, taken, leftOut);
	}

	private void checkLandmarks(Source source, Found found) {
		if (settings.cut().alignment() != Alignment.LANDMARKS) return;
		boolean some = found.sequences().stream().flatMap(sequence -> sequence.frames().stream())
			.anyMatch(frame -> frame.eyes() != null);
		if (some) return;
		throw new HyojoException("No frame of " + source.root() +
			" has landmarks (a folder Landmarks as in CK+, or columns of a table); use alignment=detect.");
	}

	private PlannedSequence planned(Source source, Sequence sequence) {
		PlannedSequence planned = new PlannedSequence(source, sequence, sequence.frames().size(), List.of(), sequence
			.note());
		if (settings.taking().take() == Taking.Take.RECOGNITION && !sequence.labelled()) {
			return planned.noting(UNLABELLED);
		}
		if (!sequence.film()) return planned.taking(choice.of(sequence, sequence.frames()));
		return film(planned);
	}

	/** A film is read to count its frames; of one that cannot be read none is taken. */
	private PlannedSequence film(PlannedSequence planned) {
		Sequence sequence = planned.sequence();
		try (Film film = Film.open(planned.source().resolve(sequence.file()), progress)) {
			int count = film.info().frames();
			List<Frame> frames = sequence.frames();
			Frame first = frames.get(0);
			if (first.number() == Frame.EVERY) frames = IntStream.range(0, count).mapToObj(first::at).toList();
			PlannedSequence counted = new PlannedSequence(planned.source(), sequence, count, List.of(), planned.note());
			return film.problem().map(counted::noting).orElse(counted).taking(choice.of(sequence, frames));
		}
		catch (HyojoException e) {
			return new PlannedSequence(planned.source(), sequence, 0, List.of(), planned.note()).noting(e.getMessage());
		}
	}

	/** A name that is written wrong would not be noticed otherwise. */
	private List<Problem> unknownExcluded(List<PlannedSequence> sequences) {
		Set<String> unknown = new TreeSet<>(excluded);
		sequences.forEach(sequence -> sequence.shots().forEach(shot -> unknown.remove(shot.face().file())));
		return unknown.stream().map(file -> new Problem(file, "It is to be excluded, but is not among the frames to be taken."))
			.toList();
	}

	private PlannedSequence withoutExcluded(PlannedSequence sequence) {
		List<Shot> kept = sequence.shots().stream().filter(shot -> !excluded.contains(shot.face().file())).toList();
		int out = sequence.shots().size() - kept.size();
		return out == 0 ? sequence : sequence.withShots(kept).noting(out + " excluded.");
	}
}
