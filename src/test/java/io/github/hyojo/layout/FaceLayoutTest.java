package io.github.hyojo.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.hyojo.HyojoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FaceLayoutTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path root;

	@Before
	public void makeRoot() throws IOException {
		root = temp.newFolder().toPath();
	}

	@Test
	public void allLayoutsAreFoundAndCkPlusIsTriedFirst() {
		assertEquals(List.of("CK+", "folders"), FaceLayout.all().stream().map(FaceLayout::name).toList());
	}

	@Test
	public void recognisesTheSampleFaces() {
		FaceLayout layout = FaceLayout.choose("auto", FaceTree.SAMPLES);
		assertEquals("CK+", layout.name());
		List<Face> faces = layout.faces(FaceTree.SAMPLES);
		assertEquals(120, faces.size());
		assertEquals(List.of("S001", "S009", "S013", "S021", "S031", "S037"),
			faces.stream().map(Face::subject).distinct().toList());
		// labels.csv: S001/003 is anger, its second frame has developed to 0.2865
		assertEquals(new Face("images/S001/003/S001_003_00000002.png", "S001", "003", 2, "angry", 0.2865),
			faces.get(6));
		assertEquals(List.of("angry", "disgust", "happy", "surprise"),
			faces.stream().map(Face::expression).distinct().sorted().toList());
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
		List<Face> faces = FaceLayout.choose("auto", root).faces(root);
		assertEquals(List.of(1, 2, 3, 5, 11, 1, 4), faces.stream().map(Face::frame).toList());
		// frame 5 is 4 of the 10 steps from 1 to 11
		assertEquals(List.of(0.0, 0.1, 0.2, 0.4, 1.0), faces.subList(0, 5).stream().map(Face::intensity).toList());
		assertEquals("fearful", faces.get(0).expression());
		assertNull(faces.get(5).expression());
		assertNull(faces.get(5).intensity());
		assertEquals(new Face("cohn-kanade-images/S010/001/S010_001_00000004.png", "S010", "001", 4, "calm", 1.0),
			faces.get(6));
	}

	@Test
	public void ckPlusKnowsEveryEmotion() throws IOException {
		for (int code = 0; code <= 8; code++) {
			FaceTree.image(root, "images/S1/" + code + "/a_1.png", 0);
			FaceTree.text(root, "Emotion/S1/" + code + "/a_1_emotion.txt", code + ".0");
		}
		assertEquals(List.of("neutral", "angry", "contempt", "disgust", "fearful", "happy", "sad", "surprise", "calm"),
			FaceLayout.choose("ck+", root).faces(root).stream().map(Face::expression).toList());
	}

	@Test
	public void labelsTableWinsOverEmotionFiles() throws IOException {
		FaceTree.image(root, "images/S1/1/a_1.png", 0);
		FaceTree.image(root, "images/S1/1/a_2.png", 0);
		FaceTree.text(root, "Emotion/S1/1/a_2_emotion.txt", "1");
		FaceTree.text(root, "labels.csv", "path,subject,sequence,frame,expression,intensity\n" +
			"images/S1/1/a_2.png,S1,1,2,Happiness,0.75\n");
		List<Face> faces = FaceLayout.choose("auto", root).faces(root);
		assertNull(faces.get(0).expression());
		assertEquals("happy", faces.get(1).expression());
		assertEquals(0.75, faces.get(1).intensity(), 0);
	}

	@Test
	public void takesPlainFolders() throws IOException {
		FaceTree.image(root, "Anna/smile 10.PNG", 0);
		FaceTree.image(root, "Anna/smile 9.jpg", 0);
		FaceTree.image(root, "Bo, jr/take 2/deep/1.tif", 0);
		FaceTree.image(root, "Bo, jr/take 1/x.tiff", 0);
		FaceTree.text(root, "Anna/notes.txt", "not an image");
		FaceTree.text(root, ".hidden/x.png", "not an image");
		FaceTree.text(root, "Anna/._smile 9.jpg", "not an image");
		FaceTree.text(root, "readme.csv", "not an image");
		FaceLayout layout = FaceLayout.choose("auto", root);
		assertEquals("folders", layout.name());
		assertEquals(List.of(new Face("Anna/smile 9.jpg", "Anna", "", 1, null, null),
			new Face("Anna/smile 10.PNG", "Anna", "", 2, null, null),
			new Face("Bo, jr/take 1/x.tiff", "Bo, jr", "take 1", 1, null, null),
			new Face("Bo, jr/take 2/deep/1.tif", "Bo, jr", "take 2/deep", 1, null, null)), layout.faces(root));
	}

	@Test
	public void saysWhatIsExpectedWhereNothingFits() throws IOException {
		assertFails("auto", "holds no subjects' folders; expected is images/subject/sequence/image");
		assertFails("CK+", "has no folder cohn-kanade-images or images, which the layout CK+ expects");
		assertFails("mug", "There is no layout \"mug\"; choose auto, CK+, folders.");
		Path stray = FaceTree.image(root, "one.png", 0);
		assertFails("folders", "The image " + stray + " lies outside of the subjects' folders");
	}

	@Test
	public void aSubjectNeedsAnImage() throws IOException {
		FaceTree.image(root, "A/1.png", 0);
		Path empty = Files.createDirectories(root.resolve("B/1")).getParent();
		assertFails("auto", "The subject's folder " + empty + " holds no image");
	}

	@Test
	public void refusesRubbishInLabels() throws IOException {
		FaceTree.image(root, "images/S1/1/a_1.png", 0);
		for (String rubbish : new String[] { "", "happy", "9", "1.5", "NaN" }) {
			Path file = FaceTree.text(root, "Emotion/S1/1/a_1_emotion.txt", rubbish);
			assertFails("auto", "The emotion file " + file + " does not hold one number from 0 to 8");
		}
		Path table = FaceTree.text(root, "labels.csv", "path,expression,intensity\nimages/S1/1/a_1.png,happy,very\n");
		assertFails("auto", "Row 2 of " + table + " has \"very\" for intensity where a number is expected");
		FaceTree.text(root, "labels.csv", "path,expression\nx,y\n");
		assertFails("auto", "The table " + table + " has no column intensity");
		FaceTree.text(root, "labels.csv", "path,expression,intensity\nx,y,1\nx,y,1\n");
		assertFails("auto", "Row 3 of " + table + " names x for the second time");
	}

	private void assertFails(String layout, String sentence) {
		HyojoException e = assertThrows(HyojoException.class, () -> FaceLayout.choose(layout, root).faces(root));
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
