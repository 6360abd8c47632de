package io.github.hyojo.evaluation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

import io.github.hyojo.data.Expression;
import io.github.hyojo.data.Face;

public class RecognitionSetTest {

	private final List<Face> faces = new ArrayList<>();

	private void add(String subject, String label, Double intensity) {
		faces.add(new Face("" + faces.size(), subject, "1", faces.size(), label, intensity));
	}

	@Test
	public void whatShowsWhat() {
		add("A", "happy", 1.0);
		add("A", "happy", 0.85);
		add("A", "happy", 0.84);
		add("A", "happy", 0.0);
		add("A", "happy", null);
		add("A", null, 1.0);
		add("A", "neutral", 0.3);
		RecognitionSet shown = RecognitionSet.of(faces, 0.85);
		assertArrayEquals(new int[] { 0, 1, 3, 4, 6 }, shown.indices());
		assertEquals(List.of("happy", "happy", "neutral", "happy", "neutral"), shown.labels());
		assertEquals("all but the one without label", 6, RecognitionSet.of(faces, 0.5).count());
	}

	/** Five neutral frames, and at most three of another class: the first, the middle and the last stay. */
	@Test
	public void neutralFramesAreThinnedBySubject() {
		for (String label : List.of("happy", "sad", "sad", "sad", "happy")) {
			add("A", label, 0.0);
			add("A", label, 1.0);
		}
		add("B", "sad", 0.0);
		add("B", "sad", 1.0);
		add("C", "sad", 0.0);
		RecognitionSet shown = RecognitionSet.of(faces, 0.85);
		assertArrayEquals(new int[] { 0, 1, 3, 4, 5, 7, 8, 9, 10, 11 }, shown.indices());
		assertEquals(List.of("neutral", "happy", "sad", "neutral", "sad", "sad", "neutral", "happy", "neutral", "sad"),
			shown.labels());
	}

	@Test
	public void classesHaveTheirUsualOrder() {
		assertEquals(List.of("neutral", "happy", "contempt", "boredom", "pain"), Expression.inOrder(List.of("pain",
			"contempt", "happy", "boredom", "neutral", "happy")));
	}
}
