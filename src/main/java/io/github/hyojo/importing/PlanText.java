package io.github.hyojo.importing;

import io.github.hyojo.data.Expression;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.Taking;
import io.github.hyojo.face.Alignment;
import io.github.hyojo.layout.Problem;
import io.github.hyojo.layout.Showing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan in words. */
record PlanText(ImportPlan plan) {

	/** How many files that are left out are named. */
	private static final int NAMED = 3;

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		plan.sources().forEach(source -> text.append(source(source)));
		plan.labels().forEach((layout, labels) -> text.append(labels(layout, labels)));
		text.append(frames()).append(faces());
		if (!plan.heldOut().isEmpty()) text.append("Held out for testing: " + String.join(", ", plan.heldOut()) + "\n");
		return text + leftOut();
	}

	private String source(Source source) {
		List<PlannedSequence> sequences = plan.sequencesOf(source);
		long subjects = sequences.stream().map(PlannedSequence::subject).distinct().count();
		long labelled = sequences.stream().filter(sequence -> sequence.sequence().labelled()).count();
		return source.root() + "\n   layout " + source.layout().name() + ": " + number(subjects, "subject") + ", " + number(sequences
			.size(), "sequence") + ", " + labelled + " of them with a label\n";
	}

	static String number(long count, String thing) {
		return count + " " + thing + (count == 1 ? "" : "s");
	}

	private static String labels(String layout, Map<String, Integer> labels) {
		if (labels.isEmpty()) return "";
		return "Labels of " + layout + ": " + labels.entrySet().stream().map(label -> name(label.getKey()) + " (" + label
			.getValue() + ")").collect(Collectors.joining(", ")) + "\n";
	}

	private static String name(String label) {
		String common = Expression.commonName(label);
		return common.equals(label) ? label : label + " = " + common;
	}

	private String frames() {
		Taking taking = plan.settings().taking();
		String limit = taking.perSequence() > 0 ? ", " + taking.perSequence() + " of each sequence at equal steps" : taking
			.perSubject() > 0 ? ", " + taking.perSubject() + " of each subject at equal steps" : "";
		String kind = "";
		if (taking.take() == Taking.Take.RECOGNITION) {
			kind = ", those in which the labelled expression shows (" + plan.sequences().stream().filter(sequence -> sequence
				.sequence().labelled()).map(this::shown).distinct().collect(Collectors.joining("; ")) + ")";
		}
		int found = plan.sequences().stream().mapToInt(PlannedSequence::found).sum();
		return "Frames: " + found + " found, " + plan.frames() + " to be taken" + kind + limit + "\n";
	}

	private String shown(PlannedSequence sequence) {
		Showing showing = sequence.sequence().showing();
		String middle = showing == Showing.MIDDLE ? " " + percent(plan.settings().taking().middle()) : "";
		return sequence.source().layout().name() + ": " + showing.text() + middle;
	}

	private static String percent(double part) {
		return String.format(Locale.ROOT, "(%.0f %%)", 100 * part);
	}

	private String faces() {
		FaceCut cut = plan.settings().cut();
		String how = switch (cut.alignment()) {
			case OFF -> "the part " + cut.crop() + " of each picture";
			case DETECT -> "found in the pictures and aligned";
			case LANDMARKS -> "aligned by landmarks";
		};
		String framing = cut.alignment() == Alignment.OFF ? "" : String.format(Locale.ROOT,
			", eyes at %.2f of the height and %.2f apart", cut.framing().eyeHeight(), cut.framing().eyeDistance());
		return "Faces: " + cut.size() + " x " + cut.size() + " pixels, " + how + framing + "\n";
	}

	private String leftOut() {
		List<Problem> problems = plan.leftOut();
		StringBuilder text = new StringBuilder();
		long empty = plan.sequences().stream().filter(sequence -> sequence.shots().isEmpty()).count();
		if (empty > 0) text.append("Sequences without a frame to be taken: " + empty + "\n");
		if (!problems.isEmpty()) text.append("Files left out: " + problems.size() + "\n");
		problems.stream().limit(NAMED).forEach(problem -> text.append("   " + problem.file() + ": " + problem.reason() +
			"\n"));
		if (problems.size() > NAMED) text.append("   ...\n");
		return text.toString();
	}
}
