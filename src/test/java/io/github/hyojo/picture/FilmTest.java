package io.github.hyojo.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

/** Each frame of the films carries its number in its brightness: number * 5. */
public class FilmTest {

	private static final int STEP = 5;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();
	private Path root;

	@Before
	public void findRoot() {
		root = folder.getRoot().toPath();
	}

	@Test
	public void knowsFilmsByTheirNames() {
		assertTrue(Film.isFilm(Path.of("a", "01-01-03.MP4")));
		assertTrue(Film.isFilm(Path.of("b.avi")));
		assertFalse(Film.isFilm(Path.of("b.png")));
		assertFalse(Film.isFilm(Path.of("mp4")));
	}

	@Test
	public void givesEachFrameInOrder() {
		Path file = film("film.mp4", 40, 64, 48);
		try (Film film = Film.open(file)) {
			assertEquals(new FilmInfo(64, 48, 25, 40, 1.6), film.info());
			for (int i = 0; i < 40; i++) {
				FilmFrame frame = film.next();
				assertEquals(i, frame.index());
				assertEquals(0.04 * i, frame.time(), 1e-6);
				assertEquals(64, frame.picture().width());
				assertEquals(48, frame.picture().height());
				assertEquals(i, number(frame));
			}
			assertNull(film.next());
			assertNull(film.next());
			assertEquals(Optional.empty(), film.problem());
		}
	}

	@Test
	public void ordersFramesAsTheyAreShownAndIgnoresSound() throws IOException {
		Path file = root.resolve("reordered.mp4");
		try (InputStream in = FilmTest.class.getResourceAsStream("reordered.mp4")) {
			Files.copy(in, file);
		}
		try (Film film = Film.open(file)) {
			assertEquals(40, film.info().frames());
			assertEquals(1.6, film.info().duration(), 1e-6);
			assertEquals(25, film.info().framesPerSecond(), 1e-6);
			assertEquals(numbers(0, 40), rest(film));
			assertEquals(Optional.empty(), film.problem());
		}
	}

	@Test
	public void passesOverFrames() {
		try (Film film = Film.open(film("film.mp4", 40, 64, 48))) {
			List<Integer> taken = new ArrayList<>();
			for (int i = 0; i < 40; i++) {
				if (i % 7 == 3) taken.add(number(film.next()));
				else assertTrue(film.skip());
			}
			assertEquals(List.of(3, 10, 17, 24, 31, 38), taken);
			assertFalse(film.skip());
		}
	}

	@Test
	public void tellsTheTimesOfAVaryingRate() {
		int[] times = { 0, 40, 80, 480, 500, 900, 933 };
		Path file = root.resolve("varying.mp4");
		TinyFilm.write(file, frames(7, 64, 48), times, 0);
		try (Film film = Film.open(file)) {
			assertEquals(7, film.info().frames());
			// the last frame is shown as long as the one before it, as nobody says otherwise
			assertEquals(0.95, film.info().duration(), 0.05);
			for (int i = 0; i < 7; i++) {
				FilmFrame frame = film.next();
				assertEquals(i, number(frame));
				assertEquals(times[i] / 1000.0, frame.time(), 1e-6);
			}
			assertNull(film.next());
		}
	}

	@Test
	public void turnsFramesUpright() {
		// red, green / blue, white; turned clockwise by 90 degrees: blue, red / white, green
		int[] colors = { 0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff };
		assertArrayEquals(new int[] { colors[2], colors[0], colors[3], colors[1] }, quarters(turned(colors, 90)));
		assertArrayEquals(new int[] { colors[3], colors[2], colors[1], colors[0] }, quarters(turned(colors, 180)));
		assertArrayEquals(new int[] { colors[1], colors[3], colors[0], colors[2] }, quarters(turned(colors, 270)));
		assertEquals(48, turned(colors, 90).width());
		assertEquals(64, turned(colors, 90).height());
	}

	@Test
	public void readsNamesOfAllKinds() {
		for (String name : new String[] { "表情, 喜び (1).mp4", "100%, [a];b's.mp4", "film" }) {
			try (Film film = Film.open(film(name, 3, 64, 48))) {
				assertEquals(name, numbers(0, 3), rest(film));
			}
		}
	}

	@Test
	public void readsSizesThatAreNoMultiplesOfBlocks() {
		try (Film film = Film.open(film("odd.mp4", 4, 50, 38))) {
			assertEquals(50, film.info().width());
			assertEquals(38, film.info().height());
			assertEquals(numbers(0, 4), rest(film));
		}
	}

