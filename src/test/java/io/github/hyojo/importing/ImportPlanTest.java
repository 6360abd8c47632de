package io.github.hyojo.importing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.data.FaceTree;
import io.github.hyojo.data.HeldOut;
import io.github.hyojo.data.ImportSettings;
import io.github.hyojo.data.Taking;
import io.github.hyojo.data.Taking.Take;
import io.github.hyojo.face.Alignment;
import io.github.hyojo.face.Framing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Which frames are taken, of one source or of several, and what is said about it. */
public class ImportPlanTest {

	private static final Taking RECOGNITION = new Taking(Take.RECOGNITION, 0, 0, 0.5);

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path ck;
	private Path mug;
	private Path ravdess;

	/** Three datasets with a subject 001 each; frames 1 to 9, 0 to 7 and 0 to 3. */
	@Before
	public void makeSources() throws IOException {
		ck = temp.newFolder("CK+").toPath();
		mug = temp.newFolder("MUG").toPath();
		ravdess = temp.newFolder("RAVDESS").toPath();
		for (int frame = 1; frame <= 9; frame++) {
			FaceTree.image(ck, "cohn-kanade-images/001/001/001_001_0000000" + frame + ".png", 0);
		}
		FaceTree.image(ck, "cohn-kanade-images/001/002/001_002_00000001.png", 0);
		FaceTree.image(ck, "cohn-kanade-images/002/001/002_001_00000001.png", 0);
		FaceTree.text(ck, "Emotion/001/001/001_001_00000009_emotion.txt", "  1.0000000e+00");
		for (int frame = 0; frame < 8; frame++) FaceTree.image(mug, "subjects3/001/anger/take000/img_000" + frame + ".jpg", 0);
		FaceTree.image(mug, "subjects3/002/fear/take000/img_0000.jpg", 0);
		FaceTree.film(ravdess, "Actor_01/01-01-05-02-01-01-01.mp4", 0, 0x404040, 0x808080, 0xff0000);
	}

	@Test
	public void trainingTakesEqualStepsOfSequences() {
		assertEquals(List.of("001 001 1 angry 0.0", "001 001 5 angry 0.5", "001 001 9 angry 1.0", "001 002 1 null null",
			"002 001 1 null null"), faces(Imports.SMALL.withFramesPerSequence(3), ck));
	}

	@Test
	public void trainingTakesEqualStepsOfSubjects() {
		// ten frames of subject 001: the positions 0, 5 (4.5 rounded) and 9 of them
		assertEquals(List.of("001 001 1 angry 0.0", "001 001 6 angry 0.625", "001 002 1 null null", "002 001 1 null null"),
			faces(Imports.SMALL.withTaking(new Taking(Take.TRAINING, 0, 3, 0.5)), ck));
	}

	@Test
	public void recognitionTakesWhereTheExpressionShows() {
		ImportSettings settings = Imports.SMALL.withTaking(RECOGNITION);
		// CK+: the last third of nine, and the first one as neutral; what has no label is left out
		assertEquals(List.of("001 001 1 neutral 0.0", "001 001 7 angry 0.75", "001 001 8 angry 0.875", "001 001 9 angry 1.0"),
			faces(settings, ck));
		// MUG: the middle half of eight
		assertEquals(List.of("001 anger/take000 2 angry null", "001 anger/take000 3 angry null",
			"001 anger/take000 4 angry null", "001 anger/take000 5 angry null", "002 fear/take000 0 fearful null"), faces(settings,
				mug));
		assertEquals(List.of("Actor_01 01-05-02-01-01 1 angry null", "Actor_01 01-05-02-01-01 2 angry null"), faces(settings,
			ravdess));
		assertEquals("a quarter", 2, Imports.plan(Imports.SMALL.withTaking(new Taking(Take.RECOGNITION, 0, 0, 0.25)), List
			.of(), mug).faces().filter(face -> face.subject().equals("001")).count());
		ImportPlan plan = Imports.plan(settings, List.of(), ck);
		assertEquals(List.of("001", "002", "CK+", "", "", 1, 0, "It has no label and is left out."), plan.report().sequences()
			.get(1));
	}

	@Test
	public void subjectsOfSeveralSourcesDoNotCollide() throws IOException {
		ImportPlan plan = Imports.plan(Imports.SMALL.withHeldOut(HeldOut.drawn(0, 1)), List.of(), ck, mug, ravdess);
		assertEquals(List.of("CK+/001", "CK+/002", "MUG/001", "MUG/002", "RAVDESS/Actor_01"), plan.faces().map(Face::subject)
			.distinct().toList());
		Path output = temp.getRoot().toPath().resolve("all");
		FaceImporter.importFaces(plan, output, false, Progress.SILENT);
		FaceDataset dataset = FaceDatasetFolder.read(output, Progress.SILENT);
		assertEquals(11 + 9 + 4, dataset.count());
		assertEquals("RAVDESS/Actor_01/01-01-05-02-01-01-01.mp4#3", dataset.faces().get(23).file());
		List<String> rows = Files.readAllLines(output.resolve("import.csv"));
		assertEquals("subject,sequence,layout,label,expression,found,taken,failed,note", rows.get(0));
		assertEquals("MUG/001,anger/take000,MUG,anger,angry,8,8,0,", rows.get(4));
		assertEquals(1 + 6, rows.size());
	}

