package io.github.hyojo.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;

public class LandmarksTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void readsTheCentresOfTheEyes() throws IOException {
		List<String> lines = points();
		// 37 to 42, counted from 1: x 200 to 205, y 300; 43 to 48: x 400, y 310 to 315
		for (int i = 0; i < 6; i++) {
			lines.set(36 + i, "   " + (2 + i / 100.0) + "000000e+02   3.0000000e+02");
			lines.set(42 + i, "   4.0000000e+02   3.1" + i + "00000e+02");
		}
		assertEquals(new Eyes(202.5, 300, 400, 312.5), Landmarks.read(file(lines)));
	}

	@Test
	public void refusesRubbish() throws IOException {
		List<String> lines = points();
		lines.set(4, "1.0 two");
		assertFails(lines, "have \"1.0 two\" for point 5, which are not two numbers");
		lines.set(4, "1.0");
		assertFails(lines, "have \"1.0\" for point 5");
		lines.set(4, "NaN 3");
		assertFails(lines, "have \"NaN 3\" for point 5");
		lines.remove(4);
		assertFails(lines, "have 67 points instead of 68");
		assertFails(List.of(), "have 0 points instead of 68");
		assertFails(points(), "have the left eye (points 37 to 42) not left of the right one");
		Path file = folder.getRoot().toPath().resolve("binary.txt");
		Files.write(file, new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1 });
		HyojoException e = assertThrows(HyojoException.class, () -> Landmarks.read(file));
		assertTrue(e.getMessage(), e.getMessage().contains("are not text"));
		assertThrows(HyojoException.class, () -> Landmarks.read(folder.getRoot().toPath().resolve("none.txt")));
	}

	private static List<String> points() {
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < 68; i++) lines.add("   1.0000000e+02   2.0000000e+02");
		return lines;
	}

	private Path file(List<String> lines) throws IOException {
		return Files.write(folder.getRoot().toPath().resolve("landmarks, 花子.txt"), lines);
	}

	private void assertFails(List<String> lines, String sentence) throws IOException {
		Path file = file(lines);
		HyojoException e = assertThrows(sentence, HyojoException.class, () -> Landmarks.read(file));
		assertTrue(e.getMessage(), e.getMessage().contains(sentence) && e.getMessage().contains(file.toString()));
	}
}
