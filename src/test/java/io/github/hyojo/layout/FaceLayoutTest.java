package io.github.hyojo.layout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceTree;
import io.github.hyojo.face.Eyes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** How layouts are chosen, and that of CK+. */
public class FaceLayoutTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path root;

	@Before
	public void makeRoot() throws IOException {
		root = temp.newFolder().toPath();
	}

	@Test
	public void allLayoutsAreFoundTheMostParticularFirst() {
		List<String> names = FaceLayout.all().stream().map(FaceLayout::name).toList();
		assertEquals("CK+", names.get(0));
		assertEquals(List.of("MUG", "RAVDESS"), names.subList(1, 3).stream().sorted().toList());
		assertEquals(List.of("CSV", "folders"), names.subList(3, 5));
	}

	@Test
	public void recognisesTheSampleFaces() {
		FaceLayout layout = FaceLayout.choose("auto", FaceTree.SAMPLES);
		assertEquals("CK+", layout.name());
		List<Sequence> sequences = layout.find(FaceTree.SAMPLES, Progress.SILENT).sequences();
		assertEquals(24, sequences.size());
		assertEquals(List.of("S001", "S009", "S013", "S021", "S031", "S037"), sequences.stream().map(Sequence::subject)
			.distinct().toList());
		// labels.csv: S001/003 is anger, its second frame has developed to 0.2865
		assertEquals(new Frame("images/S001/003/S001_003_00000002.png", 2, "anger", 0.2865, null), sequences.get(1).frames()
			.get(1));
	}

	@Test
	public void ckPlusTakesLabelsFromEmotionFiles() throws IOException {
		for (int frame : new int[] { 1, 2, 3, 5, 11 }) {
			FaceTree.image(root, String.format("cohn-kanade-images/S005/001/S005_001_%08d.png", frame), 0);
		}
		FaceTree.image(root, "cohn-kanade-images/S005/002/S005_002_00000001.png", 0);
		FaceTree.image(root, "cohn-kanade-images/S010/001/S010_001_00000004.png", 0);
		FaceTree.text(root, "Emotion/S005/001/S005_001_00000011_emotion.txt", "   4.0000000e+00\n");
		Files.createDirectories(root.resolve("Emotion/S005/002"));
		FaceTree.text(root, "Emotion/S010/001/S010_001_00000004_emotion.txt", "8");
		List<Frame> frames = frames();
		assertEquals(List.of(1, 2, 3, 5, 11, 1, 4), frames.stream().map(Frame::number).toList());
		// frame 5 is 4 of the 10 steps from 1 to 11
		assertEquals(List.of(0.0, 0.1, 0.2, 0.4, 1.0), frames.subList(0, 5).stream().map(Frame::intensity).toList());
		assertEquals("fear", frames.get(0).label());
		assertNull(frames.get(5).label());
		assertNull(frames.get(5).intensity());
		assertEquals(new Frame("cohn-kanade-images/S010/001/S010_001_00000004.png", 4, "calm", 1.0, null), frames.get(6));
	}

	@Test
	public void ckPlusKnowsEveryEmotion() throws IOException {
		for (int code = 0; code <= 8; code++) {
			FaceTree.image(root, "images/S1/" + code + "/a_1.png", 0);
			FaceTree.text(root, "Emotion/S1/" + code + "/a_1_emotion.txt", code + ".0");
		}
		assertEquals(List.of("neutral", "anger", "contempt", "disgust", "fear", "happy", "sadness", "surprise", "calm"),
			frames().stream().map(Frame::label).toList());
	}

	@Test
	public void ckPlusHasLandmarks() throws IOException {
		FaceTree.image(root, "cohn-kanade-images/S1/1/S1_1_00000001.png", 0);
		FaceTree.image(root, "cohn-kanade-images/S1/1/S1_1_00000002.png", 0);
		List<String> points = new ArrayList<>();
		for (int i = 1; i <= 68; i++) points.add(i <= 42 ? "   1.0e+01 20" : "   3.0e+01 22");
		FaceTree.text(root, "Landmarks/S1/1/S1_1_00000002_landmarks.txt", String.join("\n", points));
		List<Frame> frames = frames();
		assertNull(frames.get(0).eyes());
		assertNotNull(frames.get(1).eyes());
		assertEquals(new Eyes(10, 20, 30, 22), frames.get(1).eyes().get());
	}

	@Test
	public void labelsTableWinsOverEmotionFiles() throws IOException {
		FaceTree.image(root, "images/S1/1/a_1.png", 0);
		FaceTree.image(root, "images/S1/1/a_2.png", 0);
		FaceTree.text(root, "Emotion/S1/1/a_2_emotion.txt", "1");
		FaceTree.text(root, "labels.csv", "path,subject,sequence,frame,expression,intensity\n" +
			"images/S1/1/a_2.png,S1,1,2,Happiness,0.75\n");
		List<Frame> frames = frames();
		assertNull(frames.get(0).label());
		assertEquals("Happiness", frames.get(1).label());
		assertEquals(0.75, frames.get(1).intensity(), 0);
	}

	@Test
	public void rubbishInAnEmotionFileIsNotedAndTheRestGoesOn() throws IOException {
		FaceTree.image(root, "images/S1/1/a_1.png", 0);
		FaceTree.image(root, "images/S1/2/a_1.png", 0);
		FaceTree.text(root, "Emotion/S1/2/a_1_emotion.txt", "5");
		for (String rubbish : new String[] { "", "happy", "9", "1.5", "NaN" }) {
			FaceTree.text(root, "Emotion/S1/1/a_1_emotion.txt", rubbish);
			List<Sequence> sequences = FaceLayout.choose("auto", root).find(root, Progress.SILENT).sequences();
			assertEquals("The emotion file Emotion/S1/1/a_1_emotion.txt does not hold one number from 0 to 8.", sequences.get(0)
				.note());
			assertNull(sequences.get(0).frames().get(0).label());
			assertEquals("happy", sequences.get(1).frames().get(0).label());
		}
	}

	@Test
	public void refusesATableOfLabelsThatIsWrong() throws IOException {
		FaceTree.image(root, "images/S1/1/a_1.png", 0);
		Path table = FaceTree.text(root, "labels.csv", "path,expression,intensity\nimages/S1/1/a_1.png,happy,very\n");
		assertFails("auto", "Row 2 of " + table + " has \"very\" for intensity where a number is expected");
		FaceTree.text(root, "labels.csv", "path,expression\nx,y\n");
		assertFails("auto", "The table " + table + " has no column intensity");
		FaceTree.text(root, "labels.csv", "path,expression,intensity\nx,y,1\nx,y,1\n");
		assertFails("auto", "Row 3 of " + table + " names x for the second time");
	}

	/** Any folders with images would be MUG otherwise, without a label. */
	@Test
	public void foldersWithoutAnExpressionAreNotMug() throws IOException {
		FaceTree.text(root, "S1/001/1.png", "not opened");
		assertFails("MUG", root + " does not fit the layout MUG. Expected is [subjects3/]001/anger/take000/img_0000.jpg. " +
			"Found is S1/");
	}

	@Test
	public void saysWhatIsExpectedAndWhatIsFound() throws IOException {
		FaceTree.text(root, "notes.txt", "");
		assertFails("auto", root + " holds no faces that can be recognised. Expected is CK+: cohn-kanade-images/");
		assertFails("auto", "or folders: subject/[expression/][sequence/]image or film. Found is notes.txt.");
		assertFails("XM2VTS", "There is no layout \"XM2VTS\"; choose auto, CK+, ");
		FaceTree.text(root, "A/notes.txt", "");
		assertFails("MUG", root + " does not fit the layout MUG. Expected is [subjects3/]001/anger/take000/img_0000.jpg. " +
			"Found is A/, notes.txt. A: The folder holds no image (PNG, JPEG, TIFF) and no film.");
		assertFails("CSV", "does not fit the layout CSV. Expected is a table.csv");
	}

	private List<Frame> frames() {
		return FaceLayout.choose("auto", root).find(root, Progress.SILENT).sequences().stream().flatMap(sequence -> sequence
			.frames().stream()).toList();
	}

	private void assertFails(String layout, String sentence) {
		HyojoException e = assertThrows(HyojoException.class, () -> FaceLayout.choose(layout, root).findSome(root,
			Progress.SILENT));
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
