package io.github.hyojo.evaluation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.TinyModel;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

/** Comparisons of methods that train one epoch per stage, of 2 steps, on 3 subjects with 4 faces each. */
public class ComparisonTest {

	@ClassRule
	public static final TemporaryFolder TEMP = new TemporaryFolder();

	private static final FaceDataset FACES = faces();
	private static final ComparisonSettings SETTINGS = new ComparisonSettings(TinyModel.SETTINGS.withModel(
		TinyModel.NARROW).withSchedule(1, 1), 0, EvaluationSettings.DEFAULT.withRecognition(4, 10));
	private static final List<Method> METHODS = List.of(Method.VAE_MINUS_SUBJECT_MEAN, Method.SWITCH, Method.VAE,
		Method.CONVENTIONAL, Method.C_VAE);

	private static Path folder;
	private static List<ComparedMethod> compared;

	/** Subjects A to E with four expressions each; D and E are held out. */
	private static FaceDataset faces() {
		FaceDataset drawn = TinyFaces.draw(5, 4, 64);
		List<Face> faces = new ArrayList<>();
		for (Face face : drawn.faces()) {
			String expression = List.of("neutral", "happy", "sad", "angry").get(Integer.parseInt(face.sequence()));
			faces.add(new Face(face.file(), face.subject(), face.sequence(), 0, expression, expression.equals("neutral") ? 0.
				: 1.));
		}
		return new FaceDataset(drawn.images(), faces, Set.of("D", "E"), drawn.settings());
	}

	@BeforeClass
	public static void compare() throws Exception {
		folder = TEMP.newFolder().toPath();
		compared = comparison(METHODS, SETTINGS, folder).run(TrainingListener.NONE, Progress.SILENT);
	}

	private static Comparison comparison(List<Method> methods, ComparisonSettings settings, Path to) {
		return new Comparison(FACES, methods, settings, TinyModel.ENGINE, to);
	}

	private static List<String> table(Path comparison) throws IOException {
		// without the seconds, which differ from run to run
		return Files.readAllLines(comparison.resolve("comparison.csv")).stream().map(line -> line.replaceFirst(
			"^([a-z_]+,[0-9]+),[0-9]+,", "$1,")).toList();
	}

	@Test
	public void resultsAreInTheOrderOfTable1() throws Exception {
		assertEquals(List.of(Method.CONVENTIONAL, Method.SWITCH, Method.VAE, Method.VAE_MINUS_SUBJECT_MEAN, Method.C_VAE),
			compared.stream().map(ComparedMethod::method).toList());
		List<String> lines = table(folder);
		assertEquals(6, lines.size());
		assertTrue(lines.get(0), lines.get(0).startsWith(
			"method,size,seconds,\"Recognition (%), training\",\"Recognition (%), training, sd\","));
		for (int i = 0; i < 5; i++) {
			ComparedMethod method = compared.get(i);
			assertTrue(method.done() && method.seconds() > 0);
			double recognition = method.value("Recognition (%)", Part.TRAINING).orElseThrow().mean();
			assertTrue(lines.get(i + 1), lines.get(i + 1).startsWith(method.method().key() + ",64," + recognition + ","));
			boolean testable = i < 3;
			assertEquals(testable, method.value("Recognition (%)", Part.TEST).isPresent());
		}
		String description = Files.readString(folder.resolve("comparison.json"));
		for (String words : List.of("\"tensorFlow\": \"2.16.1\"", FACES.fingerprint(), "\"clusters\": 4", "C_VAE")) {
			assertTrue(words, description.contains(words));
		}
	}

	@Test
	public void oneVaeServesTwoRowsAndOneIdentityStageTwoTrainings() throws Exception {
		assertEquals(Set.of("comparison.csv", "comparison.json", "conventional", "switch", "vae", "c_vae"), Set.of(folder
			.toFile().list()));
		Path alone = TEMP.newFolder().toPath();
		new Trainer(FACES, SETTINGS.training(Method.SWITCH), TinyModel.ENGINE, alone).train(TrainingListener.NONE,
			Progress.SILENT);
		assertEquals(Files.readString(alone.resolve("history.csv")), Files.readString(folder.resolve("switch/history.csv")));
		assertTrue(Files.exists(folder.resolve("switch/checkpoints/epoch-00002-step-00000")));
		assertFalse(Files.exists(folder.resolve("switch/checkpoints/epoch-00001-step-00000")));
	}

