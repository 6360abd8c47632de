package io.github.hyojo.importing;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.data.FaceStackFile;
import io.github.hyojo.data.FaceTree;
import io.github.hyojo.data.HeldOut;
import io.github.hyojo.data.ImportSettings;
import io.github.hyojo.data.StopAfter;
import io.github.hyojo.data.Taking;
import io.github.hyojo.picture.ImageFile;
import io.github.hyojo.picture.Picture;
import io.github.hyojo.picture.TinyFilm;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import javax.imageio.ImageIO;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FaceImporterTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path root;
	private Path output;

	@Before
	public void makeRoot() throws IOException {
		root = temp.newFolder().toPath();
		output = temp.newFolder().toPath().resolve("dataset");
	}

	@Test
	public void importsTheSampleFaces() throws IOException {
		ImportSettings settings = ImportSettings.DEFAULT.withCut(FaceCut.cropped(Crop.parse("0.18 0.28 0.82 0.92"), 64))
			.withFramesPerSequence(3).withHeldOut(HeldOut.named(List.of("S037")));
		FaceDataset dataset = Imports.importFaces(FaceTree.SAMPLES, settings, output);
		assertEquals(6 * 4 * 3, dataset.count());
		assertArrayEquals(new long[] { 64, 64, 72 }, dataset.images().dimensionsAsLongArray());
		assertEquals(List.of(1, 3, 5), dataset.faces().stream().map(Face::frame).limit(3).toList());
		assertEquals(Set.of("S037"), dataset.testSubjects());
		assertEquals(60, dataset.training().count());
		assertEquals(12, dataset.test().count());
		assertEquals(settings, dataset.settings());
		assertEquals("nothing but the dataset is left", List.of(output), FaceTree.content(output.getParent()));
		assertEquals(List.of("dataset.json", "faces.csv", "faces.tif", "import.csv"), FaceTree.content(output).stream()
			.map(file -> file.getFileName().toString()).toList());
	}

	/** What the version before alignment made of the same pictures. */
	@Test
	public void facesThatAreNotAlignedAreWhatTheyAlwaysWere() {
		ImportSettings settings = ImportSettings.DEFAULT.withCut(FaceCut.cropped(Crop.parse("0.18 0.28 0.82 0.92"), 64))
			.withSteady(false);
		assertEquals("c928ace4dde901750556cd37abc8d8e5da8e8b2ac199be5bc6b6ba55d963adbf", Imports.importFaces(FaceTree.SAMPLES, settings, output).fingerprint());
	}

	/** The same face of one subject, five times, moved by some pixels; another subject's face stays as it is. */
	@Test
	public void steadiedFacesOfASubjectLieOnEachOther() throws IOException {
		BufferedImage face = ImageIO.read(FaceTree.SAMPLES.resolve("images/S001/002/S001_002_00000001.png").toFile());
		int[][] moves = { { 0, 0 }, { 3, 0 }, { -3, 0 }, { 0, 3 }, { 0, -3 } };
		for (int i = 0; i < moves.length; i++) {
			BufferedImage moved = new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB);
			moved.getGraphics().drawImage(face, -8 - moves[i][0], -8 - moves[i][1], null);
			Files.createDirectories(root.resolve("moving"));
			ImageIO.write(moved, "png", root.resolve("moving/" + i + ".png").toFile());
		}
		Files.createDirectories(root.resolve("alone"));
		Files.copy(root.resolve("moving/0.png"), root.resolve("alone/0.png"));

		FaceDataset moving = Imports.importFaces(root, Imports.WHOLE.withSteady(false), output);
		FaceDataset steady = Imports.importFaces(root, Imports.WHOLE.withSteady(true), output.resolveSibling("steady"));

		assertEquals("alone", steady.faces().get(0).subject());
		assertTrue("alone: " + difference(moving, 0, steady, 0), difference(moving, 0, steady, 0) < 1);
		for (int i = 2; i < 6; i++) {
			double before = difference(moving, 1, moving, i), after = difference(steady, 1, steady, i);
			assertTrue(i + ": " + before + " before, " + after + " after", after < before / 4);
		}
	}

	/** @return mean absolute difference of the green values of two faces, without their margins of 8 pixels */
	private static double difference(FaceDataset a, int i, FaceDataset b, int k) {
		RandomAccess<ARGBType> one = a.images().randomAccess(), other = b.images().randomAccess();
		double sum = 0;
		for (int y = 8; y < 56; y++) {
			for (int x = 8; x < 56; x++) {
				sum += Math.abs(ARGBType.green(one.setPositionAndGet(x, y, i).get()) - ARGBType.green(other.setPositionAndGet(x, y, k)
					.get()));
			}
		}
		return sum / (48 * 48);
	}

	/** One import of all frames serves where few of them are wanted. */
	@Test
	public void aDatasetOfAllFramesIsSampledAsAnImportSamples() {
		ImportSettings all = Imports.SMALL.withHeldOut(HeldOut.named(List.of("S037")));
		FaceDataset sampled = Imports.importFaces(FaceTree.SAMPLES, all, output).framesPerSequence(3);
		FaceDataset imported = Imports.importFaces(FaceTree.SAMPLES, all.withFramesPerSequence(3), output.resolveSibling(
			"b"));
		assertEquals(imported.faces(), sampled.faces());
		assertEquals(imported.fingerprint(), sampled.fingerprint());
		assertEquals(imported.settings(), sampled.settings());
		assertEquals(imported.testSubjects(), sampled.testSubjects());
		assertEquals(12, sampled.test().count());
	}

	@Test
	public void findsAndAlignsTheSampleFaces() throws IOException {
		ImportPlan plan = Imports.plan(ImportSettings.DEFAULT.withFramesPerSequence(1), List.of(), FaceTree.SAMPLES);
		ImportReport report = FaceImporter.importFaces(plan, output, true, Progress.SILENT);
		FaceDataset dataset = FaceDatasetFolder.read(output, Progress.SILENT);
		assertEquals(List.of(), report.failures());
		assertEquals(24, dataset.count());
		// 24 pictures of 256 x 128 pixels, 3 bytes each
		assertTrue(Files.size(output.resolve("review.tif")) > 24 * 256 * 128 * 3);
		// it is not the picture itself that was scaled
		ImportSettings whole = Imports.WHOLE.withFramesPerSequence(1);
		assertFalse(colors(dataset, 0).equals(colors(Imports.importFaces(FaceTree.SAMPLES, whole, output.resolveSibling("b")),
			0)));
	}

	@Test
	public void mixesFormatsAndSizes() throws IOException {
		BufferedImage gray = new BufferedImage(100, 50, BufferedImage.TYPE_BYTE_GRAY);
		for (int i = 0; i < 5000; i++) gray.getRaster().setSample(i % 100, i / 100, 0, 200);
		FaceTree.image(root, "A/gray.JPG", gray);
		FaceTree.image(root, "A/rgb.png", 0x336699);
		FaceTree.image(root, "B/rgb.tif", 0x0000ff);
		FaceDataset dataset = importAll();
		assertEquals(List.of("A/gray.JPG", "A/rgb.png", "B/rgb.tif"),
			dataset.faces().stream().map(Face::file).toList());
		assertEquals(Set.of(0xffc8c8c8), colors(dataset, 0));
		assertEquals(Set.of(0xff336699), colors(dataset, 1));
		assertEquals(Set.of(0xff0000ff), colors(dataset, 2));
	}

	@Test
	public void reads16BitsAndTheFirstOfSeveralPages() throws IOException {
		for (String file : new String[] { "A/1.png", "A/2.tif" }) {
			BufferedImage deep = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
			for (int i = 0; i < 16; i++) deep.getRaster().setSample(i % 4, i / 4, 0, 25700);
			FaceTree.image(root, file, deep);
		}
		byte[][] pages = { { 0, 0, 4 }, { 0, 0, 1 } };
		FaceStackFile.write(root.resolve("A/3.tif"), 1, 1, List.of("a", "b"), i -> pages[i], Progress.SILENT);
		FaceDataset dataset = importAll();
		assertEquals(Set.of(0xff646464), colors(dataset, 0));
		assertEquals(Set.of(0xff646464), colors(dataset, 1));
		assertEquals(Set.of(0xff000004), colors(dataset, 2));
	}

	@Test
	public void takesNamesInAnyScript() throws IOException {
		assumeTrue("the system cannot name such files", "UTF-8".equals(System.getProperty("sun.jnu.encoding")));
		FaceTree.image(root, "山田, 花子/笑顔 1/顔 \"1\".png", 0x123456);
		Face face = new Face("山田, 花子/笑顔 1/顔 \"1\".png", "山田, 花子", "笑顔 1", 1, null, null);
		assertEquals(List.of(face), importAll().faces());
	}

	@Test
	public void aFilmIsASequence() throws IOException {
		FaceTree.film(root, "A/happy/film.avi", 0x000000, 0x404040, 0x808080, 0xc0c0c0, 0xff0000);
		FaceDataset dataset = Imports.importFaces(root, Imports.SMALL.withFramesPerSequence(3), output);
		assertEquals(List.of(0, 2, 4).stream().map(i -> new Face("A/happy/film.avi#" + i, "A", "happy/film.avi", i, "happy",
			null)).toList(), dataset.faces());
		assertEquals(Set.of(0xff000000), colors(dataset, 0));
		assertEquals(Set.of(0xff808080), colors(dataset, 1));
		assertEquals(Set.of(0xffff0000), colors(dataset, 2));
	}

	/** Ten frames of 50 ms; the middle half are those from 2 to 7. */
	@Test
	public void aFilmOfRavdessIsDecodedAndAligned() throws IOException {
		List<Picture> pictures = IntStream.range(0, 10).mapToObj(i -> ImageFile.read(FaceTree.SAMPLES.resolve(
			"images/S001/003/S001_003_0000000" + (i / 2 + 1) + ".png"))).toList();
		Path film = Files.createDirectories(root.resolve("Video_Speech_Actor_01/Actor_01")).resolve(
			"01-01-05-02-01-01-01.mp4");
		TinyFilm.write(film, pictures, TinyFilm.even(10, 50), 0);
		ImportSettings settings = ImportSettings.DEFAULT.withTaking(new Taking(Taking.Take.RECOGNITION, 0, 0, 0.5));
		FaceDataset dataset = Imports.importFaces(root, settings, output);
		String name = "Video_Speech_Actor_01/Actor_01/01-01-05-02-01-01-01.mp4#";
		assertEquals(IntStream.rangeClosed(2, 7).mapToObj(i -> new Face(name + i, "Actor_01", "01-05-02-01-01", i, "angry",
			null)).toList(), dataset.faces());
		assertTrue("a face has many colours", colors(dataset, 0).size() > 500);
	}

	/** As root every folder can be written; what the system keeps about processes cannot. */
	@Test
	public void saysThatNothingCanBeWritten() {
		assumeTrue("no such system", Files.isDirectory(Path.of("/proc/self")));
		ImportPlan plan = Imports.plan(Imports.SMALL, List.of(), FaceTree.SAMPLES);
		assertFails(() -> FaceImporter.importFaces(plan, Path.of("/proc/dataset"), false, Progress.SILENT),
			"Nothing can be written to /proc");
	}

	@Test
	public void drawsTestSubjectsBySeed() {
		assertEquals(testSubjects(2, 1), testSubjects(2, 1));
		assertEquals(2, testSubjects(2, 1).size());
		assertTrue(testSubjects(5, 7).containsAll(testSubjects(2, 7)));
		// the lowest two of what the program sha256sum makes of 1/S001 ... 1/S037: 6ece2eeb..., 799ce2f1...
		assertEquals(Set.of("S031", "S037"), testSubjects(2, 1));
	}

	private static Set<String> testSubjects(int count, long seed) {
		return Imports.plan(Imports.SMALL.withHeldOut(HeldOut.drawn(count, seed)), List.of(), FaceTree.SAMPLES).heldOut();
	}

	@Test
	public void aStoppedImportGoesOnWhereItWas() throws IOException {
		ImportPlan plan = Imports.plan(Imports.SMALL, List.of(), FaceTree.SAMPLES);
		String whole = Imports.importFaces(FaceTree.SAMPLES, Imports.SMALL, output.resolveSibling("whole")).fingerprint();
		assertThrows(CancellationException.class, () -> FaceImporter.importFaces(plan, output, true, new StopAfter(40)));
		assertFalse(Files.exists(output));
		Path scratch = FaceImporter.scratch(output);
		long done = FaceTree.content(scratch).stream().filter(file -> file.toString().matches(".*[0-9]\\.json")).count();
		assertTrue(done + " sequences of 5 frames", done >= 4 && done <= 8);
		// other settings would mix two datasets
		ImportPlan other = Imports.plan(Imports.SMALL.withSize(3), List.of(), FaceTree.SAMPLES);
		assertFails(() -> FaceImporter.importFaces(other, output, true, Progress.SILENT), scratch.toString());
		int[] begun = { -1 };
		FaceImporter.importFaces(plan, output, true, (message, frames, total) -> {
			if (message.equals("Importing faces") && begun[0] < 0) begun[0] = (int) frames;
		});
		assertEquals("it begins after the first sequence that is done", 5, begun[0]);
		assertEquals(whole, FaceDatasetFolder.read(output, Progress.SILENT).fingerprint());
		assertFalse(Files.exists(scratch));
	}

	@Test
	public void nothingIsOverwritten() throws IOException {
		Files.createDirectories(output);
		Files.writeString(output.resolve("thesis.txt"), "mine");
		ImportPlan plan = Imports.plan(Imports.SMALL, List.of(), FaceTree.SAMPLES);
		assertFails(() -> FaceImporter.importFaces(plan, output, false, Progress.SILENT), "already holds something");
		assertEquals(1, FaceTree.content(output.getParent()).size());
	}

	private FaceDataset importAll() {
		return Imports.importFaces(root, Imports.SMALL, output);
	}

	private static Set<Integer> colors(FaceDataset dataset, int index) {
		return Set.copyOf(StreamSupport.stream(Views.flatIterable(Views.hyperSlice(dataset.images(), 2, index)).spliterator(),
			false).map(ARGBType::get).toList());
	}

	private static void assertFails(Runnable work, String sentence) {
		HyojoException e = assertThrows(sentence, HyojoException.class, work::run);
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