	@Test
	public void sourcesOfTheSameNameAreTold() throws IOException {
		Path other = temp.newFolder("other", "CK+").toPath();
		FaceTree.image(other, "cohn-kanade-images/001/001/001_001_00000001.png", 0);
		assertEquals(List.of("CK+/001", "CK+/002", "CK+ 2/001"), Imports.plan(Imports.SMALL, List.of(), ck, other).faces().map(
			Face::subject).distinct().toList());
		assertFails("given twice", () -> Imports.plan(Imports.SMALL, List.of(), ck, ck.resolve("../CK+")));
		assertFails("2 layouts for 3 sources", () -> Imports.plan(Imports.SMALL.withLayout("CK+|MUG"), List.of(), ck, mug,
			ravdess));
		assertFails("does not fit the layout CK+", () -> Imports.plan(Imports.SMALL.withLayout("CK+|CK+"), List.of(), ck,
			mug));
	}

	@Test
	public void asManySubjectsOfEachSourceAreHeldOut() {
		Set<String> held = Imports.plan(Imports.SMALL.withHeldOut(HeldOut.drawn(1, 1)), List.of(), ck, mug).heldOut();
		assertEquals(List.of("CK+", "MUG"), held.stream().map(name -> name.split("/")[0]).toList());
		assertEquals(Set.of("MUG/002"), Imports.plan(Imports.SMALL.withHeldOut(HeldOut.named(List.of("MUG/002"))), List.of(),
			ck, mug).heldOut());
		assertFails("Holding out 1 of 1 subjects leaves none", () -> Imports.plan(Imports.SMALL.withHeldOut(HeldOut.drawn(1,
			1)), List.of(), ck, ravdess));
		assertFails("The test subject 003 is not in the dataset; its subjects are 001, 002.", () -> Imports.plan(Imports.SMALL
			.withHeldOut(HeldOut.named(List.of("003"))), List.of(), ck));
		assertFails("Holding out 2 of 2 subjects leaves none for training", () -> Imports.plan(Imports.SMALL.withHeldOut(
			HeldOut.named(List.of("001", "002"))), List.of(), ck));
	}

	@Test
	public void excludedFilesAreNotTakenAndTheOthersStay() throws IOException {
		Path list = FaceTree.text(temp.getRoot().toPath(), "exclude.txt",
			"cohn-kanade-images/001/001/001_001_00000005.png\n\nnothing.png\ncohn-kanade-images/001/001/001_001_00000006.png\n");
		ImportPlan plan = Imports.plan(Imports.SMALL.withFramesPerSequence(3), Exclusion.read(list), ck);
		assertEquals(List.of(1, 9, 1, 1), plan.faces().map(Face::frame).toList());
		// 6 is not one of the three frames that are taken
		List<List<Object>> rows = plan.report().sequences();
		assertEquals("cohn-kanade-images/001/001/001_001_00000006.png: It is to be excluded, but is not among the frames to be "
			+ "taken.", rows.get(3).get(7));
		assertEquals("nothing.png", rows.get(4).get(7).toString().split(":")[0]);
		assertEquals("1 excluded.", plan.report().sequences().get(0).get(7));
		Path table = FaceTree.text(temp.getRoot().toPath(), "exclude.csv", "file,why\n\"a, b.png\",blurred\n");
		assertEquals(Set.of("a, b.png"), Exclusion.read(table));
		assertFails("exclude.md is missing", () -> Exclusion.read(temp.getRoot().toPath().resolve("exclude.md")));
	}

	@Test
	public void saysInWordsWhatWasRecognised() {
		ImportPlan plan = Imports.plan(Imports.SMALL.withTaking(RECOGNITION).withHeldOut(HeldOut.named(List.of("MUG/002"))),
			List.of(), ck, mug);
		String text = plan.text();
		for (String line : List.of(ck + "\n   layout CK+: 2 subjects, 3 sequences, 1 of them with a label\n",
			"Labels of CK+: anger = angry (1)\n", "Labels of MUG: anger = angry (1), fear = fearful (1)\n",
			"Frames: 20 found, 9 to be taken, those in which the labelled expression shows (CK+: the last third, and the first " +
				"frame as neutral; MUG: the middle part (50 %))\n", "Held out for testing: MUG/002\n",
			"Sequences without a frame to be taken: 2\n"))
		{
			assertTrue(line + " in\n" + text, text.contains(line));
		}
	}

	@Test
	public void settingsAreChecked() {
		assertFails("A crop cuts the same part out of each picture, which goes with alignment=off only",
			() -> new FaceCut(64, Alignment.DETECT, Framing.TIGHT, new Crop(0.1, 0.1, 0.9, 0.9)));
		assertFails("per sequence and per subject", () -> new Taking(Take.TRAINING, 3, 3, 0.5));
		assertFails("middle of a sequence", () -> new Taking(Take.TRAINING, 0, 0, 0));
		assertFails("either their names or their number", () -> new HeldOut(List.of("a"), 1, 1));
		for (Runnable wrong : new Runnable[] { () -> Imports.WHOLE.withSize(0), () -> Imports.WHOLE.withSize(1025),
			() -> Imports.WHOLE.withFramesPerSequence(-1), () -> HeldOut.drawn(-1, 1), () -> Imports.WHOLE.withCut(null) })
		{
			assertThrows(HyojoException.class, wrong::run);
		}
		assertFails("has landmarks", () -> Imports.plan(ImportSettings.DEFAULT.withCut(new FaceCut(64, Alignment.LANDMARKS,
			Framing.HEAD, Crop.WHOLE)), List.of(), ck));
	}

	private static List<String> faces(ImportSettings settings, Path source) {
		return Imports.plan(settings, List.of(), source).faces().map(face -> face.subject() + " " + face.sequence() + " " + face
			.frame() + " " + face.expression() + " " + face.intensity()).toList();
	}

	private static void assertFails(String sentence, Runnable work) {
		HyojoException e = assertThrows(sentence, HyojoException.class, work::run);
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
