package io.github.hyojo.importing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.data.FaceTree;
import io.github.hyojo.data.ImportSettings;
import io.github.hyojo.face.Alignment;
import io.github.hyojo.face.Framing;
import io.github.hyojo.picture.PictureTest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Whatever is wrong with some files becomes a row in the report, and the rest goes on. */
public class BadInputTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path root;
	private Path output;

	/** One good image of subject A. */
	@Before
	public void makeSource() throws IOException {
		root = temp.newFolder("faces").toPath();
		output = temp.getRoot().toPath().resolve("dataset");
		FaceTree.image(root, "A/good.png", 0x336699);
	}

	@Test
	public void twoImportsToOneFolder() {
		List<String> refused = new ArrayList<>();
		Progress meanwhile = (message, done, total) -> {
			if (message.equals("Importing faces") && refused.isEmpty()) refused.add(assertThrows(HyojoException.class,
				() -> Imports.importFaces(root, Imports.SMALL.withFramesPerSequence(1), output)).getMessage());
		};
		FaceImporter.importFaces(Imports.plan(Imports.SMALL, List.of(), root), output, false, meanwhile);
		assertEquals(List.of("Another import to " + output
			+ " is under way: wait until it ends, or choose another output."), refused);
		assertEquals("the first one is whole", 1, FaceDatasetFolder.read(output, Progress.SILENT).count());
		assertTrue(Files.notExists(FaceImporter.scratch(output)));
	}

	@Test
	public void filesThatAreNoImages() throws IOException {
		FaceTree.text(root, "B/letter.png", "This is a letter, not an image.");
		Files.write(root.resolve("B/empty.jpg"), new byte[0]);
		FaceTree.film(root, "B/film.tif", 0, 0);
		FaceTree.image(root, "B/kind.tif", PictureTest.floatingPoint());
		assertFailures("B/empty.jpg", "is empty", "B/film.tif", "not an image that can be read", "B/kind.tif",
			"floating-point", "B/letter.png", "not an image that can be read");
	}

	@Test
	public void aWrongExtensionIsNoFault() throws IOException {
		Files.move(FaceTree.image(root, "B/1.png", 0xff0000), root.resolve("B/1.jpg"));
		FaceTree.film(root, "B/film.mp4", 0, 0x808080);
		assertFailures();
		assertEquals(4, FaceDatasetFolder.read(output, Progress.SILENT).count());
	}

	@Test
	public void imagesThatAreCutOff() throws IOException {
		BufferedImage noise = new BufferedImage(96, 96, BufferedImage.TYPE_3BYTE_BGR);
		Random random = new Random(1);
		for (int i = 0; i < 96 * 96; i++) noise.setRGB(i % 96, i / 96, random.nextInt());
		int count = 0;
		for (String kind : new String[] { "png", "jpg", "tif" }) {
			byte[] whole = Files.readAllBytes(FaceTree.image(root, "B/x." + kind, noise));
			Files.delete(root.resolve("B/x." + kind));
			for (double part : new double[] { 0.001, 0.01, 0.1, 0.5, 0.9, 0.99 }) {
				Files.write(root.resolve("B/" + count++ + "." + kind), Arrays.copyOf(whole, (int) (part * whole.length)));
			}
		}
		ImportReport report = importFaces(Imports.SMALL);
		assertEquals(18, report.failures().size());
		assertEquals(1, FaceDatasetFolder.read(output, Progress.SILENT).count());
		List<String> failed = Files.readAllLines(output.resolve("failed.csv"));
		assertEquals("file,subject,sequence,frame,reason", failed.get(0));
		assertTrue(failed.get(1), failed.get(1).startsWith("B/0.png,B,,1,"));
	}

	@Test
	public void filmsThatAreNone() throws IOException {
		FaceTree.text(root, "B/letter.mp4", "This is a letter, not a film.");
		Files.write(root.resolve("B/empty.avi"), new byte[0]);
		Files.write(root.resolve("B/sound.mp4"), sound());
		List<List<Object>> rows = importFaces(Imports.SMALL).sequences();
		assertEquals(4, rows.size());
		for (List<Object> row : rows.subList(1, 4)) {
			assertEquals(0, row.get(6));
			assertTrue(row.toString(), row.get(8).toString().contains(row.get(1).toString()));
		}
	}

	/** Half of the frames are there, the others are told of. */
	@Test
	public void aFilmThatIsCutOff() throws IOException {
		byte[] whole = Files.readAllBytes(FaceTree.film(root, "B/film.avi", new int[20]));
		Files.write(root.resolve("B/film.avi"), Arrays.copyOf(whole, whole.length / 2));
		List<Object> row = importFaces(Imports.SMALL).sequences().get(1);
		int faces = FaceDatasetFolder.read(output, Progress.SILENT).count() - 1;
		assertTrue("" + faces, faces >= 8 && faces <= 10);
		assertTrue(row.toString(), row.get(8).toString().contains("film.avi"));
	}

	@Test
	public void aFrameThatATableNamesButTheFilmLacks() throws IOException {
		FaceTree.film(root, "film.avi", 0, 0x808080, 0xff0000);
		Path table = FaceTree.text(root, "table.csv", "file,subject,frame\nfilm.avi,A,1\nfilm.avi,A,7\nnone.png,A,\n");
		ImportReport report = FaceImporter.importFaces(Imports.plan(Imports.SMALL, List.of(), table), output, false,
			Progress.SILENT);
		assertEquals(List.of(List.of("film.avi#7", "A", "film.avi", 7, "The film ends before this frame."), List.of("none.png",
			"A", "", 1, "There is no such file.")), report.failures());
		assertEquals(1, FaceDatasetFolder.read(output, Progress.SILENT).count());
	}

	@Test
	public void loopsAndStraysAndSecondFiles() throws IOException {
		Files.createSymbolicLink(root.resolve("A/loop"), root);
		FaceTree.image(root, "A/good.jpg", 0);
		FaceTree.image(root, "stray.png", 0);
		List<List<Object>> rows = importFaces(Imports.SMALL).sequences();
		List<String> notes = rows.subList(1, rows.size()).stream().map(row -> row.get(8).toString()).toList();
		assertEquals(3, notes.stream().filter(note -> note.startsWith("A/good.png: It is a second") || note.startsWith(
			"stray.png: It lies outside") || note.startsWith("A/loop/A: It is a link that leads back") || note.startsWith(
				"A/loop/stray.png")).limit(3).count());
	}

	/** 400 million pixels, which would be 1.6 GB. */
	@Test
	public void anEnormousImage() throws IOException {
		Files.createDirectories(root.resolve("B"));
		Files.write(root.resolve("B/large.png"), blackPng(20000));
		importFaces(Imports.SMALL);
		assertEquals(2, FaceDatasetFolder.read(output, Progress.SILENT).count());
	}

	@Test
	public void noFaceAtAll() throws IOException {
		ImportSettings settings = ImportSettings.DEFAULT;
		HyojoException e = assertThrows(HyojoException.class, () -> importFaces(settings));
		assertEquals("None of the 1 frames gave a face. The first one, A/good.png: No face was found.", e.getMessage());
		assertEquals("nothing is left", List.of(root), FaceTree.content(temp.getRoot().toPath()));
	}

	@Test
	public void picturesWithoutAFaceAreListed() throws IOException {
		Files.copy(FaceTree.SAMPLES.resolve("images/S001/002/S001_002_00000001.png"), root.resolve("A/face.png"));
		ImportReport report = importFaces(ImportSettings.DEFAULT);
		assertEquals(List.of(List.of("A/good.png", "A", "", 2, "No face was found.")), report.failures());
	}

	@Test
	public void landmarksThatAreMissingOrRubbish() throws IOException {
		Path table = FaceTree.text(root, "table.csv", "file,subject,lefteyex,lefteyey,righteyex,righteyey\n" +
			"A/good.png,A,2,3,6,3\nA/b.png,A,,,,\nA/c.png,A,6,3,2,3\n");
		FaceTree.image(root, "A/b.png", 0);
		FaceTree.image(root, "A/c.png", 0);
		ImportSettings settings = ImportSettings.DEFAULT.withCut(new FaceCut(4, Alignment.LANDMARKS, Framing.TIGHT,
			Crop.WHOLE));
		ImportReport report = FaceImporter.importFaces(Imports.plan(settings, List.of(), table), output, false,
			Progress.SILENT);
		assertEquals(List.of("It has no landmarks.", "Row 4 of " + table +
			" has the left eye not left of the right one in the picture; correct it."), report.failures().stream().map(row -> row
				.get(4)).toList());
		FaceDataset dataset = FaceDatasetFolder.read(output, Progress.SILENT);
		assertEquals(1, dataset.count());
	}

	private ImportReport importFaces(ImportSettings settings) {
		return FaceImporter.importFaces(Imports.plan(settings, List.of(), root), output, false, Progress.SILENT);
	}

	/** @param expected in turn a file that fails, and a part of the reason */
	private void assertFailures(String... expected) {
		List<List<Object>> failures = importFaces(Imports.SMALL).failures();
		assertEquals(failures.toString(), expected.length / 2, failures.size());
		for (int i = 0; i < failures.size(); i++) {
			assertEquals(expected[2 * i], failures.get(i).get(0));
			assertTrue(failures.get(i).toString(), failures.get(i).get(4).toString().contains(expected[2 * i + 1]));
		}
		assertTrue(FaceDatasetFolder.read(output, Progress.SILENT).count() > 0);
	}

	/** A second of silence as WAV. */
	private static byte[] sound() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.writeBytes("RIFF");
		out.writeInt(Integer.reverseBytes(36 + 8000));
		out.writeBytes("WAVEfmt ");
		for (int value : new int[] { 16, 1 << 16 | 1, 8000, 8000, 8 << 16 | 1 }) out.writeInt(Integer.reverseBytes(value));
		out.writeBytes("data");
		out.writeInt(Integer.reverseBytes(8000));
		out.write(new byte[8000]);
		return bytes.toByteArray();
	}

	/** A black image of 1 bit per pixel. */
	private static byte[] blackPng(int edge) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		ByteArrayOutputStream header = new ByteArrayOutputStream();
		DataOutputStream fields = new DataOutputStream(header);
		fields.writeInt(edge);
		fields.writeInt(edge);
		fields.write(new byte[] { 1, 0, 0, 0, 0 });
		chunk(out, "IHDR", header.toByteArray());
		ByteArrayOutputStream pixels = new ByteArrayOutputStream();
		try (DeflaterOutputStream packed = new DeflaterOutputStream(pixels, new Deflater(1))) {
			byte[] row = new byte[1 + (edge + 7) / 8];
			for (int y = 0; y < edge; y++) packed.write(row);
		}
		chunk(out, "IDAT", pixels.toByteArray());
		chunk(out, "IEND", new byte[0]);
		return bytes.toByteArray();
	}

	private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
		CRC32 sum = new CRC32();
		sum.update(name.getBytes());
		sum.update(content);
		out.writeInt(content.length);
		out.writeBytes(name);
		out.write(content);
		out.writeInt((int) sum.getValue());
	}
}
