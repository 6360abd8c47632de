package io.github.hyojo.layout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceTree;
import io.github.hyojo.face.Eyes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** MUG, RAVDESS, plain folders and tables, with the names that the datasets have. */
public class DatasetLayoutsTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path root;

	@Before
	public void makeRoot() throws IOException {
		root = temp.newFolder().toPath();
	}

	@Test
	public void mugIsLabelledByFolders() throws IOException {
		for (int frame = 0; frame < 3; frame++) {
			FaceTree.image(root, String.format("subjects3/001/anger/take000/img_%04d.jpg", frame), 0);
			FaceTree.image(root, "subjects3/002/002/happiness/take1/img_" + (frame + 9) + ".jpg", 0);
			FaceTree.image(root, "subjects3/002/002/mixed/take1/img_" + frame + ".jpg", 0);
		}
		Found found = find("MUG", root);
		assertEquals(List.of("001 anger/take000 anger [0, 1, 2]", "002 002/happiness/take1 happiness [9, 10, 11]",
			"002 002/mixed/take1 null [0, 1, 2]"), found.sequences().stream().map(DatasetLayoutsTest::text).toList());
		assertEquals("subjects3/001/anger/take000/img_0000.jpg", found.sequences().get(0).file());
		assertEquals(Showing.MIDDLE, found.sequences().get(0).showing());
		assertEquals(List.of(), found.problems());
		assertEquals("the folder subjects3 itself, too", 3, find("MUG", root.resolve("subjects3")).sequences().size());
	}

	@Test
	public void mugOfTwoSessionsKeepsTheSubject() throws IOException {
		FaceTree.image(root, "subjects1/001/anger/take000/img_0000.jpg", 0);
		FaceTree.image(root, "subjects3/001/anger/take000/img_0000.jpg", 0);
		assertEquals(List.of("001 subjects1/anger/take000 anger [0]", "001 subjects3/anger/take000 anger [0]"), find("MUG",
			root).sequences().stream().map(DatasetLayoutsTest::text).toList());
	}

	@Test
	public void ravdessTakesEachTakeOnceAndNoSoundAlone() throws IOException {
		for (String file : List.of("Video_Speech_Actor_01/Actor_01/01-01-03-02-01-01-01.mp4",
			"Video_Speech_Actor_01/Actor_01/02-01-03-02-01-01-01.mp4", // the same take without sound
			"Video_Speech_Actor_01/Actor_01/02-01-06-01-02-02-01.mp4", // there is no other file of this one
			"Video_Song_Actor_01/Actor_01/01-02-03-02-01-01-01.mp4", // sung
			"Video_Speech_Actor_02/Actor_02/01-01-08-01-01-01-02.mp4", //
			"Audio_Speech_Actors_01-24/Actor_01/03-01-01-01-01-01-01.wav",
			"Audio_Speech_Actors_01-24/Actor_01/03-01-01-01-01-01-01.mp4", //
			"Video_Speech_Actor_02/Actor_02/01-01-09-01-01-01-02.mp4", "Video_Speech_Actor_02/Actor_02/trailer.mp4"))
		{
			FaceTree.text(root, file, "not opened");
		}
		Found found = find("RAVDESS", root);
		assertEquals(List.of("Actor_01 01-03-02-01-01 happy [-1]", "Actor_01 01-06-01-02-02 fearful [-1]",
			"Actor_01 02-03-02-01-01 happy [-1]", "Actor_02 01-08-01-01-01 surprised [-1]", "Actor_02 01-09-01-01-01 null [-1]"),
			found.sequences().stream().map(DatasetLayoutsTest::text).toList());
		assertEquals("Video_Speech_Actor_01/Actor_01/01-01-03-02-01-01-01.mp4", found.sequences().get(0).file());
		assertEquals("The emotion 09 is none from 01 to 08.", found.sequences().get(4).note());
		assertEquals(List.of("Video_Speech_Actor_01/Actor_01/02-01-03-02-01-01-01.mp4",
			"Audio_Speech_Actors_01-24/Actor_01/03-01-01-01-01-01-01.mp4", "Video_Speech_Actor_02/Actor_02/trailer.mp4"), found
				.problems().stream().map(Problem::file).toList());
		assertEquals("an actor's folder alone", 2, find("RAVDESS", root.resolve("Video_Speech_Actor_02/Actor_02")).sequences()
			.size());
	}

	@Test
	public void foldersNamedByAnExpressionAreLabels() throws IOException {
		FaceTree.image(root, "Anna/smile 10.PNG", 0);
		FaceTree.image(root, "Anna/smile 9.jpg", 0);
		FaceTree.image(root, "Anna/Happiness/1.png", 0);
		FaceTree.image(root, "Anna/sad/take 2/1.png", 0);
		FaceTree.text(root, "Anna/sad/film.mp4", "not opened");
		FaceTree.image(root, "Bo, jr/take 2/happy/1.tif", 0);
		FaceTree.image(root, "Bo, jr/take 1/x.tiff", 0);
		FaceTree.text(root, "Anna/notes.txt", "not an image");
		FaceTree.text(root, ".hidden/x.png", "not an image");
		FaceTree.text(root, "Anna/._smile 9.jpg", "not an image");
		FaceTree.text(root, "readme.csv", "not an image");
		Found found = find("folders", root);
		assertEquals(List.of("Anna Happiness Happiness [1]", "Anna sad/film.mp4 sad [-1]", "Anna sad/take 2 sad [1]",
			"Anna  null [1, 2]", "Bo, jr take 1 null [1]", "Bo, jr take 2/happy null [1]"), found.sequences().stream().map(
				DatasetLayoutsTest::text).toList());
		assertEquals("9 comes before 10", "Anna/smile 9.jpg", found.sequences().get(3).file());
		assertEquals(List.of(), found.problems());
	}

	@Test
	public void whatDoesNotBelongIsNoted() throws IOException {
		FaceTree.image(root, "stray.png", 0);
		FaceTree.image(root, "A/1.png", 0);
		FaceTree.image(root, "A/1.jpg", 0);
		FaceTree.image(root, "A/2.jpg", 0);
		Files.createDirectories(root.resolve("B/1"));
		Files.createSymbolicLink(root.resolve("A/loop"), root.resolve("A"));
		Files.createSymbolicLink(root.resolve("A/nowhere"), root.resolve("A/nowhere"));
		Found found = find("folders", root);
		assertEquals(List.of("A  null [1, 2]"), found.sequences().stream().map(DatasetLayoutsTest::text).toList());
		assertEquals(List.of("stray.png", "A/loop", "A/1.png", "B"), found.problems().stream().map(Problem::file).toList());
		assertTrue(found.problems().get(1).reason().contains("leads back"));
		assertTrue(found.problems().get(2).reason().contains("second file for the same frame"));
	}

	@Test
	public void aTableNamesEverything() throws IOException {
		Path table = FaceTree.text(root, "table.csv",
			"file,subject,sequence,frame,expression,intensity,lefteyex,lefteyey,righteyex,righteyey,camera\n" +
				"\"a, 1.png\",Anna,smile,7,joy,1.0,31.5,40,64.5,41,left\n" + //
				"a2.png,Anna,smile,5,,,,,,,left\n" + "b.png,Bo,,,sad,,,,,,left\n" + "c.png,Bo,,,sad,,,,,,left\n" +
				"films/f.mp4,Bo,,,,,,,,,left\n" + "films/g.mp4,Anna,x,12,,,,,,,left\n" + "films/g.mp4,Anna,x,3,,,,,,,left\n" +
				"b.png,Bo,,,sad,,,,,,left\n" + "d.png,,,,sad,,,,,,left\n" + "e.png,Bo,,,sad,7,,,,,left\n");
		Found found = find("CSV", table);
		assertEquals(List.of("Anna smile null [5, 7]", "Anna x/films/g.mp4 null [3, 12]", "Bo  sad [1, 2]",
			"Bo films/f.mp4 null [-1]"), found.sequences().stream().map(DatasetLayoutsTest::text).toList());
		Frame first = found.sequences().get(0).frames().get(1);
		assertEquals("a, 1.png", first.file());
		assertEquals("joy", first.label());
		assertEquals(1.0, first.intensity(), 0);
		assertEquals(new Eyes(31.5, 40, 64.5, 41), first.eyes().get());
		assertEquals(List.of(new Problem("b.png", "Row 9 names the file for the second time."), new Problem("d.png",
			"Row 10 names no subject."), new Problem("e.png", "Row 11 has an intensity that is not from 0 to 1.")), found
				.problems());
	}

	@Test
	public void aTableWithoutSubjectsIsRefused() throws IOException {
		Path table = FaceTree.text(root, "table.csv", "file,person\na.png,Anna\n");
		HyojoException e = assertThrows(HyojoException.class, () -> find("CSV", table));
		assertTrue(e.getMessage(), e.getMessage().contains("has no column subject"));
	}

	/** Worked out by hand: of ten frames, the middle half goes from 2.5 to 7.5 of them, so that frames 2 to 7 count. */
	@Test
	public void anExpressionShowsAtTheEndOrInTheMiddle() {
		assertEquals(List.of(7, 8, 9), Showing.END.positions(10, 0.5));
		assertEquals(List.of(1), Showing.END.positions(2, 0.5));
		assertEquals(List.of(0), Showing.END.positions(1, 0.5));
		assertEquals(List.of(2, 3, 4, 5, 6, 7), Showing.MIDDLE.positions(10, 0.5));
		assertEquals(List.of(4, 5), Showing.MIDDLE.positions(10, 0.2));
		assertEquals(List.of(4, 5), Showing.MIDDLE.positions(10, 0.001));
		assertEquals(List.of(1), Showing.MIDDLE.positions(3, 0.5));
		assertEquals(List.of(0), Showing.MIDDLE.positions(1, 0.5));
		assertEquals(List.of(0, 1, 2), Showing.MIDDLE.positions(3, 1));
		assertEquals(List.of(0, 1, 2), Showing.WHOLE.positions(3, 0.5));
	}

	private static Found find(String layout, Path root) {
		assertEquals(layout, FaceLayout.choose("auto", root).name());
		return FaceLayout.choose(layout, root).find(root, Progress.SILENT);
	}

	private static String text(Sequence sequence) {
		return sequence.subject() + " " + sequence.name() + " " + sequence.frames().get(0).label() + " " + sequence.frames()
			.stream().map(Frame::number).toList();
	}
}
