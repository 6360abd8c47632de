package io.github.hyojo.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.Test;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;

public class EvaluationTest {

	private static final EvaluationSettings SETTINGS = EvaluationSettings.DEFAULT.withRecognition(3, 5);

	/** Four subjects, in whose two sequences the expression feature rises from 0 to 120 (happy) or to 240 (sad). */
	private static Toy.Faces faces(String... labels) {
		Toy.Faces faces = new Toy.Faces();
		for (int s = 0; s < 4; s++) {
			for (int q = 0; q < labels.length; q++) {
				for (int f = 0; f < 5; f++) {
					faces.add("S" + s, "" + q, f, labels[q], f / 4.0, 50 * s, 30 * f * (q + 1) + s);
				}
			}
		}
		return faces;
	}

	@Test
	public void trainingAndTestSubjectsApart() {
		EvaluationResult result = Evaluation.of(new Toy(), faces("happy", "sad").dataset("S2", "S3"), SETTINGS,
			Progress.SILENT);
		assertEquals(Evaluation.RECOGNITION, result.measures().get(0));
		for (Part part : Part.values()) {
			MeasuredValue recognition = result.value(Evaluation.RECOGNITION, part).orElseThrow();
			// 0, 120 and 240 are three clusters
			assertEquals(100, recognition.mean(), 0);
			assertEquals(0, recognition.standardDeviation(), 0);
		}
		assertEquals(List.of(Part.TRAINING, Part.TEST), result.confusions().stream().map(Confusion::part).toList());
		// each of the two subjects: one neutral face, as many as are happy
		assertEquals(2, result.confusions().get(1).images(0));
	}

	@Test
	public void withoutTestSubjectsAndWithoutServingThem() {
		EvaluationResult all = Evaluation.of(new Toy(), faces("happy", "sad").dataset(), SETTINGS, Progress.SILENT);
		assertEquals(Optional.empty(), all.value(Evaluation.RECOGNITION, Part.TEST));
		Toy selective = new Toy() {

			@Override
			public boolean serves(FaceDataset faces) {
				return !faces.subjects().contains("S3");
			}
		};
		EvaluationResult some = Evaluation.of(selective, faces("happy", "sad").dataset("S3"), SETTINGS, Progress.SILENT);
		assertEquals(List.of(Part.TRAINING), some.values().stream().map(MeasuredValue::part).distinct().toList());
	}

	@Test
	public void whatCannotBeEvaluated() {
		refused("no expression labels", SETTINGS, faces(null, null));
		refused("shows 3 expression classes (neutral, happy, sad), fewer than the 9 clusters: set the number of clusters to 3",
			EvaluationSettings.DEFAULT, faces("happy", "sad"));
		refused("Only the subject S9 shows the expression angry", SETTINGS, faces("happy", "sad").add("S9", "1", 1, "angry",
			1.0, 0, 0));
		refused("intensity of 0.9 or more", SETTINGS.withThreshold(0.9), new Toy.Faces().add("A", "1", 1, "sad", 0.5, 0, 0));
		Toy.Faces few = faces("happy", "sad").add("T", "1", 1, "sad", 1.0, 0, 0).add("T", "1", 2, "happy", 1.0, 0, 0);
		refused("2 images of test subjects", SETTINGS, few, "T");
		assertThrows(HyojoException.class, () -> SETTINGS.withRecognition(1, 5));
		assertThrows(HyojoException.class, () -> SETTINGS.withRecognition(3, 0));
		assertThrows(HyojoException.class, () -> SETTINGS.withThreshold(0));
		assertThrows(HyojoException.class, () -> SETTINGS.withThreshold(Double.NaN));
	}

	private static void refused(String words, EvaluationSettings settings, Toy.Faces faces, String... testSubjects) {
		String sentence = assertThrows(HyojoException.class, () -> Evaluation.of(new Toy(), faces.dataset(testSubjects),
			settings, Progress.SILENT)).getMessage();
		assertTrue(sentence, sentence.contains(words));
		assertEquals(1, sentence.lines().count());
	}
}
