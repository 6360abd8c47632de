package io.github.hyojo.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.hyojo.HyojoException;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.ConstantUtils;

import org.junit.Test;

public class FaceDatasetTest {

	/** Five faces of one pixel, its colour being the position. */
	static FaceDataset five(String... testSubjects) {
		List<int[]> pixels = IntStream.range(0, 5).mapToObj(i -> new int[] { i }).toList();
		return new FaceDataset(FaceDataset.images(pixels, 1), faces(), Set.of(testSubjects), settings(1));
	}

	private static List<Face> faces() {
		return List.of(face("a", "S10"), face("b", "S2"), face("c", "S10"), face("d", "S1"), face("e", "S2"));
	}

	private static Face face(String file, String subject) {
		return new Face(file, subject, "", 1, null, null);
	}

	private static ImportSettings settings(int size) {
		return ImportSettings.DEFAULT.withSize(size);
	}

	@Test
	public void subjectsAreSortedAndDistinct() {
		assertEquals(List.of("S1", "S2", "S10"), five().subjects());
		assertEquals(List.of("S2", "S10"), List.copyOf(five("S10", "S2").testSubjects()));
	}

	@Test
	public void halvedFacesAreMeansOfFourPixels() {
		// red 0 + 0 + 3 + 4 = 7, green 8 + 8 + 8 + 8, blue 255 + 255 + 254 + 255 = 1019: means 1.75, 8, 254.75
		int[] pixels = { 0x0008ff, 0x0008ff, 1, 1, 0x0308fe, 0xff0408ff, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3 };
		FaceDataset four = new FaceDataset(FaceDataset.images(List.of(pixels), 4), List.of(face("a", "S1")), Set.of(),
			settings(4));
		FaceDataset two = four.halved();
		assertArrayEquals(new int[] { 0xff0208ff, 0xff000001, 0xff000002, 0xff000003 }, two.pixels(0));
		assertEquals(2, two.size());
		assertEquals(2, two.settings().size());
		assertEquals(four.faces(), two.faces());
		assertTrue(assertThrows(HyojoException.class, () -> five().halved()).getMessage().contains("1 pixels cannot be halved"));
	}

	@Test
	public void mirrorImagesAreThoseOfFurtherSubjects() {
		Face face = new Face("a.png", "S1", "x", 3, "happy", 1.0);
		FaceDataset both = new FaceDataset(FaceDataset.images(List.of(new int[] { 1, 2, 3, 4 }), 2), List.of(face), Set.of(),
			settings(2)).mirrored();
		assertArrayEquals(new int[] { 1, 2, 3, 4 }, both.pixels(0));
		assertArrayEquals(new int[] { 2, 1, 4, 3 }, both.pixels(1));
		assertEquals(List.of("S1", "S1 mirrored"), both.subjects());
		assertEquals("happy", both.faces().get(1).expression());
		assertEquals(3, both.faces().get(1).frame());
	}

	@Test
	public void framesAreTakenInTheirOrder() {
		List<Face> faces = IntStream.of(4, 2, 0, 1, 3).mapToObj(frame -> new Face("" + frame, "S1", "x", frame, null, null))
			.toList();
		List<int[]> pixels = IntStream.range(0, 5).mapToObj(i -> new int[] { i }).toList();
		FaceDataset dataset = new FaceDataset(FaceDataset.images(pixels, 1), faces, Set.of("S1"), settings(1));
		FaceDataset sampled = dataset.framesPerSequence(3);
		assertEquals(List.of(0, 2, 4), sampled.faces().stream().map(Face::frame).toList());
		assertEquals(2, sampled.images().getAt(0, 0, 0).get());
		assertEquals(Set.of("S1"), sampled.testSubjects());
		assertEquals(List.of(4), dataset.framesPerSequence(1).faces().stream().map(Face::frame).toList());
		assertEquals(5, dataset.framesPerSequence(0).count());
	}

