package io.github.hyojo.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.IJ;
import ij.ImagePlus;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.imagej.RunMacro;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.op.Encode;
import io.github.hyojo.op.Features;
import io.github.hyojo.op.Swap;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** The macros that come with the plugin, run by ImageJ's own interpreter, with the shortest of trainings. */
public class MacrosTest {

	private static final String FACES = "test-images/faces";

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	/** With blanks and Japanese characters, as people name folders. */
	private static Path output;

	@BeforeClass
	public static void quickstart() {
		output = FOLDER.getRoot().toPath().resolve("my 表情 quickstart");
		assertEquals(Optional.empty(), run("Quickstart.ijm", FACES + "|" + output + "|1"));
	}

	@Test
	public void quickstartSavesEverything() throws IOException {
		assertEquals(120, FaceDatasetFolder.read(output.resolve("dataset"), Progress.SILENT).count());
		List<String> features = Files.readAllLines(output.resolve("features.csv"));
		assertEquals(1 + 120, features.size());
		// label, six columns of the dataset, 64 + 64 features
		assertEquals(1 + 6 + 128, features.get(0).split(",").length);
		ImagePlus swapped = IJ.openImage(output.resolve("swapped.tif").toString());
		assertEquals("6 identities x 4 expressions", 24, swapped.getStackSize());
		assertEquals(64, swapped.getWidth());
		assertEquals(13, IJ.openImage(output.resolve("interpolated.tif").toString()).getStackSize());
		ImagePlus montage = IJ.openImage(output.resolve("swap-montage.png").toString());
		assertTrue("7 faces side by side", montage.getWidth() > 7 * 64);
	}

	@Test
	public void quickstartTwiceDoesNotTrainTwice() throws IOException {
		FileTime trained = Files.getLastModifiedTime(output.resolve("training/model/saved_model.pb"));
		assertEquals(Optional.empty(), run("Quickstart.ijm", FACES + "|" + output + "|1"));
		assertEquals(trained, Files.getLastModifiedTime(output.resolve("training/model/saved_model.pb")));
	}

	@Test
	public void train() {
		Path training = FOLDER.getRoot().toPath().resolve("trained");
		assertEquals(Optional.empty(), run("Train.ijm", output.resolve("dataset") + "|" + training + "|1"));
		assertTrue(Files.exists(training.resolve("model/hyojo.json")));
	}

	/** Two methods, one epoch per stage of 2 frames of each sequence, on faces with five expressions. */
	@Test
	public void compare() throws IOException {
		Path dataset = FOLDER.getRoot().toPath().resolve("split");
		Path compared = FOLDER.getRoot().toPath().resolve("compared");
		assertEquals(Optional.empty(), RunMacro.run("run('Import Face Dataset...', 'source=[" + FACES + "] output=[" + dataset
			+ "] alignment=off crop=[0.18 0.28 0.82 0.92] testcount=2 open=false');", ""));
		assertEquals(Optional.empty(), run("Compare.ijm", dataset + "|" + compared + "|c_vae, conventional|2|1|4"));
		List<String> rows = Files.readAllLines(compared.resolve("comparison.csv"));
		assertEquals(3, rows.size());
		assertTrue(rows.get(1), rows.get(1).startsWith("conventional,64,"));
		assertTrue(rows.get(2), rows.get(2).startsWith("c_vae,64,"));
		// training: 4 identities, 4 expressions with 4 swaps each for both methods; test: 2, then 4 with 2 for one method
		ImagePlus swaps = IJ.openImage(compared.resolve("figure3.tif").toString());
		assertEquals(4 + 2 * 4 * 5 + 2 + 4 * 3, swaps.getStackSize());
		assertEquals(2 + 2 * 9 + 2 + 9, IJ.openImage(compared.resolve("figure4.tif").toString()).getStackSize());
		assertTrue(IJ.openImage(compared.resolve("figure3.png").toString()).getHeight() > 14 * 64);
		assertTrue(Files.exists(compared.resolve("figure4.png")));
	}

	@Test
	public void zippedModelEncodesAlike() throws IOException {
		Path training = output.resolve("training");
		// the quickstart's settings, so that its finished training is just zipped
		String train = "run('Train Expression Model...', 'dataset=[" + output.resolve("dataset") + "] output=[" + training
			+ "] epochs=1 batch=8 decay=0.98 klidentity=0.0001 klexpression=0.00005 activation=leaky_relu zip=true');";
		String encode = "open('" + FACES + "/images/S001/002/S001_002_00000001.png'); run('Encode Expressions...', 'model=["
			+ training.resolve("model.zip") + "] image=S001_002_00000001.png'); close(); zipped = getResult('e1', 0);";
		String again = "open('" + FACES + "/images/S001/002/S001_002_00000001.png'); run('Encode Expressions...', 'model=["
			+ training + "] image=S001_002_00000001.png'); close(); if (getResult('e1', 0) != zipped) exit('differs');";
		assertEquals(Optional.empty(), RunMacro.run("setBatchMode(true);" + train + encode + again, ""));
	}

