package io.github.hyojo.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.TinyModel;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.TrainingSettings;

/** What a training comes to, and the folders it refuses. */
public class TrainingFolderTest {

	private static final TrainingSettings SHORT = TinyModel.SETTINGS.withSchedule(1, 1);

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private static Path train(FaceDataset faces, TrainingSettings settings, Path folder) {
		return new Trainer(faces, settings, TinyModel.ENGINE, folder).train(TrainingListener.NONE, Progress.SILENT);
	}

	private static String refusal(FaceDataset faces, TrainingSettings settings, Path folder) {
		return assertThrows(HyojoException.class, () -> train(faces, settings, folder)).getMessage();
	}

	private static void assertContains(String message, String... words) {
		for (String word : words) assertTrue(message, message.contains(word));
	}

	@Test
	public void bothStagesLearn() {
		List<EpochLosses> epochs = new History(TinyModel.training().resolve(Trainer.HISTORY)).read();
		for (int first : new int[] { 0, 6 }) {
			double before = epochs.get(first).losses().get("reconstruction");
			double after = epochs.get(first + 5).losses().get("reconstruction");
			assertTrue(before + " to " + after, after < 0.9 * before);
			assertTrue(epochs.get(first + 5).losses().get("loss") < epochs.get(first).losses().get("loss"));
		}
	}

	@Test
	public void theSeedDecides() throws Exception {
		Path first = train(TinyModel.FACES, SHORT, temp.newFolder().toPath());
		Path same = train(TinyModel.FACES, SHORT, temp.newFolder().toPath());
		Path other = train(TinyModel.FACES, SHORT.withSeed(2), temp.newFolder().toPath());
		TrainerTest.assertSameModel(first, same);
		try (ExpressionModel a = ExpressionModel.open(first, TinyModel.ENGINE, Progress.SILENT);
			ExpressionModel b = ExpressionModel.open(other, TinyModel.ENGINE, Progress.SILENT))
		{
			assertFalse(Arrays.equals(a.encodeIdentity(FaceTensor.of(TinyModel.FACES.images(), 0)), b.encodeIdentity(FaceTensor
				.of(TinyModel.FACES.images(), 0))));
		}
	}

	@Test
	public void heldOutSubjectsAreNotTrainedOn() throws Exception {
		FaceDataset all = TinyFaces.draw(4, 2, 64);
		FaceDataset held = new FaceDataset(all.images(), all.faces(), Set.of("B", "D"), all.settings());
		Path model = train(held, SHORT, temp.newFolder().toPath());
		assertEquals(List.of("A", "C"), ExpressionModel.info(model).faces().subjects());
		assertEquals(4, ExpressionModel.info(model).faces().images());
	}

	@Test
	public void anotherTrainingIsLeftAlone() {
		Path folder = TinyModel.training();
		assertContains(refusal(TinyModel.FACES, TinyModel.SETTINGS.withSeed(5), folder), folder.toString(),
			"other settings or faces", "choose another folder");
		assertContains(refusal(TinyFaces.draw(3, 3, 64), TinyModel.SETTINGS, folder), "other settings or faces");
		assertTrue(Files.exists(folder.resolve("model/hyojo.json")));
	}

	@Test
	public void aFolderThatHoldsSomethingElseIsLeftAlone() throws Exception {
		Path folder = temp.newFolder().toPath();
		Files.writeString(folder.resolve("thesis.txt"), "years of work");
		assertContains(refusal(TinyModel.FACES, SHORT, folder), folder.toString(), "already holds something");
		assertArrayEquals(new String[] { "thesis.txt" }, folder.toFile().list());
		assertEquals("years of work", Files.readString(folder.resolve("thesis.txt")));
		assertArrayEquals("nothing is left beside it", new String[] { folder.getFileName().toString() }, temp.getRoot()
			.list());
	}

	@Test
	public void aPlaceThatCannotBeWritten() throws Exception {
		Path file = temp.newFile("file").toPath();
		assertContains(refusal(TinyModel.FACES, SHORT, file), file + " is a file");
		assertContains(refusal(TinyModel.FACES, SHORT, file.resolve("training")), "Nothing can be written to " + file);
	}

	@Test
	public void damagedTrainings() throws Exception {
		Path folder = temp.newFolder().toPath();
		Stop stop = Stop.after(1);
		assertThrows(CancellationException.class, () -> new Trainer(TinyModel.FACES, SHORT,
			TinyModel.ENGINE, folder).train(TrainingListener.NONE, stop));
		Path newest = folder.resolve("checkpoints/epoch-00001-step-00001");
		Path index = newest.resolve("variables/variables.index");
		byte[] content = Files.readAllBytes(index);
		Files.write(index, Arrays.copyOf(content, content.length / 2));
		assertContains(refusal(TinyModel.FACES, SHORT, folder), newest.toString(), "incomplete or damaged");
		Files.writeString(newest.resolve("state.json"), "{}");
		assertContains(refusal(TinyModel.FACES, SHORT, folder), newest.toString(), "damaged: delete it");
		Files.writeString(folder.resolve("training.json"), "{ \"settings\": ");
		assertContains(refusal(TinyModel.FACES, SHORT, folder), "training.json is damaged");
	}

	@Test
	public void aHistoryThatIsNone() throws Exception {
		Path file = temp.newFile("history.csv").toPath();
		Files.writeString(file, "epoch,round\n1,one\n");
		String message = assertThrows(HyojoException.class, () -> new History(file).read()).getMessage();
		assertContains(message, file.toString(), "is not a history of a training");
	}

	@Test
	public void facesOfAnotherSize() {
		String message = assertThrows(HyojoException.class, () -> new Trainer(TinyFaces.draw(2, 2, 64), SHORT.withModel(
			ModelSettings.DEFAULT.withSize(128)), TinyModel.ENGINE, temp.getRoot().toPath().resolve("x"))).getMessage();
		assertContains(message, "64 x 64", "128 x 128");
		assertFalse(Files.exists(temp.getRoot().toPath().resolve("x")));
	}

	@Test
	public void aLossThatIsNoNumberStopsTheTraining() throws Exception {
		Path folder = temp.newFolder().toPath();
		String message = refusal(TinyModel.FACES, TinyModel.SETTINGS.withSchedule(20, 1).withLearningRate(1, 1), folder);
		Matcher matcher = Pattern.compile("The loss \"(kl|loss|reconstruction)\" became (NaN|Infinity) in step [12] of epoch "
			+ "[0-9]+: lower the learning rate .*; the last good checkpoint is (.*)\\.").matcher(message);
		assertTrue(message, matcher.matches());
		Path checkpoint = Path.of(matcher.group(3));
		assertTrue(Files.exists(checkpoint.resolve("variables/variables.index")));
		assertFalse(Files.exists(folder.resolve("model")));
		// going on from there meets the same loss again
		assertEquals(message, refusal(TinyModel.FACES, TinyModel.SETTINGS.withSchedule(20, 1).withLearningRate(1, 1),
			folder));
		for (EpochLosses epoch : new History(folder.resolve(Trainer.HISTORY)).read()) {
			epoch.losses().values().forEach(loss -> assertTrue(Double.isFinite(loss)));
		}
	}
}
