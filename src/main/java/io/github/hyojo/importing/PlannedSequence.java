package io.github.hyojo.importing;

import io.github.hyojo.data.Expression;
import io.github.hyojo.data.Face;
import io.github.hyojo.layout.Frame;
import io.github.hyojo.layout.Sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A sequence, and which frames of it are to be taken.
 *
 * @param source what it is part of
 * @param sequence the sequence
 * @param found how many frames it has; 0 if that cannot be found out
 * @param shots the frames to be taken, in the order of time
 * @param note what to tell about it, one or more sentences; empty if there is nothing to tell
 */
record PlannedSequence(Source source, Sequence sequence, int found, List<Shot> shots, String note) {

	/**
	 * @param frames the frames to be taken, labelled as they are to be
	 * @return the sequence with these frames
	 */
	PlannedSequence taking(List<Frame> frames) {
		return withShots(frames.stream().map(frame -> new Shot(frame, face(frame))).toList());
	}

	/**
	 * @param shots see {@link #shots()}
	 * @return the sequence with other frames
	 */
	PlannedSequence withShots(List<Shot> shots) {
		return new PlannedSequence(source, sequence, found, shots, note);
	}

	/**
	 * @param sentence a further note
	 * @return the sequence with it
	 */
	PlannedSequence noting(String sentence) {
		return new PlannedSequence(source, sequence, found, shots, (note + " " + sentence).strip());
	}

	private Face face(Frame frame) {
		String file = sequence.film() ? frame.file() + "#" + frame.number() : frame.file();
		return new Face(source.prefixed(file), subject(), sequence.name(), frame.number(), Expression.commonName(frame
			.label()), frame.intensity());
	}

	/** @return the subject's name among all sources */
	String subject() {
		return source.prefixed(sequence.subject());
	}

	/** @return what the source calls the expressions of its frames, each once; empty if it does not say */
	List<String> labels() {
		return sequence.frames().stream().map(Frame::label).filter(Objects::nonNull).distinct().toList();
	}

	/** @return the common names of these */
	String expressions() {
		return labels().stream().map(Expression::commonName).distinct().collect(Collectors.joining(", "));
	}

	/** @return the row about it in a report: what is known before the import */
	List<Object> row() {
		return new ArrayList<>(List.of(subject(), sequence.name(), source.layout().name(), String.join(", ", labels()),
			expressions(), found, shots.size()));
	}
}
