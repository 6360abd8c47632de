package io.github.hyojo.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.picture.PictureTest;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FaceImporterTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path root;

	@Before
	public void makeRoot() throws IOException {
		root = temp.newFolder().toPath();
	}

	@Test
	public void importsTheSampleFaces() {
		ImportSettings settings = ImportSettings.DEFAULT.withCrop(Crop.parse("0.18 0.28 0.82 0.92"))
			.withFramesPerSequence(3).withTestSubjects(List.of("S037"));
		FaceDataset dataset = FaceImporter.importFaces(FaceTree.SAMPLES, settings, Progress.SILENT);
		assertEquals(6 * 4 * 3, dataset.count());
		assertArrayEquals(new long[] { 64, 64, 72 }, dataset.images().dimensionsAsLongArray());
		assertEquals(List.of(1, 3, 5), dataset.faces().stream().map(Face::frame).limit(3).toList());
		assertEquals(Set.of("S037"), dataset.testSubjects());
		assertEquals(60, dataset.training().count());
		assertEquals(12, dataset.test().count());
		assertEquals(settings, dataset.settings());
	}

	/** One import of all frames serves where few of them are wanted. */
	@Test
	public void aDatasetOfAllFramesIsSampledAsAnImportSamples() {
		ImportSettings all = ImportSettings.DEFAULT.withTestSubjects(List.of("S037"));
		FaceDataset sampled = FaceImporter.importFaces(FaceTree.SAMPLES, all, Progress.SILENT).framesPerSequence(3);
		FaceDataset imported = FaceImporter.importFaces(FaceTree.SAMPLES, all.withFramesPerSequence(3), Progress.SILENT);
		assertEquals(imported.faces(), sampled.faces());
		assertEquals(imported.fingerprint(), sampled.fingerprint());
		assertEquals(imported.settings(), sampled.settings());
		assertEquals(imported.testSubjects(), sampled.testSubjects());
		assertEquals(12, sampled.test().count());
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
		FaceStackFile.write(FaceDatasetTest.five().select(4, 1), root.resolve("A/3.tif"), Progress.SILENT);
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
	public void drawsTestSubjectsBySeed() {
		assertEquals(testSubjects(2, 1), testSubjects(2, 1));
		assertEquals(2, testSubjects(2, 1).size());
		assertTrue(testSubjects(5, 7).containsAll(testSubjects(2, 7)));
		// the lowest two of what the program sha256sum makes of 1/S001 ... 1/S037: 6ece2eeb..., 799ce2f1...
		assertEquals(Set.of("S031", "S037"), testSubjects(2, 1));
	}

	@Test
	public void refusesTestSubjectsThatLeaveNothingOrAreUnknown() {
		ImportSettings settings = ImportSettings.DEFAULT.withSize(1);
		assertFails(FaceTree.SAMPLES, settings.withTestSubjects(List.of("S001", "S002")),
			"The test subject S002 is not in the dataset; its subjects are S001, S009, S013, S021, S031, S037.");
		String sentence = "Holding out 6 of 6 subjects leaves none for training; hold out fewer.";
		List<String> all = List.of("S001", "S009", "S013", "S021", "S031", "S037");
		assertFails(FaceTree.SAMPLES, settings.withTestCount(6, 1), sentence);
		assertFails(FaceTree.SAMPLES, settings.withTestSubjects(all), sentence);
	}

	@Test
	public void refusesWhatIsNotAFolderOfImages() throws IOException {
		Path nowhere = root.resolve("nowhere");
		assertFails(nowhere, "The folder " + nowhere + " does not exist; check the path.");
		Path file = FaceTree.text(root, "file.txt", "");
		assertFails(file, file + " is a file; choose the folder that holds the images.");
		assertFails(root, "The folder " + root + " holds no subjects' folders");
	}

	@Test
	public void refusesFilesThatAreNoImages() throws IOException {
		Path file = FaceTree.text(root, "A/1.png", "This is a letter, not an image.");
		assertFails(root, "The file " + file + " is not an image that can be read");
		Files.write(file, new byte[0]);
		assertFails(root, "The file " + file + " is not an image that can be read");
	}

	@Test
	public void refusesImagesThatAreCutOff() throws IOException {
		BufferedImage noise = new BufferedImage(96, 96, BufferedImage.TYPE_3BYTE_BGR);
		Random random = new Random(1);
		for (int i = 0; i < 96 * 96; i++) noise.setRGB(i % 96, i / 96, random.nextInt());
		for (String name : new String[] { "A/1.png", "A/1.jpg", "A/1.tif" }) {
			Path file = FaceTree.image(root, name, noise);
			byte[] whole = Files.readAllBytes(file);
			for (double part : new double[] { 0.001, 0.01, 0.1, 0.5, 0.9, 0.99 }) {
				Files.write(file, Arrays.copyOf(whole, (int) (part * whole.length)));
				assertFails(root, file.toString());
			}
			Files.delete(file);
		}
	}

	@Test
	public void namesTheImageOfAKindThatItCannotUse() throws IOException {
		Path file = FaceTree.image(root, "A/1.tif", PictureTest.floatingPoint());
		assertFails(root, file + ": The image has signed, floating-point or 32-bit pixels");
	}

	@Test
	public void stopsWhenCanceled() {
		StopAfter progress = new StopAfter(10);
		assertThrows(CancellationException.class,
			() -> FaceImporter.importFaces(FaceTree.SAMPLES, ImportSettings.DEFAULT, progress));
		assertEquals(10, progress.last());
	}

	@Test
	public void settingsAreChecked() {
		ImportSettings settings = ImportSettings.DEFAULT;
		for (Runnable wrong : new Runnable[] { () -> settings.withSize(0), () -> settings.withSize(1025),
			() -> settings.withFramesPerSequence(-1), () -> settings.withTestCount(-1, 1),
			() -> settings.withCrop(null), () -> new ImportSettings("auto", 64, Crop.WHOLE, 0, List.of("S001"), 1, 1) })
		{
			assertThrows(HyojoException.class, wrong::run);
		}
	}

	private static Set<String> testSubjects(int count, long seed) {
		ImportSettings settings = ImportSettings.DEFAULT.withSize(1).withFramesPerSequence(1);
		return FaceImporter.importFaces(FaceTree.SAMPLES, settings.withTestCount(count, seed), Progress.SILENT)
			.testSubjects();
	}

	private FaceDataset importAll() {
		return FaceImporter.importFaces(root, ImportSettings.DEFAULT.withSize(2), Progress.SILENT);
	}

	private static Set<Integer> colors(FaceDataset dataset, int index) {
		return Set.copyOf(Arrays.stream(dataset.pixels(index)).boxed().toList());
	}

	private static void assertFails(Path source, String sentence) {
		assertFails(source, ImportSettings.DEFAULT, sentence);
	}

	private static void assertFails(Path source, ImportSettings settings, String sentence) {
		HyojoException e = assertThrows(sentence, HyojoException.class,
			() -> FaceImporter.importFaces(source, settings, Progress.SILENT));
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
