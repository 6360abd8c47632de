package io.github.hyojo.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.imagej.RunMacro;

/** The command as a macro runs it. */
public class ImportFaceDatasetTest {

	private static final String FACES = "source=test-images/faces ";

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	/** By labels.csv, the first sequence of the sample faces is a surprise of five frames. */
	@Test
	public void aPlanIsATable() throws IOException {
		Path output = temp.getRoot().toPath().resolve("dataset");
		run(FACES + "planonly=true frames=3 output=[" + output + "]", "if (nResults != 24) exit('' + nResults);"
			+ "row = getResultString('subject', 0) + ' ' + getResultString('sequence', 0) + ' ' + getResultString('layout', 0) + ' '"
			+ " + getResultString('expression', 0) + ' ' + getResult('found', 0) + ' ' + getResult('taken', 0);"
			+ "if (row != 'S001 002 CK+ surprise 5 3') exit(row);");
		assertTrue(Files.notExists(output));
	}

	@Test
	public void facesAreReviewedAndExcluded() throws IOException {
		Path output = temp.getRoot().toPath().resolve("my 表情, first");
		Path list = temp.getRoot().toPath().resolve("exclude.txt");
		run(FACES + "frames=1 review=true output=[" + output + "]", "if (nResults != 24) exit('' + nResults);"
			+ "selectImage('review.tif'); if (nSlices != 24 || getWidth != 256) exit('' + nSlices);"
			+ "setSlice(2); File.saveString(getMetadata('Label') + '\\n', '" + list + "');");
		List<String> files = FaceDatasetFolder.read(output, Progress.SILENT).faces().stream().map(Face::file).toList();
		assertEquals(List.of(files.get(1)), Files.readAllLines(list));
		Path again = temp.getRoot().toPath().resolve("again");
		run(FACES + "frames=1 alignment=off open=false exclude=[" + list + "] output=[" + again + "]", "");
		FaceDataset dataset = FaceDatasetFolder.read(again, Progress.SILENT);
		assertEquals(23, dataset.count());
		assertEquals(files.get(2), dataset.faces().get(1).file());
	}

	/** Last third of five frames: two (1.67); and the first as neutral: 24 sequences of 3. */
	@Test
	public void twoSourcesForRecognition() throws IOException {
		Path output = temp.getRoot().toPath().resolve("dataset");
		Path copy = temp.newFolder("more").toPath();
		Files.createDirectories(copy.resolve("A/happy"));
		Files.copy(Path.of("test-images/faces/images/S001/002/S001_002_00000001.png"), copy.resolve("A/happy/1.png"));
		run(FACES + "more=[" + copy + "] take=recognition alignment=off testsubjects=[faces/S037, faces/S001] open=false output=["
			+ output + "]", "");
		FaceDataset dataset = FaceDatasetFolder.read(output, Progress.SILENT);
		assertEquals(24 * 3 + 1, dataset.count());
		assertEquals(2, dataset.testSubjects().size());
		assertEquals("more/A", dataset.faces().get(72).subject());
		assertEquals(24, dataset.faces().stream().filter(face -> "neutral".equals(face.expression())).count());
	}

	@Test
	public void bothSetsOfSeveralSources() throws IOException {
		Path output = temp.newFolder("both").toPath();
		assertEquals(Optional.empty(), RunMacro.run(Path.of("macros/Import.ijm"), output + "|test-images/faces"));
		assertEquals(120, FaceDatasetFolder.read(output.resolve("training-set"), Progress.SILENT).count());
		assertEquals(72, FaceDatasetFolder.read(output.resolve("recognition-set"), Progress.SILENT).count());
		assertEquals(25, Files.readAllLines(output.resolve("plan.csv")).size());
	}

	private static void run(String options, String macro) {
		assertEquals(Optional.empty(), RunMacro.run("setBatchMode(true); run('Import Face Dataset...', '" + options + "');"
			+ macro, ""));
	}
}
