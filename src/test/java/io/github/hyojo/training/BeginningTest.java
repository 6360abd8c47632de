package io.github.hyojo.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.TinyModel;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.model.LossWeights;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.model.TrainingSettings;

/** A training that begins where the identity stage of another one, of 2 epochs with 2 steps each, has ended. */
public class BeginningTest {

	@ClassRule
	public static final TemporaryFolder TEMP = new TemporaryFolder();

	private static Path conventional;

	@BeforeClass
	public static void trainAnother() throws IOException {
		conventional = TEMP.newFolder().toPath();
		train(TinyModel.FACES, settings(Method.CONVENTIONAL), conventional, List.of());
	}

	private static TrainingSettings settings(Method method) {
		return TinyModel.SETTINGS.withSchedule(2, 1).withModel(TinyModel.NARROW.withMethod(method));
	}

	private static Recording train(FaceDataset faces, TrainingSettings settings, Path folder, List<Path> others) {
		Recording recording = new Recording();
		new Trainer(faces, settings, TinyModel.ENGINE, folder, others).train(recording, Progress.SILENT);
		return recording;
	}

	@Test
	public void comesToTheSameAsATrainingThatDidItItself() throws Exception {
		Path alone = TEMP.newFolder().toPath();
		Path after = TEMP.newFolder().toPath();
		train(TinyModel.FACES, settings(Method.SWITCH), alone, List.of());
		Recording recording = train(TinyModel.FACES, settings(Method.SWITCH), after, List.of(TEMP.getRoot().toPath().resolve(
			"none"), conventional));
		assertEquals("the four steps of the identity stage are done", 4, recording.plan.stepsDone());
		assertEquals("step 3.1 = 5, 6 faces", recording.events.get(1));
		assertEquals(Files.readString(alone.resolve("history.csv")), Files.readString(after.resolve("history.csv")));
		TrainerTest.assertSameModel(alone.resolve("model"), after.resolve("model"));
		assertEquals(Files.readString(alone.resolve("training.json")), Files.readString(after.resolve("training.json")));
		// and it can be begun with in turn
		Path third = TEMP.newFolder().toPath();
		assertEquals(4, train(TinyModel.FACES, settings(Method.ADVERSARIAL), third, List.of(after)).plan.stepsDone());
	}

	@Test
	public void whatDecidesTheIdentityStageHasToAgree() throws Exception {
		TrainingSettings same = settings(Method.SWITCH);
		LossWeights weights = LossWeights.DEFAULT;
		assertTrue(begins(weighted(same, weights.withKl(5e-4, 1).withReconstruction(0.01, 1).withAdversarialAndSwitching(0,
			0).withFixedSwitchTargets(false))));
		assertTrue(begins(same.withSchedule(2, 3)));
		assertTrue(!begins(weighted(same, weights.withKl(1e-4, 5e-4))));
		assertTrue(!begins(weighted(same, weights.withReconstruction(0.1, 0.01))));
		assertTrue(!begins(same.withSeed(2)));
		assertTrue(!begins(same.withSchedule(1, 1)));
		assertTrue(!begins(same.withSchedule(3, 1)));
		assertTrue(!begins(same.withBatch(7)));
		assertTrue(!begins(same.withLearningRate(5e-4, 0.9)));
		assertTrue(!begins(settings(Method.VAE)));
		TrainingIdentity others = identity(TinyFaces.draw(3, 3, 64), same);
		assertTrue(Beginning.after(conventional, others).isEmpty());
	}

	private static boolean begins(TrainingSettings settings) throws IOException {
		return Beginning.after(conventional, identity(TinyModel.FACES, settings)).isPresent();
	}

	private static TrainingIdentity identity(FaceDataset faces, TrainingSettings settings) {
		return new TrainingIdentity(settings, ModelInfo.Faces.of(faces));
	}

	private static TrainingSettings weighted(TrainingSettings settings, LossWeights weights) {
		return settings.withModel(settings.model().withWeights(weights));
	}

	@Test
	public void aTrainingThatHasNotComeThatFarGivesNothing() throws Exception {
		Path half = TEMP.newFolder().toPath();
		try {
			new Trainer(TinyModel.FACES, settings(Method.CONVENTIONAL), TinyModel.ENGINE, half).train(TrainingListener.NONE, Stop
				.after(3));
		}
		catch (CancellationException stopped) {
			// as wanted
		}
		assertTrue(Beginning.after(half, identity(TinyModel.FACES, settings(Method.SWITCH))).isEmpty());
	}
}
