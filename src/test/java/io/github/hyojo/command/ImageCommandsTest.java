package io.github.hyojo.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.log.LogService;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.TinyModel;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.imagej.DatasetImage;
import io.github.hyojo.imagej.RunMacro;

/** The commands that use a model, in macros: what they make, what they leave alone, and names that are not English. */
public class ImageCommandsTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Path faces;
	private static Path dataset;

	@BeforeClass
	public static void save() {
		faces = FOLDER.getRoot().toPath().resolve("faces.tif");
		IJ.saveAsTiff(DatasetImage.of(TinyModel.FACES, "faces"), faces.toString());
		dataset = FOLDER.getRoot().toPath().resolve("dataset");
		FaceDatasetFolder.write(TinyModel.FACES, dataset, Progress.SILENT);
	}

	/** Of the pixels as the file has them, and of the labels. */
	@Test
	public void inputsAreNotChanged() {
		String hash = "function sum() { s = '' + nSlices; for (n = 1; n <= nSlices; n++) { setSlice(n); getStatistics(a, mean, low, "
			+ "high, sd); s = s + ' ' + mean + ' ' + sd + getInfo('slice.label'); for (y = 0; y < 64; y += 7) for (x = 0; x < 64;"
			+ "x += 5) s = s + ' ' + getPixel(x, y); } setSlice(3); return s; }";
		for (String command : List.of("'Encode Expressions...', 'image=faces", "'Swap Expressions...', 'identities=faces "
			+ "expressions=faces", "'Interpolate Expressions...', 'source=faces target=faces targetslice=7",
			"'Explore Expression Space...', 'image=faces"))
		{
			assertRuns("open('" + faces + "'); rename('faces'); before = sum(); run(" + command + " model=[" + TinyModel.folder()
				+ "]'); selectImage('faces'); if (getSliceNumber() != 3) exit('slice'); after = sum(); if (after != before) exit('changed');"
				+ hash);
		}
	}

	@Test
	public void labelsSurviveSaving() {
		Path swapped = FOLDER.getRoot().toPath().resolve("swapped.tif");
		assertRuns("setBatchMode(true); open('" + faces + "'); rename('faces'); run('Swap Expressions...', 'identities=faces "
			+ "identityslices=1,5 expressions=faces expressionslices=2,3,12 model=[" + TinyModel.folder() + "]');"
			+ "selectImage('Swapped'); saveAs('Tiff', '" + swapped + "'); close('*');");
		ImagePlus again = IJ.openImage(swapped.toString());
		assertEquals(6, again.getStackSize());
		// the second person with the expression of the third
		assertEquals("B 0 0 with the expression of C 3 0", again.getStack().getSliceLabel(6));
		assertEquals("A 0 0 with the expression of A 1 0", again.getStack().getSliceLabel(1));
	}

	/** Of every stack that a command makes, also of one image. */
	@Test
	public void allLabelsAreThereWhenAStackIsOpenedAgain() {
		Path saved = FOLDER.getRoot().toPath().resolve("saved.tif");
		String model = " model=[" + TinyModel.folder() + "]'); ";
		String check = "check('%s', " + "'" + saved + "'); ";
		String labels = "function labels() { s = ''; for (n = 1; n <= nSlices; n++) { if (nSlices > 1) setSlice(n); s = s + "
			+ "getMetadata('Label') + '|'; } return s; } ";
		String compare = "function check(title, file) { selectImage(title); before = labels(); if (lengthOf(before) <= nSlices) "
			+ "exit(title + ' has no labels'); saveAs('Tiff', file); close(); open(file); after = labels(); if (after != before) "
			+ "exit(title + ': ' + after + ' instead of ' + before); close(); } ";
		String swap = "run('Swap Expressions...', 'identities=faces expressions=faces ";
		for (String one : List.of(swap + "identityslices=1,5 expressionslices=2,12" + model + check.formatted("Swapped"), swap
			+ "identityslices=5 expressionslices=2" + model + check.formatted("Swapped"), swap
				+ "pairs=[one to one] montage=false" + model + check.formatted("Swapped"),
			"run('Interpolate Expressions...', 'source=faces target=faces targetslice=7" + model + check.formatted(
				"Interpolated"), "run('Open Hyojo Sample Faces'); " + check.formatted("Hyojo Sample Faces")))
		{
			assertRuns("setBatchMode(true); open('" + faces + "'); rename('faces'); " + one + "close('*'); " + labels + compare);
		}
	}

	/** Somebody closes the image when its fifth slice has been read. */
	@Test
	public void anImageThatIsClosedWhileItIsEncoded() throws Exception {
		ImagePlus[] image = new ImagePlus[1];
		ImageStack stack = new ImageStack(64, 64) {

			@Override
			public ImageProcessor getProcessor(int n) {
				ImageProcessor slice = super.getProcessor(n);
				// what closing its window does
				if (n == 5) image[0].flush();
				return slice;
			}
		};
		for (int n = 1; n <= 12; n++) stack.addSlice(new ColorProcessor(64, 64));
		image[0] = new ImagePlus("people", stack);
		try (Context context = new Context(TaskService.class, LogService.class, PrefService.class)) {
			CommandModule module = new CommandModule(new CommandInfo(EncodeExpressions.class));
			context.inject(module);
			module.setInput("model", TinyModel.folder().toFile());
			module.setInput("image", image[0]);
			module.run();
			assertEquals(Optional.of("The image \"people\" was closed before it was read: open it again."),
				((HyojoCommand) module.getDelegateObject()).failure());
			assertNull(module.getOutput("features"));
		}
	}

	/** Folders, files and people with Japanese names, from the import to the saved table. */
	@Test
	public void japaneseNames() throws IOException {
		Path root = FOLDER.newFolder("顔 写真").toPath();
		for (String[] person : new String[][] { { "花子", "S001" }, { "太郎", "S009" } }) {
			Path folder = Files.createDirectories(root.resolve(person[0]));
			for (int frame = 1; frame <= 2; frame++) {
				Files.copy(sample(person[1], frame), folder.resolve("笑顔" + frame + ".png"));
			}
		}
		Path imported = FOLDER.getRoot().toPath().resolve("データ セット");
		Path table = FOLDER.getRoot().toPath().resolve("特徴.csv");
		Path stack = FOLDER.getRoot().toPath().resolve("交換.tif");
		String model = " model=[" + TinyModel.folder() + "]'); ";
		assertRuns("setBatchMode(true); run('Import Face Dataset...', 'source=[" + root + "] output=[" + imported
			+ "] size=64 open=false'); run('Encode Expressions...', 'dataset=[" + imported + "]" + model + "saveAs('Results', '"
			+ table + "'); open('" + imported + "/faces.tif'); rename('顔'); run('Swap Expressions...', 'identities=顔 "
			+ "identityslices=1 expressions=顔 expressionslices=4" + model + "selectImage('Swapped'); saveAs('Tiff', '" + stack
			+ "'); close('*');");
		List<String> subjects = FaceDatasetFolder.read(imported, Progress.SILENT).faces().stream().map(face -> face.subject())
			.toList();
		assertEquals(List.of("太郎", "太郎", "花子", "花子"), subjects.stream().sorted().toList());
		List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8);
		assertEquals(5, lines.size());
		assertTrue(lines.get(1), lines.get(1).contains(subjects.get(0) + "/笑顔1.png"));
		assertEquals(subjects.get(3), ResultsTable.open(table.toString()).getStringValue("subject", 3));
		String label = IJ.openImage(stack.toString()).getStack().getSliceLabel(1);
		label = label == null ? IJ.openImage(stack.toString()).getInfoProperty() : label;
		assertTrue(label, label.contains(subjects.get(0)) && label.contains("with the expression of " + subjects.get(3)));
	}

	private static Path sample(String subject, int frame) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("test-images/faces/images", subject))) {
			return files.filter(file -> file.toString().endsWith(frame + ".png")).sorted().findFirst().orElseThrow();
		}
	}

	/** Without a display: the map as a table and a plot, and a face over the map. */
	@Test
	public void exploringWithoutADisplay() throws IOException {
		Path table = FOLDER.getRoot().toPath().resolve("positions.csv");
		Path plot = FOLDER.getRoot().toPath().resolve("map.png");
		Path grid = FOLDER.getRoot().toPath().resolve("grid.png");
		assertRuns("setBatchMode(true); run('Explore Expression Space...', 'dataset=[" + dataset + "] face=5 grid=3 "
			+ "color=subject model=[" + TinyModel.folder() + "]'); saveAs('Results', '" + table
			+ "'); selectImage('Expression Map'); saveAs('PNG', '" + plot + "'); selectImage('Faces on the Map'); saveAs('PNG', '"
			+ grid + "'); if (nImages != 2) exit('images');");
		List<String> lines = Files.readAllLines(table);
		assertEquals(13, lines.size());
		assertEquals("Label,subject,sequence,frame,expression,intensity,test,c1,c2,c3,c4,c5,c6,c7,c8", lines.get(0).trim());
		ResultsTable positions = ResultsTable.open(table.toString());
		assertEquals("they are distances from the mean", 0, Arrays.stream(positions.getColumn("c1")).sum(), 1e-4);
		assertTrue(IJ.openImage(plot.toString()).getWidth() > 600);
		// three faces of twice 64 pixels, and labels
		assertTrue(IJ.openImage(grid.toString()).getWidth() >= 3 * 128);
		assertRuns("run('Explore Expression Space...', 'dataset=[" + dataset + "] grid=0 model=[" + TinyModel.folder()
			+ "]'); if (nImages != 1) exit('images');");
	}

	/** Of the table that Encode has made, and of a file. */
	@Test
	public void colouredByATable() throws IOException {
		String explore = "run('Explore Expression Space...', 'dataset=[" + dataset + "] grid=0 model=[" + TinyModel.folder()
			+ "] table=";
		assertRuns("run('Encode Expressions...', 'dataset=[" + dataset + "] model=[" + TinyModel.folder() + "]'); "
			+ "e1 = getResult('e1', 7); " + explore + "Results column=e1'); if (abs(getResult('e1', 7) - e1) > 0.000001) exit('column');"
			+ "if (isNaN(getResult('c1', 7))) exit('map');");
		Path table = FOLDER.getRoot().toPath().resolve("年齢.csv");
		Files.writeString(table, "face,年齢\n" + IntStream.rangeClosed(1, 12).mapToObj(i -> i + "," + (20 + i) + "\n").collect(
			Collectors.joining()));
		assertRuns(explore + "[" + table + "] column=年齢'); if (getResult('年齢', 11) != 32) exit('column');");
		String options = "model=[" + TinyModel.folder() + "] dataset=[" + dataset + "] grid=0 table=";
		assertFails("no column \"size\": choose one of subject, ", options + "[" + table + "] column=size");
		assertFails("There is no open table and no file \"Nothing\"", options + "Nothing column=size");
		Files.writeString(table, "age\n1\n2\n");
		assertFails("has 2 rows, and there are 12 faces", options + "[" + table + "] column=age");
	}

	@Test
	public void whatCannotBeExplored() throws IOException {
		String model = "model=[" + TinyModel.folder() + "]";
		assertFails("\"model\" is missing", "");
		assertFails("There are no faces", model);
		assertFails("no face 13: give 1 to 12", model + " face=13 dataset=[" + dataset + "]");
		assertFails("0 to 50", model + " grid=51 dataset=[" + dataset + "]");
		Path large = FOLDER.getRoot().toPath().resolve("large");
		FaceDatasetFolder.write(TinyFaces.draw(2, 2, 128), large, Progress.SILENT);
		assertFails("faces of 64 x 64 pixels, not 128 x 128", model + " dataset=[" + large + "]");
		Path few = FOLDER.getRoot().toPath().resolve("few");
		FaceDatasetFolder.write(TinyModel.FACES.select(0, 1), few, Progress.SILENT);
		assertFails("There are 2 faces, which make no map", model + " dataset=[" + few + "]");
		for (String method : List.of("VAE", "C_VAE")) {
			Path other = FOLDER.newFolder().toPath();
			String info = Files.readString(TinyModel.folder().resolve("hyojo.json"));
			Files.writeString(other.resolve("hyojo.json"), info.replace("\"CONVENTIONAL\"", "\"" + method + "\""));
			assertFails("does not separate expression from identity", "model=[" + other + "] dataset=[" + dataset + "]");
		}
	}

	private static void assertRuns(String macro) {
		assertEquals(Optional.empty(), RunMacro.run(macro, ""));
	}

	private static void assertFails(String words, String options) {
		String sentence = RunMacro.run("run('Explore Expression Space...', '" + options + "');", "").orElse("did not fail");
		assertTrue(sentence, sentence.contains(words));
		assertArrayEquals(new String[] { sentence }, sentence.lines().toArray());
	}
}