	@Test
	public void whatIsDoneIsNotDoneAgainAndMethodsMayJoin() throws Exception {
		Path other = TEMP.newFolder().toPath();
		comparison(List.of(Method.VAE), SETTINGS, other).run(TrainingListener.NONE, Progress.SILENT);
		FileTime trained = Files.getLastModifiedTime(other.resolve("vae/model/hyojo.json"));
		List<ComparedMethod> both = comparison(List.of(Method.VAE_MINUS_SUBJECT_MEAN), SETTINGS, other).run(
			TrainingListener.NONE, Progress.SILENT);
		assertEquals(List.of(Method.VAE_MINUS_SUBJECT_MEAN), both.stream().map(ComparedMethod::method).toList());
		assertEquals(trained, Files.getLastModifiedTime(other.resolve("vae/model/hyojo.json")));
		assertEquals(compared.get(3).values(), both.get(0).values());
		assertEquals("the table has both", List.of("method", "vae", "vae_minus_subject_mean"), table(other).stream().map(
			line -> line.split(",")[0]).toList());
		FileTime written = Files.getLastModifiedTime(other.resolve("comparison.json"));
		comparison(List.of(Method.VAE), SETTINGS, other).run(TrainingListener.NONE, Progress.SILENT);
		assertEquals(written, Files.getLastModifiedTime(other.resolve("comparison.json")));
	}

	@Test
	public void stoppedAnywhereAndResumedItComesToTheSame() throws Exception {
		Path parts = TEMP.newFolder().toPath();
		List<Method> methods = List.of(Method.CONVENTIONAL, Method.VAE);
		int stops = 0;
		// reports of a run before it is stopped: a step of training, a training, an evaluation under way ...
		for (int reports : new int[] { 1, 2, 3, 5, 8, 13 }) {
			int[] heard = new int[1];
			Progress impatient = new Progress() {

				@Override
				public void report(String message, long done, long total) {
					heard[0]++;
				}

				@Override
				public boolean isCanceled() {
					return heard[0] >= reports;
				}
			};
			try {
				comparison(methods, SETTINGS, parts).run(TrainingListener.NONE, impatient);
			}
			catch (CancellationException e) {
				stops++;
			}
		}
		assertTrue("stopped " + stops + " times", stops >= 3);
		List<ComparedMethod> resumed = comparison(methods, SETTINGS, parts).run(TrainingListener.NONE, Progress.SILENT);
		assertEquals(compared.get(0).values(), resumed.get(0).values());
		assertEquals(compared.get(2).values(), resumed.get(1).values());
		assertArrayEquals(Files.readAllBytes(folder.resolve("vae/model/variables/variables.data-00000-of-00001")), Files
			.readAllBytes(parts.resolve("vae/model/variables/variables.data-00000-of-00001")));
	}

