package io.github.hyojo.importing;

import io.github.hyojo.data.Expression;
import io.github.hyojo.data.FrameSampling;
import io.github.hyojo.data.Taking;
import io.github.hyojo.layout.Frame;
import io.github.hyojo.layout.Sequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses the frames of sequences that are taken. */
record FrameChoice(Taking taking) {

	/**
	 * @param sequence a sequence
	 * @param frames all its frames, in the order of time
	 * @return those that are taken, limited per sequence; none if only labelled ones are wanted and it has no label
	 */
	List<Frame> of(Sequence sequence, List<Frame> frames) {
		if (taking.take() == Taking.Take.TRAINING) return FrameSampling.equalSteps(frames, taking.perSequence());
		List<Frame> shown = sequence.showing().positions(frames.size(), taking.middle()).stream().map(frames::get) //
			.filter(frame -> frame.label() != null).toList();
		List<Frame> taken = new ArrayList<>(FrameSampling.equalSteps(shown, taking.perSequence()));
		if (!taken.isEmpty() && sequence.showing().beginsNeutral() && frames.size() > 1) taken.add(0, neutral(frames.get(0)));
		return taken;
	}

	private static Frame neutral(Frame first) {
		return new Frame(first.file(), first.number(), Expression.NEUTRAL.label(), 0.0, first.eyes());
	}

	/**
	 * Limits the frames per subject.
	 *
	 * @param sequences all sequences
	 * @return the same, in the same order, with as many frames of each subject as are wanted
	 */
	List<PlannedSequence> perSubject(List<PlannedSequence> sequences) {
		if (taking.perSubject() == 0) return sequences;
		Map<String, List<Shot>> subjects = new LinkedHashMap<>();
		sequences.forEach(sequence -> subjects.computeIfAbsent(sequence.subject(), name -> new ArrayList<>())
			.addAll(sequence.shots()));
		Set<Shot> taken = Collections.newSetFromMap(new IdentityHashMap<>());
		subjects.values().forEach(shots -> taken.addAll(FrameSampling.equalSteps(shots, taking.perSubject())));
		return sequences.stream().map(sequence -> sequence.withShots(sequence.shots().stream().filter(taken::contains)
			.toList())).toList();
	}
}