	@Test
	public void splitsBySubjectWithoutCopying() {
		FaceDataset dataset = five("S2");
		FaceDataset training = dataset.training(), test = dataset.test();
		assertEquals(List.of("a", "c", "d"), training.faces().stream().map(Face::file).toList());
		assertEquals(List.of("b", "e"), test.faces().stream().map(Face::file).toList());
		assertEquals(Set.of(), training.testSubjects());
		assertEquals(Set.of("S2"), test.testSubjects());
		assertTrue(training.images() instanceof PlanarImg);
		dataset.images().getAt(0, 0, 4).set(99);
		assertEquals(99, test.images().getAt(0, 0, 1).get());
	}

	@Test
	public void withoutTestSubjectsAllIsTraining() {
		assertEquals(5, five().training().count());
		assertEquals(0, five().test().count());
		assertArrayEquals(new long[] { 1, 1, 0 }, five().test().images().dimensionsAsLongArray());
	}

	@Test
	public void selectsFromAnyKindOfImage() {
		int[] values = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 };
		FaceDataset dataset = new FaceDataset(ArrayImgs.argbs(values, 2, 2, 5), faces(), Set.of("S2"), settings(2));
		FaceDataset selected = dataset.select(4, 0);
		assertEquals(List.of("e", "a"), selected.faces().stream().map(Face::file).toList());
		assertArrayEquals(new int[] { 16, 17, 18, 19 }, selected.pixels(0));
		assertEquals(1, selected.images().getAt(1, 0, 1).get());
		assertArrayEquals(new int[] { 0, 1, 2, 3 }, selected.select(1).pixels(0));
		assertThrows(IndexOutOfBoundsException.class, () -> dataset.select(5));
	}

	@Test
	public void fingerprintDependsOnContentAlone() {
		String fingerprint = five().fingerprint();
		assertTrue(fingerprint, fingerprint.matches("[0-9a-f]{64}"));
		assertEquals(fingerprint, five("S2").fingerprint());
		assertEquals(fingerprint, five().select(0, 1, 2, 3, 4).fingerprint());
		assertNotEquals(fingerprint, five().select(1, 0, 2, 3, 4).fingerprint());
		FaceDataset brighter = five();
		brighter.images().getAt(0, 0, 3).set(0x10000);
		assertNotEquals(fingerprint, brighter.fingerprint());
	}

	@Test
	public void refusesWhatDoesNotFitTogether() {
		assertFails(zeros(2, 2, 4), "There are 4 face images, but 5 rows about them");
		assertFails(zeros(2, 3, 5), "not a stack of squares");
		assertFails(zeros(3, 3, 5), "The face images have 3 pixels, but the settings say 2");
		HyojoException e = assertThrows(HyojoException.class,
			() -> new FaceDataset(zeros(2, 2, 2), List.of(face("a", "S1"), face("a", "S2")), Set.of(), settings(2)));
		assertEquals("The file a occurs twice in the dataset; give each face a file of its own.", e.getMessage());
	}

	@Test
	public void facesAreChecked() {
		assertThrows(HyojoException.class, () -> new Face(" ", "s", "", 1, null, null));
		assertThrows(HyojoException.class, () -> new Face("f", "", "", 1, null, null));
		assertThrows(HyojoException.class, () -> new Face("f", "s", "", -1, null, null));
		assertThrows(HyojoException.class, () -> new Face("f", "s", "", 1, null, 1.01));
		assertThrows(HyojoException.class, () -> new Face("f", "s", "", 1, null, Double.NaN));
		assertEquals(new Face("f", "s", "", 1, null, null), new Face("f", "s", null, 1, " ", null));
	}

	private static RandomAccessibleInterval<ARGBType> zeros(long... dimensions) {
		return ConstantUtils.constantRandomAccessibleInterval(new ARGBType(), new FinalInterval(dimensions));
	}

	private static void assertFails(RandomAccessibleInterval<ARGBType> images, String sentence) {
		HyojoException e =
			assertThrows(HyojoException.class, () -> new FaceDataset(images, faces(), Set.of(), settings(2)));
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
