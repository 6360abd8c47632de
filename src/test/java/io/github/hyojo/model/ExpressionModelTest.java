package io.github.hyojo.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.file.ZippedFolder;

import net.imglib2.img.array.ArrayImgs;

public class ExpressionModelTest {

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private final String marker = UUID.randomUUID().toString();
	private Path folder;

	/** A copy of a model, to damage. */
	@Before
	public void copy() throws IOException {
		folder = temp.getRoot().toPath().resolve("model");
		Files.createDirectories(folder.resolve("variables"));
		for (String file : List.of("hyojo.json", "saved_model.pb", "variables/variables.index",
			"variables/variables.data-00000-of-00001"))
		{
			Files.copy(TinyModel.folder().resolve(file), folder.resolve(file));
		}
		Files.createFile(folder.resolve(marker));
	}

	private Path zipped() throws IOException {
		Path zip = temp.getRoot().toPath().resolve("model.zip");
		ZippedFolder.zip(folder, zip);
		return zip;
	}

	private static ExpressionModel open(Path path) {
		return ExpressionModel.open(path, TinyModel.ENGINE, Progress.SILENT);
	}

	private void refused(Path path, String... words) throws IOException {
		String message = assertThrows(HyojoException.class, () -> open(path)).getMessage();
		assertTrue(message, message.contains(path.toString()));
		for (String word : words) assertTrue(message, message.contains(word));
		assertEquals("one sentence", message.trim().lines().count(), 1);
		assertEquals("nothing stays behind", List.of(), unzipped());
	}

	/** Temporary folders with this model: there may be others, of other processes. */
	private List<Path> unzipped() throws IOException {
		try (Stream<Path> content = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return content.filter(path -> path.getFileName().toString().startsWith("hyojo-model") && Files.exists(path.resolve(
				marker))).toList();
		}
	}

	private void truncate(String file) throws IOException {
		byte[] content = Files.readAllBytes(folder.resolve(file));
		Files.write(folder.resolve(file), Arrays.copyOf(content, content.length / 2));
	}

	private void rewriteInfo(String from, String to) throws IOException {
		String info = Files.readString(folder.resolve("hyojo.json"));
		assertTrue(info.contains(from));
		Files.writeString(folder.resolve("hyojo.json"), info.replace(from, to));
	}

	@Test
	public void aFolderAndItsZipAreTheSameModel() throws Exception {
		Path zip = zipped();
		assertEquals(ExpressionModel.info(folder), ExpressionModel.info(zip));
		Tensor faces = FaceTensor.of(TinyModel.FACES.images(), 0, 5);
		try (ExpressionModel a = open(folder); ExpressionModel b = open(zip)) {
			assertEquals(64, b.size());
			assertEquals(1, unzipped().size());
			assertArrayEquals(a.encodeIdentity(faces), b.encodeIdentity(faces), 0);
			assertArrayEquals(a.encodeExpression(faces), b.encodeExpression(faces), 0);
		}
		assertEquals("the unzipped copy is gone", List.of(), unzipped());
		assertTrue("the folder is not", Files.exists(folder.resolve("hyojo.json")));
	}

	@Test
	public void aZipThatHoldsTheFolderItself() throws Exception {
		Path parent = Files.createDirectories(temp.getRoot().toPath().resolve("parent"));
		Files.move(folder, parent.resolve("my model"));
		Path zip = temp.getRoot().toPath().resolve("outer.zip");
		ZippedFolder.zip(parent, zip);
		open(zip).close();
	}

	@Test
	public void facesComeOutAsTheyWentIn() {
		Tensor faces = FaceTensor.of(TinyModel.FACES.images(), 7);
		assertArrayEquals(new long[] { 1, 64, 64, 3 }, faces.shape());
		var copy = ArrayImgs.argbs(64, 64, 2);
		FaceTensor.copy(faces, copy, 1);
		assertEquals(TinyModel.FACES.images().getAt(32, 45, 7).get(), copy.getAt(32, 45, 1).get());
		assertEquals(TinyModel.FACES.images().getAt(1, 2, 7).get(), copy.getAt(1, 2, 1).get());
	}

	@Test
	public void whatIsNoModel() throws Exception {
		refused(temp.newFolder("empty").toPath(), "holds no Hyojo model", "hyojo.json");
		refused(temp.getRoot().toPath().resolve("nowhere"), "There is no file or folder");
		Path text = temp.newFile("notes.txt").toPath();
		Files.writeString(text, "not a zip");
		refused(text, "cannot be read as a zip");
		Path other = temp.newFolder("other").toPath();
		Files.writeString(other.resolve("a.txt"), "a");
		Files.writeString(other.resolve("b.txt"), "b");
		Path zip = temp.getRoot().toPath().resolve("other.zip");
		ZippedFolder.zip(other, zip);
		refused(zip, "holds no Hyojo model");
	}

	@Test
	public void aDamagedZip() throws Exception {
		Path zip = zipped();
		byte[] content = Files.readAllBytes(zip);
		Files.write(zip, Arrays.copyOf(content, content.length / 2));
		refused(zip, "cannot be read as a zip");
		// the directory at its end is whole, what it points at is not
		Arrays.fill(content, 2000, content.length / 2, (byte) 0);
		Files.write(zip, content);
		refused(zip);
	}

	@Test
	public void missingVariables() throws Exception {
		Files.delete(folder.resolve("variables/variables.index"));
		refused(folder, "variables.index is missing", "incomplete or damaged");
		refused(zipped(), "variables.index is missing");
	}

	@Test
	public void truncatedVariables() throws Exception {
		truncate("variables/variables.data-00000-of-00001");
		refused(folder, "incomplete or damaged");
	}

	@Test
	public void missingVariableValues() throws Exception {
		Files.delete(folder.resolve("variables/variables.data-00000-of-00001"));
		refused(folder, "incomplete or damaged");
	}

	@Test
	public void aGraphThatIsMissingOrTruncated() throws Exception {
		truncate("saved_model.pb");
		refused(folder, "incomplete or damaged");
		Files.delete(folder.resolve("saved_model.pb"));
		refused(folder, "saved_model.pb is missing");
	}

	@Test
	public void aModelOfANewerVersion() throws Exception {
		rewriteInfo("\"format\": 1", "\"format\": 2");
		refused(folder, "newer Hyojo (development)", "update Hyojo");
		// such a version may know what this one does not
		rewriteInfo("CONVENTIONAL", "TELEPATHY");
		refused(folder, "newer Hyojo");
		refused(zipped(), "newer Hyojo");
	}

	@Test
	public void rubbishInTheInfo() throws Exception {
		rewriteInfo("\"size\": 64", "\"size\": 65");
		refused(folder, "hyojo.json is damaged", "not 65 x 65");
		for (String rubbish : new String[] { "{ \"format\": 1, ", "[1, 2]", "\u0000\u0001", "{ \"format\": \"new\" }" }) {
			Files.writeString(folder.resolve("hyojo.json"), rubbish);
			refused(folder, "hyojo.json is damaged");
		}
		Files.write(folder.resolve("hyojo.json"), new byte[] { (byte) 0xff, (byte) 0xfe, 0 });
		refused(folder, "hyojo.json");
		Files.writeString(folder.resolve("hyojo.json"), "");
		refused(folder, "hyojo.json is empty");
		Files.writeString(folder.resolve("hyojo.json"), "{}");
		refused(folder, "does not say how it was trained");
		refused(zipped(), "does not say how it was trained");
	}
}
