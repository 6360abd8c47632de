package io.github.hyojo.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;
import io.github.hyojo.file.JsonFile;

public class SettingsTest {

	private static final TrainingSettings DEFAULT = TrainingSettings.DEFAULT;

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private static void refused(String words, ThrowingRunnable change) {
		String message = assertThrows(HyojoException.class, change).getMessage();
		assertTrue(message, message.contains(words));
	}

	@Test
	public void numbersOfThePaper() {
		assertEquals(5e-4, DEFAULT.learningRate(), 0);
		assertEquals(0.95, DEFAULT.decay(), 0);
		assertEquals(100, DEFAULT.epochs());
		assertEquals(1, LossWeights.PRINTED.adversarial(), 0);
		assertEquals(10, LossWeights.PRINTED.switching(), 0);
		assertEquals(1e5, LossWeights.PRINTED.klIdentity(), 0);
		assertEquals(0.01, LossWeights.PRINTED.reconstructionExpression(), 0);
	}

	@Test
	public void trainingSettingsThatMakeNoSense() {
		refused("batch of 1 is too small", () -> DEFAULT.withBatch(1));
		refused("0 epochs", () -> DEFAULT.withSchedule(0, 1));
		refused("0 rounds", () -> DEFAULT.withSchedule(1, 0));
		refused("learning rate is 0.0", () -> DEFAULT.withLearningRate(0, 0.95));
		refused("learning rate is NaN", () -> DEFAULT.withLearningRate(Double.NaN, 0.95));
		refused("learning rate is 1.5", () -> DEFAULT.withLearningRate(1.5, 0.95));
		refused("decay of the learning rate is -1.0", () -> DEFAULT.withLearningRate(5e-4, -1));
		refused("decay of the learning rate is 1.01", () -> DEFAULT.withLearningRate(5e-4, 1.01));
		refused("needs the model's settings", () -> DEFAULT.withModel(null));
	}

	@Test
	public void modelSettingsThatMakeNoSense() {
		refused("64 x 64 or 128 x 128", () -> ModelSettings.DEFAULT.withSize(100));
		refused("need a method", () -> ModelSettings.DEFAULT.withMethod(null));
		refused("an activation", () -> ModelSettings.DEFAULT.withActivation(null));
		refused("loss weights", () -> ModelSettings.DEFAULT.withWeights(null));
	}

	@Test
	public void weightsThatMakeNoSense() {
		LossWeights weights = LossWeights.DEFAULT;
		refused("KL weight of the identity stage is -1.0", () -> weights.withKl(-1, 0));
		refused("KL weight of the expression stage is NaN", () -> weights.withKl(0, Double.NaN));
		refused("reconstruction weight of the identity stage is Infinity", () -> weights.withReconstruction(1 / 0., 0));
		refused("reconstruction weight of the expression stage is -2.0", () -> weights.withReconstruction(0, -2));
		refused("weight of the adversarial loss is -1.0", () -> weights.withAdversarialAndSwitching(-1, 0));
		refused("weight of the switch loss is -1.0", () -> weights.withAdversarialAndSwitching(0, -1));
		refused("choose MEAN, PER_IMAGE or PER_BATCH", () -> weights.withReductions(null, Reduction.MEAN));
	}

	@Test
	public void stagesTakeTurns() {
		List<Epoch> schedule = DEFAULT.withSchedule(2, 2).schedule();
		assertEquals(List.of(new Epoch(1, 1, Stage.IDENTITY, 1), new Epoch(2, 1, Stage.IDENTITY, 2), new Epoch(3, 1,
			Stage.EXPRESSION, 1), new Epoch(4, 1, Stage.EXPRESSION, 2), new Epoch(5, 2, Stage.IDENTITY, 1), new Epoch(6, 2,
				Stage.IDENTITY, 2), new Epoch(7, 2, Stage.EXPRESSION, 1), new Epoch(8, 2, Stage.EXPRESSION, 2)), schedule);
		assertEquals(List.of(1, 3, 5, 7), schedule.stream().filter(Epoch::beginsStage).map(Epoch::number).toList());
	}

	@Test
	public void learningRateDecaysAndStartsAnewInEachStage() {
		double[] rates = DEFAULT.withSchedule(3, 2).schedule().stream().mapToDouble(DEFAULT::learningRate).toArray();
		for (int i = 0; i < 12; i += 3) {
			assertEquals(0.0005, rates[i], 1e-12);
			assertEquals(0.000475, rates[i + 1], 1e-12); // 0.0005 x 0.95
			assertEquals(0.00045125, rates[i + 2], 1e-12); // 0.0005 x 0.9025
		}
	}

	@Test
	public void comeBackFromAFile() throws Exception {
		TrainingSettings settings = new TrainingSettings(new ModelSettings(Method.ITERATED, 128, 64, Activation.LEAKY_RELU,
			LossWeights.PRINTED.withReductions(Reduction.MEAN, Reduction.PER_BATCH).withAdversarialAndSwitching(0.1, 0)), 7, 3,
			2, 1 / 3000., 0.9, true, Long.MIN_VALUE + 1);
		Path file = temp.getRoot().toPath().resolve("settings.json");
		JsonFile.write(file, settings);
		assertEquals(settings, JsonFile.read(file, TrainingSettings.class));
	}

	@Test
	public void nonsenseInAFileIsNamedInTheSentence() throws Exception {
		Path file = temp.getRoot().toPath().resolve("settings.json");
		Files.writeString(file, JsonFile.text(DEFAULT).replace("\"batch\": 32", "\"batch\": 1"));
		refused("settings.json is damaged (A batch of 1 is too small", () -> JsonFile.read(file, TrainingSettings.class));
		Files.writeString(file, JsonFile.text(DEFAULT).replace("CONVENTIONAL", "TELEPATHY"));
		refused("settings.json is damaged (The model's settings need a method", () -> JsonFile.read(file,
			TrainingSettings.class));
		Files.writeString(file, "{ \"model\": [1, 2");
		refused("settings.json is damaged", () -> JsonFile.read(file, TrainingSettings.class));
		Files.writeString(file, "");
		refused("settings.json is empty", () -> JsonFile.read(file, TrainingSettings.class));
		Files.delete(file);
		refused("settings.json is missing", () -> JsonFile.read(file, TrainingSettings.class));
	}
}