	@Test
	public void givesWhatIsLeftOfAFilmThatIsCutOff() throws IOException {
		Path file = root.resolve("cut.mp4");
		TinyFilm.write(file, noise(30), TinyFilm.even(30, 40), 0);
		byte[] whole = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(whole, whole.length / 2));
		try (Film film = Film.open(file)) {
			int left = film.info().frames();
			assertTrue("" + left, left > 5 && left < 25);
			String sentence = "The film " + file + " is cut off after frame " + left + " of 30.";
			assertEquals(Optional.of(sentence), film.problem());
			int given = 0;
			while (film.next() != null) given++;
			assertEquals(left, given);
			assertEquals(Optional.of(sentence), film.problem());
		}
	}

	@Test
	public void refusesWhatIsNoFilm() throws IOException {
		Path file = root.resolve("x.mp4");
		assertFails(file, "The film " + file + " cannot be read; check that it is there");
		assertFails(root, "The film " + root + " cannot be read");
		Files.write(file, new byte[0]);
		assertFails(file, "The film " + file + " is empty; replace or remove it.");
		Files.writeString(file, "This is a letter, not a film. ".repeat(100));
		assertFails(file, "The file " + file + " is not a film that can be read");
		byte[] whole = Files.readAllBytes(film("whole.mp4", 3, 64, 48));
		for (int length : new int[] { 10, 100, 500 }) {
			Files.write(file, Arrays.copyOf(whole, length));
			assertFails(file, file.toString());
		}
	}

	@Test
	public void refusesPicturesAndSound() throws IOException {
		for (String kind : new String[] { "png", "jpg", "tif" }) {
			Path picture = Path.of("test-images/faces/images/S001/002/S001_002_00000001.png");
			Path file = root.resolve(kind + ".mp4");
			javax.imageio.ImageIO.write(javax.imageio.ImageIO.read(picture.toFile()), kind, file.toFile());
			assertFails(file, "The file " + file + " is");
		}
		Path sound = root.resolve("sound.avi");
		Files.write(sound, wave());
		assertFails(sound, "The file " + sound + " holds no pictures, only sound");
	}

	@Test
	public void countingIsCanceled() {
		Path file = film("film.mp4", 3, 64, 48);
		assertThrows(CancellationException.class, () -> Film.open(file, new Progress() {

			@Override
			public void report(String message, long done, long total) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		}));
	}

	private Path film(String name, int frames, int width, int height) {
		Path file = root.resolve(name);
		TinyFilm.write(file, frames(frames, width, height), TinyFilm.even(frames, 40), 0);
		return file;
	}

	private static List<Picture> frames(int count, int width, int height) {
		List<Picture> frames = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int[] argb = new int[width * height];
			Arrays.fill(argb, 0xff000000 | STEP * i * 0x10101);
			frames.add(new Picture(width, height, argb));
		}
		return frames;
	}

	/** Frames that cannot be compressed much. */
	private static List<Picture> noise(int count) {
		Random random = new Random(1);
		List<Picture> frames = new ArrayList<>();
		for (int i = 0; i < count; i++) frames.add(new Picture(64, 48, random.ints(64 * 48, 0, 0x40).toArray()));
		return frames;
	}

	private Picture turned(int[] colors, int degrees) {
		int[] argb = new int[64 * 48];
		for (int i = 0; i < argb.length; i++) argb[i] = colors[i / 64 / 24 * 2 + i % 64 / 32];
		Path file = root.resolve("turned" + degrees + ".mp4");
		TinyFilm.write(file, List.of(new Picture(64, 48, argb)), new int[] { 0 }, degrees);
		try (Film film = Film.open(file)) {
			Picture picture = film.next().picture();
			assertEquals(film.info().width(), picture.width());
			assertEquals(film.info().height(), picture.height());
			return picture;
		}
	}

	/** @return the colours in the middle of the quarters, each channel rounded to none or all */
	private static int[] quarters(Picture picture) {
		int[] colors = new int[4];
		for (int i = 0; i < 4; i++) {
			int x = (2 * (i % 2) + 1) * picture.width() / 4, y = (2 * (i / 2) + 1) * picture.height() / 4;
			int argb = picture.argb()[y * picture.width() + x];
			colors[i] = 0xff000000;
			for (int shift = 0; shift <= 16; shift += 8) if ((argb >> shift & 0xff) > 127) colors[i] |= 0xff << shift;
		}
		return colors;
	}

	private static List<Integer> rest(Film film) {
		List<Integer> numbers = new ArrayList<>();
		for (FilmFrame frame = film.next(); frame != null; frame = film.next()) {
			assertEquals(numbers.size(), frame.index());
			numbers.add(number(frame));
		}
		return numbers;
	}

	private static List<Integer> numbers(int from, int to) {
		List<Integer> numbers = new ArrayList<>();
		for (int i = from; i < to; i++) numbers.add(i);
		return numbers;
	}

	private static int number(FilmFrame frame) {
		Picture picture = frame.picture();
		int middle = picture.argb()[picture.height() / 2 * picture.width() + picture.width() / 2];
		return (int) Math.round((middle >> 8 & 0xff) / (double) STEP);
	}

	/** @return a second of silence as a WAV file */
	private static byte[] wave() {
		java.nio.ByteBuffer wave = java.nio.ByteBuffer.allocate(44 + 8000).order(java.nio.ByteOrder.LITTLE_ENDIAN);
		wave.put("RIFF".getBytes()).putInt(36 + 8000).put("WAVEfmt ".getBytes()).putInt(16).putShort((short) 1);
		wave.putShort((short) 1).putInt(8000).putInt(8000).putShort((short) 1).putShort((short) 8);
		wave.put("data".getBytes()).putInt(8000);
		return wave.array();
	}

	private static void assertFails(Path file, String sentence) {
		HyojoException e = assertThrows(sentence, HyojoException.class, () -> Film.open(file).close());
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