	/** A VAE has 128 features of expression and none of identity; a C-VAE knows the dataset's six subjects by name. */
	@Test
	public void variationalAutoencodersEncode() throws IOException {
		String dataset = "dataset=[" + output.resolve("dataset") + "]";
		for (String method : List.of("vae", "c_vae")) {
			Path training = FOLDER.getRoot().toPath().resolve(method);
			assertEquals(Optional.empty(), RunMacro.run("run('Train Expression Model...', '" + dataset + " output=[" + training
				+ "] method=" + method + " epochs=1'); run('Encode Expressions...', '" + dataset + " model=[" + training
				+ "]'); saveAs('Results', '" + training + ".csv');", ""));
			List<String> lines = Files.readAllLines(Path.of(training + ".csv"));
			assertEquals(121, lines.size());
			List<String> headings = List.of(lines.get(0).split(","));
			boolean told = method.equals("c_vae");
			assertEquals(told ? 64 : 128, headings.stream().filter(heading -> heading.matches("e[0-9]+")).count());
			assertEquals(told ? 6 : 0, headings.stream().filter(heading -> heading.matches("i[0-9]+")).count());
		}
		String sentence = RunMacro.run("open('" + output.resolve("dataset/faces.tif") + "'); rename('faces');"
			+ "run('Encode Expressions...', 'image=faces model=[" + FOLDER.getRoot().toPath().resolve("c_vae") + "]');", "")
			.orElseThrow();
		assertTrue(sentence, sentence.contains("knows its subjects only by name"));
	}

	@Test
	public void swap() {
		Path swapped = FOLDER.getRoot().toPath().resolve("two.tif");
		Path face = Path.of(FACES, "images/S001/002/S001_002_00000001.png");
		Path stack = output.resolve("interpolated.tif");
		assertEquals(Optional.empty(), run("Swap.ijm", output.resolve("training/model") + "|" + face + "|" + stack + "|"
			+ swapped));
		assertEquals(13, IJ.openImage(swapped.toString()).getStackSize());
		assertTrue(Files.exists(FOLDER.getRoot().toPath().resolve("two-montage.png")));
	}

	@Test
	public void encodeFolderSkipsWhatIsDoneAndWhatIsNoImage() throws IOException {
		Path folder = someImages("some images");
		Files.writeString(folder.resolve("notes.txt"), "no image");
		Files.writeString(folder.resolve("face 2.PNG.features.csv"), "done");
		assertEquals(Optional.empty(), run("Encode_Folder.ijm", output.resolve("training/model") + "|" + folder));
		assertEquals(2, Files.readAllLines(folder.resolve("face 1.PNG.features.csv")).size());
		assertEquals("done", Files.readString(folder.resolve("face 2.PNG.features.csv")));
		assertEquals(2, Files.readAllLines(folder.resolve("face 10.PNG.features.csv")).size());
		assertFalse(Files.exists(folder.resolve("notes.txt.features.csv")));
		List<String> log = Files.readAllLines(folder.resolve("encoding.log"));
		assertEquals(List.of("face 1.PNG: 1 face", "face 2.PNG: done before", "face 10.PNG: 1 face"), log.subList(1, 4));
	}