	@Test
	public void anotherComparisonIsLeftAlone() throws Exception {
		byte[] before = Files.readAllBytes(folder.resolve("comparison.json"));
		for (ComparisonSettings other : List.of(new ComparisonSettings(SETTINGS.training().withSeed(2), 0, SETTINGS
			.evaluation()), new ComparisonSettings(SETTINGS.training(), 1, SETTINGS.evaluation()), new ComparisonSettings(
				SETTINGS.training(), 0, SETTINGS.evaluation().withSeed(2))))
		{
			String message = assertThrows(HyojoException.class, () -> comparison(METHODS, other, folder).run(
				TrainingListener.NONE, Progress.SILENT)).getMessage();
			assertTrue(message, message.contains("holds a comparison with other settings or faces"));
		}
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("comparison.json")));
		Path full = TEMP.newFolder().toPath();
		Files.writeString(full.resolve("thesis.txt"), "mine");
		String message = assertThrows(HyojoException.class, () -> comparison(METHODS, SETTINGS, full).run(
			TrainingListener.NONE, Progress.SILENT)).getMessage();
		assertTrue(message, message.contains("already holds something"));
		assertArrayEquals(new String[] { "thesis.txt" }, full.toFile().list());
	}

	@Test
	public void whatCannotBeComparedIsRefusedBeforeAnythingIsTrained() {
		Path none = TEMP.getRoot().toPath().resolve("none");
		String message = assertThrows(HyojoException.class, () -> comparison(List.of(Method.VAE, Method.ITERATED_128),
			SETTINGS, none)).getMessage();
		assertTrue(message, message.contains("iterated_128 takes faces of 128 x 128 pixels") && message.contains("64 x 64"));
		assertTrue(assertThrows(HyojoException.class, () -> comparison(List.of(), SETTINGS, none)).getMessage().contains(
			"no method"));
		assertFalse(Files.exists(none));
	}

	@Test
	public void methodsOfSeveralRoundsShareTheEpochs() {
		ComparisonSettings settings = new ComparisonSettings(TrainingSettings.DEFAULT, 5, EvaluationSettings.DEFAULT);
		TrainingSettings iterated = settings.training(Method.ITERATED_128);
		assertEquals(50, iterated.epochs());
		assertEquals(2, iterated.rounds());
		assertEquals(128, iterated.model().size());
		assertEquals(Method.ITERATED, iterated.model().method());
		assertEquals(100, settings.training(Method.CONVENTIONAL).epochs());
		assertEquals(1, settings.training(Method.VAE_MINUS_SUBJECT_MEAN).rounds());
		assertEquals(1, SETTINGS.training(Method.ITERATED).epochs());
	}

	/** 3 identities and the 4 expressions of the first subject; of the held-out subjects 2. */
	@Test
	public void figure3() {
		Figure figure = comparison(METHODS, SETTINGS, folder).swaps(Progress.SILENT);
		List<String> rows = figure.rows().stream().map(Figure.Row::label).toList();
		assertEquals(List.of("Training subjects", "conventional", "", "", "", "switch", "", "", "", "VAE", "", "", "",
			"VAE minus subject mean", "", "", "", "C-VAE", "", "", "", "Test subjects", "conventional", "", "", "", "switch",
			"", "", "", "VAE", "", "", ""), rows);
		for (Figure.Row row : figure.rows()) assertEquals(4, row.cells().size());
		assertTrue(figure.rows().get(0).cells().get(0).isEmpty());
		assertTrue("two test subjects", figure.rows().get(22).cells().get(3).isEmpty());
		// 3 + 5 methods of 4 x (1 + 3), and 2 + 3 methods of 4 x (1 + 2)
		assertArrayEquals(new long[] { 64, 64, 3 + 80 + 2 + 36 }, figure.images().dimensionsAsLongArray());
		assertEquals("C neutral 0.00", figure.labels().get(2));
		assertEquals("A neutral 0.00", figure.labels().get(3));
		assertEquals("conventional: B neutral 0.00 with the expression of A happy 1.00", figure.labels().get(3 + 4 + 2));
		assertEquals("the expression at the left of the last row is E's or D's", "D angry 1.00", figure.labels().get(118));
	}

	@Test
	public void figure4() {
		Figure figure = comparison(METHODS, SETTINGS, folder).interpolations(Progress.SILENT);
		assertEquals(List.of("Training subjects", "conventional", "switch", "VAE", "VAE minus subject mean", "C-VAE",
			"Test subjects", "conventional", "switch", "VAE"), figure.rows().stream().map(Figure.Row::label).toList());
		// source, target and 5 strips of 9; source, target and 3 strips
		assertEquals(2 + 45 + 2 + 27, figure.images().dimension(2));
		assertEquals(List.of("B neutral 0.00", "A happy 1.00", "conventional: 0.000", "conventional: 0.125"), figure.labels()
			.subList(0, 4));
		assertTrue(figure.rows().get(0).cells().get(4).isEmpty());
	}
}
