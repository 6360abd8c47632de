package io.github.hyojo.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class EyeTrackTest {

	private final EyeTrack<String> track = new EyeTrack<>();
	private final List<TrackedFrame<String>> settled = new ArrayList<>();

	@Test
	public void weighsNeighboursByTheirNearness() {
		addAll(0, 100, 100, 106, 100, 100);
		finish();
		// weights 1 2 3 2 1: 100 + 3 * 6 / 9 in the middle
		assertEquals(102, x(2), 1e-9);
		assertEquals(List.of("0", "1", "2", "3", "4"), settled.stream().map(TrackedFrame::frame).toList());
	}

	@Test
	public void keepsUpWithAHeadThatMovesSteadily() {
		addAll(0, 100, 103, 106, 109, 112, 115);
		finish();
		for (int i = 0; i < 6; i++) assertEquals(100 + 3 * i, x(i), 1e-9);
	}

	@Test
	public void givesFramesBackTwoLater() {
		addAll(0, 100, 100);
		assertTrue(settled.isEmpty());
		addAll(2, 100, 100);
		assertEquals(2, settled.size());
		finish();
		assertEquals(4, settled.size());
	}

	@Test
	public void fillsShortGaps() {
		addAll(0, 100, 100);
		addNone(2, 3);
		addAll(5, 106);
		finish();
		// between 100 in frame 1 and 106 in frame 5
		assertEquals(101.5, x(2), 1e-9);
		assertEquals(104.5, x(4), 1e-9);
		assertEquals(Evidence.NEIGHBORS, settled.get(3).face().get().evidence());
	}

	@Test
	public void leavesLongGapsAndEndsWithoutAFace() {
		addNone(0, 2);
		addAll(2, 100, 100);
		addNone(4, 5);
		addAll(9, 100);
		addNone(10, 1);
		finish();
		assertEquals(11, settled.size());
		for (int i = 0; i < 11; i++) assertEquals("" + i, i == 2 || i == 3 || i == 9, settled.get(i).face().isPresent());
	}

	@Test
	public void beginsAnewAtACut() {
		addAll(0, 100, 100, 100, 150, 150, 150);
		finish();
		for (int i = 0; i < 6; i++) assertEquals(i < 3 ? 100 : 150, x(i), 1e-9);
	}

	@Test
	public void fillsInNothingAcrossACut() {
		addAll(0, 100, 100);
		addNone(2, 1);
		addAll(3, 150, 150);
		finish();
		assertFalse(settled.get(2).face().isPresent());
	}

	@Test
	public void holdsFewFramesHoweverLongNoneIsFound() {
		int given = 0;
		addAll(0, 100);
		for (int i = 1; i < 1000; i++) {
			track.add(i, "" + i, Optional.empty()).forEach(settled::add);
			given = settled.size();
			assertTrue(i + 1 - given <= EyeTrack.LONGEST_GAP + EyeTrack.RADIUS + 1);
		}
	}

	@Test
	public void framesFarApartHaveNoSay() {
		track.add(0, "0", face(100)).forEach(settled::add);
		track.add(10, "10", face(106)).forEach(settled::add);
		track.add(20, "20", face(112)).forEach(settled::add);
		finish();
		assertEquals(106, x(1), 1e-9);
		assertThrows(IllegalArgumentException.class, () -> {
			track.add(3, "3", face(1));
			track.add(3, "3", face(1));
		});
	}

	private void addAll(int first, double... x) {
		for (int i = 0; i < x.length; i++) settled.addAll(track.add(first + i, "" + (first + i), face(x[i])));
	}

	private void addNone(int first, int count) {
		for (int i = first; i < first + count; i++) settled.addAll(track.add(i, "" + i, Optional.empty()));
	}

	private void finish() {
		settled.addAll(track.finish());
	}

	/** Eyes 40 pixels apart. */
	private static Optional<FoundFace> face(double x) {
		return Optional.of(new FoundFace(new Eyes(x, 50, x + 40, 50), new FaceBox(x - 30, 10, 100, 100),
			Evidence.BOTH_EYES));
	}

	private double x(int i) {
		return settled.get(i).face().get().eyes().leftX();
	}
}
