package io.github.hyojo.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.ConstantUtils;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FaceDatasetFolderTest {

	private static final int SIZE = 20;

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path parent;
	private Path folder;
	private FaceDataset dataset;

	@Before
	public void makeDataset() throws IOException {
		parent = temp.newFolder().toPath();
		folder = parent.resolve("my faces");
		List<Face> faces = List.of(new Face("A/001/a 1.png", "A", "001", 1, "neutral", 0.0),
			new Face("A/001/a, \"2\".png", "A", "001", 2, "happy", 1 / 3.0),
			new Face("山田, 花子/笑顔/顔.png", "山田, 花子", "笑顔", 3, null, null), //
			new Face("B/\nline.png", "B", "", 0, " odd; class ", 1.0));
		Random random = new Random(1);
		List<int[]> pixels = IntStream.range(0, 4)
			.mapToObj(i -> random.ints(SIZE * SIZE).map(argb -> argb | 0xff000000).toArray()).toList();
		ImportSettings settings = ImportSettings.DEFAULT.withCut(FaceCut.cropped(new Crop(0.1, 0, 1, 0.7), SIZE))
			.withHeldOut(HeldOut.named(List.of("山田, 花子")));
		dataset = new FaceDataset(FaceDataset.images(pixels, SIZE), faces, Set.of("山田, 花子"), settings);
	}

	@Test
	public void readsWhatItWrote() throws IOException {
		FaceDatasetFolder.write(dataset, folder, Progress.SILENT);
		assertEquals(List.of(folder), FaceTree.content(parent));
		assertEquals(List.of("dataset.json", "faces.csv", "faces.tif"),
			FaceTree.content(folder).stream().map(file -> file.getFileName().toString()).toList());
		for (Path path : List.of(folder, folder.resolve("dataset.json"))) {
			FaceDataset read = FaceDatasetFolder.read(path, Progress.SILENT);
			assertEquals(dataset.faces(), read.faces());
			assertEquals(dataset.testSubjects(), read.testSubjects());
			assertEquals(dataset.settings(), read.settings());
			assertEquals(dataset.fingerprint(), read.fingerprint());
			for (int i = 0; i < 4; i++) assertArrayEquals(dataset.pixels(i), read.pixels(i));
		}
	}

	@Test
	public void refusesMoreThanATiffCanHold() throws IOException {
		// 1366 images of 1024 x 1024 pixels, 3 bytes each, are more than 2^32 bytes
		List<Face> many = IntStream.range(0, 1366).mapToObj(i -> new Face("f" + i, "s", "", i, null, null)).toList();
		RandomAccessibleInterval<ARGBType> black =
			ConstantUtils.constantRandomAccessibleInterval(new ARGBType(), new FinalInterval(1024, 1024, 1366));
		FaceDataset large = new FaceDataset(black, many, Set.of(), ImportSettings.DEFAULT.withSize(1024));
		assertWriteFails(large, folder, "1366 images of 1024 x 1024 pixels do not fit into one TIFF file of 4 GB");
		assertEquals(List.of(), FaceTree.content(parent));
	}

	@Test
	public void theTableIsPlain() throws IOException {
		FaceDatasetFolder.write(dataset.select(0, 1, 2), folder, Progress.SILENT);
		assertEquals("file,subject,sequence,frame,expression,intensity\r\n" + //
			"A/001/a 1.png,A,001,1,neutral,0.0\r\n" + //
			"\"A/001/a, \"\"2\"\".png\",A,001,2,happy,0.3333333333333333\r\n" + //
			"\"山田, 花子/笑顔/顔.png\",\"山田, 花子\",笑顔,3,,\r\n",
			Files.readString(folder.resolve("faces.csv")));
	}

	@Test
	public void aTableThatASpreadsheetSavedIsTheSame() throws IOException {
		FaceDatasetFolder.write(dataset, folder, Progress.SILENT);
		edit("faces.csv", "file,", "\uFEFFfile,");
		edit("faces.csv", "neutral,0.0", "neutral,0");
		assertEquals(dataset.fingerprint(), FaceDatasetFolder.read(folder, Progress.SILENT).fingerprint());
	}

	@Test
	public void writesIntoAnEmptyFolderAndMakesNewOnes() throws IOException {
		Files.createDirectory(folder);
		FaceDatasetFolder.write(dataset, folder, Progress.SILENT);
		FaceDatasetFolder.write(dataset, parent.resolve("x/y/z"), Progress.SILENT);
		assertEquals(4, FaceDatasetFolder.read(parent.resolve("x/y/z"), Progress.SILENT).count());
		assertEquals(List.of(folder, parent.resolve("x")), FaceTree.content(parent));
	}

	@Test
	public void refusesPlacesThatAreTaken() throws IOException {
		FaceDatasetFolder.write(dataset, folder, Progress.SILENT);
		assertWriteFails(folder, "The folder " + folder +
			" already holds something, which is not overwritten: choose a new or empty folder.");
		Path file = folder.resolve("faces.csv");
		assertWriteFails(file, file + " is a file, and a folder is to be written there");
		assertWriteFails(file.resolve("below"), "Nothing can be written to " + file);
		assertEquals(3, FaceTree.content(folder).size());
		assertEquals(dataset.fingerprint(), FaceDatasetFolder.read(folder, Progress.SILENT).fingerprint());
	}

	@Test
	public void leavesNothingWhenCanceled() throws IOException {
		assertThrows(CancellationException.class, () -> FaceDatasetFolder.write(dataset, folder, new StopAfter(2)));
		assertThrows(CancellationException.class,
			() -> FaceDatasetFolder.write(dataset, parent.resolve("x/y"), new StopAfter(2)));
		assertEquals(List.of(), FaceTree.content(parent));
	}

	@Test
	public void writesNoEmptyDataset() throws IOException {
		assertWriteFails(dataset.select(), folder, "The dataset has no faces");
		assertEquals(List.of(), FaceTree.content(parent));
	}

	@Test
	public void refusesWhatIsNoDataset() throws IOException {
		assertReadFails("The folder " + folder + " is not a face dataset: it has no dataset.json");
		for (String name : new String[] { "faces.tif", "faces.csv", "dataset.json" }) {
			write();
			Files.delete(folder.resolve(name));
			assertReadFails("The folder " + folder + " is not a face dataset: it has no " + name);
		}
	}

	@Test
	public void refusesATableThatDisagrees() throws IOException {
		write();
		edit("faces.csv", "A/001/a 1.png,A,001,1,neutral,0.0\r\n", "");
		assertReadFails("faces.tif has 4 images, but the table beside it has 3 rows");
		write();
		edit("faces.csv", ",001,", ",1,");
		assertReadFails("The dataset in " + folder + " was changed after it was written");
	}

	@Test
	public void refusesATableWithRubbish() throws IOException {
		write();
		edit("faces.csv", "001,1,neutral", "001,one,neutral");
		assertReadFails("faces.csv has \"one\" for frame where a whole number is expected");
		write();
		edit("faces.csv", "neutral,0.0", "neutral,7");
		assertReadFails("Row 2 of " + folder.resolve("faces.csv") + ": The face A/001/a 1.png has the intensity 7.0");
		write();
		edit("faces.csv", "neutral,0.0", "neutral");
		assertReadFails("Row 2 of " + folder.resolve("faces.csv") + " has 5 values where 6 are expected");
		write();
		edit("faces.csv", "file,subject", "file,person");
		assertReadFails("The table " + folder.resolve("faces.csv") + " has no column subject");
		write();
		edit("faces.csv", "\"A/001/a, ", "\"A/001\"x/a, ");
		assertReadFails("The table " + folder.resolve("faces.csv") + " is missing or is not a table");
		write();
		Files.write(folder.resolve("faces.csv"), new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1, 2 });
		assertReadFails("The table " + folder.resolve("faces.csv") + " is missing or is not a table");
		Files.write(folder.resolve("faces.csv"), new byte[0]);
		assertReadFails("The table " + folder.resolve("faces.csv") + " has no column file");
	}

	@Test
	public void refusesAStackThatIsCutOffWherever() throws IOException {
		write();
		byte[] whole = Files.readAllBytes(folder.resolve("faces.tif"));
		for (int length = 0; length < whole.length - 1; length += 97) {
			Files.write(folder.resolve("faces.tif"), Arrays.copyOf(whole, length));
			assertReadFails("faces.tif");
		}
		Files.write(folder.resolve("faces.tif"), "rubbish".getBytes());
		assertReadFails("faces.tif is damaged or cut off");
	}

	@Test
	public void refusesADescriptionThatIsDamagedOrNewer() throws IOException {
		write();
		edit("dataset.json", "\"version\": 2", "\"version\": 3");
		assertReadFails("The dataset in " + folder +
			" was made by a newer version of Hyojo (format 3, known is 2); update Hyojo.");
		edit("dataset.json", "\"version\": 3", "\"version\": 1");
		assertReadFails("The dataset in " + folder +
			" was made by an older version of Hyojo (format 1, known is 2); import the faces again.");
		Files.writeString(folder.resolve("dataset.json"), "");
		assertReadFails(folder.resolve("dataset.json") + " is empty: import the faces again.");
		for (String json : new String[] { "{", "[]", "{}", "{\"format\": \"hyojo-faces\", \"version\": 2}" }) {
			Files.writeString(folder.resolve("dataset.json"), json);
			assertReadFails(folder.resolve("dataset.json") + " is damaged (");
		}
		write();
		edit("dataset.json", "\"size\": 20", "\"size\": -20");
		assertReadFails(folder.resolve("dataset.json") + " is damaged (");
		write();
		edit("dataset.json", "\"left\": 0.1", "\"left\": 3");
		assertReadFails(folder.resolve("dataset.json") + " is damaged (The crop");
		write();
		edit("dataset.json", "\"fingerprint\"", "\"finger\"");
		assertReadFails(folder.resolve("dataset.json") + " is damaged (an entry is missing): import the faces again.");
	}

	@Test
	public void stopsReadingWhenCanceled() {
		FaceDatasetFolder.write(dataset, folder, Progress.SILENT);
		assertThrows(CancellationException.class, () -> FaceDatasetFolder.read(folder, new StopAfter(2)));
	}

	private void write() throws IOException {
		if (Files.exists(folder)) for (Path file : FaceTree.content(folder)) Files.delete(file);
		FaceDatasetFolder.write(dataset, folder, Progress.SILENT);
	}

	private void edit(String file, String old, String replacement) throws IOException {
		String text = Files.readString(folder.resolve(file));
		assertTrue(text, text.contains(old));
		Files.writeString(folder.resolve(file), text.replace(old, replacement));
	}

	private void assertReadFails(String sentence) {
		HyojoException e =
			assertThrows(sentence, HyojoException.class, () -> FaceDatasetFolder.read(folder, Progress.SILENT));
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}

	private void assertWriteFails(Path place, String sentence) {
		assertWriteFails(dataset, place, sentence);
	}

	private static void assertWriteFails(FaceDataset dataset, Path place, String sentence) {
		HyojoException e =
			assertThrows(HyojoException.class, () -> FaceDatasetFolder.write(dataset, place, Progress.SILENT));
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