	/** A stack is encoded slice by slice; a file that is no image gets a line in the log, the rest goes on, the macro fails. */
	@Test
	public void encodeFolderGoesOnAfterABadFile() throws IOException {
		Path folder = someImages("some bad images");
		Files.write(folder.resolve("a.png"), Files.readAllBytes(folder.resolve("face 1.PNG")), StandardOpenOption.CREATE);
		Files.write(folder.resolve("b.png"), new byte[] { 1, 2, 3 });
		byte[] stack = Files.readAllBytes(output.resolve("interpolated.tif"));
		Files.write(folder.resolve("c.tif"), Arrays.copyOf(stack, 300));
		Files.write(folder.resolve("d.tif"), stack);
		String argument = output.resolve("training/model") + "|" + folder;
		String sentence = run("Encode_Folder.ijm", argument).orElseThrow();
		assertTrue(sentence, sentence.startsWith("2 of 7 images in " + folder + " could not be encoded"));
		assertEquals(1 + 13, Files.readAllLines(folder.resolve("d.tif.features.csv")).size());
		assertEquals(2, Files.readAllLines(folder.resolve("face 10.PNG.features.csv")).size());
		List<String> log = Files.readAllLines(folder.resolve("encoding.log"));
		assertEquals("a.png: 1 face", log.get(1));
		assertTrue(log.get(2), log.get(2).startsWith("b.png: FAILED. The file " + folder.resolve("b.png") + " is not an image"));
		assertTrue(log.get(3), log.get(3).startsWith("c.tif: FAILED. ImageJ cannot open the TIFF"));
		assertEquals("d.tif: 13 faces", log.get(4));

		Files.delete(folder.resolve("b.png"));
		Files.delete(folder.resolve("c.tif"));
		assertEquals(Optional.empty(), run("Encode_Folder.ijm", argument));
		List<String> again = Files.readAllLines(folder.resolve("encoding.log"));
		assertEquals("the log is added to", log, again.subList(0, log.size()));
		assertEquals("d.tif: done before", again.get(log.size() + 2));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals("5 images, their tables, the log", 5 + 5 + 1, files.count());
		}
	}

	@Test
	public void encodeFolderSaysWhatItCannotDo() throws IOException {
		String model = output.resolve("training/model") + "|";
		assertTrue(run("Encode_Folder.ijm", model + "/nowhere").orElseThrow().contains("There is no folder /nowhere"));
		assertTrue(run("Encode_Folder.ijm", model + FOLDER.newFolder("no images")).orElseThrow().contains("holds no PNG"));
	}

	private static Path someImages(String name) throws IOException {
		Path folder = FOLDER.newFolder(name).toPath();
		for (String frame : List.of("1", "2", "10")) {
			Files.copy(Path.of(FACES, "images/S001/002/S001_002_00000001.png"), folder.resolve("face " + frame + ".PNG"));
		}
		return folder;
	}

	@Test
	public void recognize() throws IOException {
		Path recognized = FOLDER.getRoot().toPath().resolve("recognized");
		String folders = output.resolve("training/model") + "|" + output.resolve("dataset") + "|" + recognized;
		assertEquals(Optional.empty(), run("Recognize.ijm", folders + "|clusters=5 trials=3"));
		List<String> measures = Files.readAllLines(recognized.resolve("measures.csv"));
		assertEquals("Measure,Training,Training sd,Training chance,Test,Test sd,Test chance", measures.get(0));
		// no subject is held out
		assertTrue(measures.get(1), measures.get(1).matches("Recognition \\(%\\),[\\d.]+,[\\d.]+,-,-,-,-"));
		List<String> confusion = Files.readAllLines(recognized.resolve("confusion.csv"));
		assertEquals("Part,True class,Images,neutral,happy,angry,disgust,surprise", confusion.get(0));
		assertEquals(1 + 5, confusion.size());
		// counted in labels.csv: 9 are happy at 0.85 or more, of 6 people, two of whom have no class with two such faces
		assertTrue(confusion.get(2), confusion.get(2).startsWith("Training,happy,9,"));
		assertTrue(confusion.get(1), confusion.get(1).startsWith("Training,neutral,10,"));
		for (String picture : List.of("confusion.png", "map-by-expression.png", "map-by-subject.png")) {
			assertTrue(picture, IJ.openImage(recognized.resolve(picture).toString()).getWidth() > 300);
		}
	}

	@Test
	public void recognizeSaysWhatItCannotDo() {
		String folders = output.resolve("training/model") + "|" + output.resolve("dataset") + "|" + FOLDER.getRoot();
		assertTrue(run("Recognize.ijm", folders).orElseThrow().contains("set the number of clusters to 5"));
		assertTrue(run("Recognize.ijm", folders + "|threshold=2").orElseThrow().contains("threshold 2.0"));
		assertTrue(run("Recognize.ijm", folders + "|clusters=5 truth=[/nowhere.csv]").orElseThrow().contains("nowhere.csv"));
	}

	/** A dataset's first face, cut as those of the model's dataset, and the picture that it was cut from. */
	@Test
	public void picturesAreCutAsTheModelsFacesWere() {
		String model = "model=[" + output.resolve("training") + "] ";
		Path unmoved = FOLDER.getRoot().toPath().resolve("unmoved");
		String cut = "run('Import Face Dataset...', 'source=[" + FACES + "] output=[" + unmoved + "] alignment=off"
			+ " crop=[0.18 0.28 0.82 0.92] steady=false open=false'); open('" + unmoved.resolve("faces.tif") + "'); rename('cut'); run('Encode Expressions...', '" + model
			+ "image=cut'); close(); cut = getResult('e1', 0);";
		String whole = "open('" + FACES + "/images/S001/002/S001_002_00000001.png'); rename('whole');"
			+ "run('Encode Expressions...', '" + model + "image=whole CROP'); close();";
		String differs = "if (abs(getResult('e1', 0) - cut) > 0.00001) exit('differs');";
		assertEquals(Optional.empty(), RunMacro.run("setBatchMode(true);" + cut + whole.replace("CROP", "crop=model")
			+ differs, ""));
		assertTrue("uncut, it is another picture", RunMacro.run("setBatchMode(true);" + cut + whole.replace("CROP", "")
			+ differs, "").isPresent());
	}

	/** The script in the README. */
	@Test
	public void script() {
		Progress progress = Progress.SILENT;
		FaceDataset dataset = FaceDatasetFolder.read(output.resolve("dataset"), progress);
		RandomAccessibleInterval<ARGBType> faces = dataset.images();
		try (ExpressionModel model = ExpressionModel.open(output.resolve("training/model"), EngineSettings.DEFAULT,
			progress))
		{
			Features features = Encode.encode(model, faces, progress);
			assertEquals(120, features.count());
			RandomAccessibleInterval<ARGBType> swapped = Swap.all(model, dataset.select(0, 20).images(), dataset.select(4, 9)
				.images(), progress);
			assertEquals(4, swapped.dimension(2));
		}
	}

	private static Optional<String> run(String macro, String argument) {
		return RunMacro.run(Path.of("macros", macro), argument);
	}
}
