package io.github.hyojo.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.model.TrainingSettings;

/**
 * A training of all losses, two rounds of two epochs per stage with two steps each: epochs 1, 2, 5 and 6 train the
 * identity, epochs 3, 4, 7 and 8 the expression.
 */
public class TrainerTest {

	static final TrainingSettings SETTINGS = TrainingSettings.DEFAULT.withModel(TinyModel.NARROW.withMethod(
		Method.ITERATED)).withBatch(6).withSchedule(2, 2);

	@ClassRule
	public static final TemporaryFolder TEMP = new TemporaryFolder();

	private static final List<Set<String>> CHECKPOINTS = new ArrayList<>();
	/** After each epoch, the features that the newest checkpoint gives the faces. */
	private static final List<float[]> IDENTITY = new ArrayList<>();
	private static final List<float[]> EXPRESSION = new ArrayList<>();
	private static final Recording RECORDING = new Recording() {

		@Override
		public void epochDone(EpochLosses epoch) {
			super.epochDone(epoch);
			CHECKPOINTS.add(checkpoints(folder));
			look(folder.resolve("checkpoints").resolve(String.format("epoch-%05d-step-00000", epoch.epoch().number() + 1)));
		}
	};
	private static Path folder;

	@BeforeClass
	public static void trainWithoutInterruption() throws Exception {
		folder = TEMP.newFolder().toPath();
		new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, folder).train(RECORDING, Progress.SILENT);
	}

	private static Set<String> checkpoints(Path training) {
		return Set.of(training.resolve("checkpoints").toFile().list());
	}

	private static void look(Path checkpoint) {
		try (SavedModel model = SavedModel.load(checkpoint, TinyModel.ENGINE, Progress.SILENT)) {
			IDENTITY.add(ExpressionModel.of(model, SETTINGS.model(), List.of()).encodeIdentity(faces()));
			EXPRESSION.add(ExpressionModel.of(model, SETTINGS.model(), List.of()).encodeExpression(faces()));
		}
	}

	private static Tensor faces() {
		return FaceTensor.of(TinyModel.FACES.images(), 0, 3, 4, 11);
	}

	/** What a finished training has made of the faces: its features and what it decodes from them. */
	static void assertSameModel(Path expected, Path actual) {
		try (ExpressionModel a = ExpressionModel.open(expected, TinyModel.ENGINE, Progress.SILENT);
			ExpressionModel b = ExpressionModel.open(actual, TinyModel.ENGINE, Progress.SILENT))
		{
			float[] identity = a.encodeIdentity(faces());
			float[] expression = a.encodeExpression(faces());
			assertArrayEquals(identity, b.encodeIdentity(faces()), 0);
			assertArrayEquals(expression, b.encodeExpression(faces()), 0);
			assertEquals(a.decode(identity, expression).data(), b.decode(identity, expression).data());
		}
	}

	@Test
	public void tellsOfStepsEpochsAndPreviewsInOrder() {
		List<String> expected = new ArrayList<>(List.of("started"));
		for (int epoch = 1, total = 1; epoch <= 8; epoch++, total += 2) {
			expected.add("step " + epoch + ".1 = " + total + ", 6 faces");
			if (epoch == 3) expected.add("preview 5");
			expected.add("step " + epoch + ".2 = " + (total + 1) + ", 6 faces");
			expected.add("epoch " + epoch);
		}
		assertEquals(expected, RECORDING.events);
		assertEquals(new TrainingListener.Plan(SETTINGS, 12, 2, 0, "CPU", List.of()), RECORDING.plan);
		assertEquals(16, RECORDING.plan.steps());
	}

	@Test
	public void previewGivesEachSubjectEachExpressionOfTheFirst() {
		TrainingListener.Preview preview = RECORDING.previews.get(0);
		assertArrayEquals(new long[] { 64, 64, 3 }, preview.identities().dimensionsAsLongArray());
		assertArrayEquals(new long[] { 64, 64, 4 }, preview.expressions().dimensionsAsLongArray());
		assertArrayEquals(new long[] { 64, 64, 12 }, preview.swapped().dimensionsAsLongArray());
		assertEquals(TinyModel.FACES.images().getAt(32, 50, 8), preview.identities().getAt(32, 50, 2));
	}

	@Test
	public void expressionStageLeavesTheIdentityEncoderAlone() {
		// number n - 1 is after epoch n
		assertFalse(Arrays.equals(IDENTITY.get(0), IDENTITY.get(1)));
		assertArrayEquals(IDENTITY.get(1), IDENTITY.get(2), 0);
		assertArrayEquals(IDENTITY.get(1), IDENTITY.get(3), 0);
		assertFalse(Arrays.equals(IDENTITY.get(3), IDENTITY.get(4)));
		assertArrayEquals(IDENTITY.get(5), IDENTITY.get(7), 0);
	}

	@Test
	public void identityStageLeavesTheExpressionEncoderAlone() {
		assertArrayEquals(EXPRESSION.get(0), EXPRESSION.get(1), 0);
		assertFalse(Arrays.equals(EXPRESSION.get(1), EXPRESSION.get(2)));
		assertFalse(Arrays.equals(EXPRESSION.get(2), EXPRESSION.get(3)));
		assertArrayEquals(EXPRESSION.get(3), EXPRESSION.get(5), 0);
		assertFalse(Arrays.equals(EXPRESSION.get(5), EXPRESSION.get(6)));
	}

	@Test
	public void keepsTheNewestTwoCheckpointsTheBestAndTheEndOfTheFirstStage() {
		for (int n = 1; n <= 8; n++) {
			// the checkpoint after epoch n is named by the epoch that is next
			int end = n;
			Set<String> newest = Set.of(name(n), name(n + 1));
			Set<String> kept = new TreeSet<>(newest);
			if (n >= 3) kept.add(name(3));
			int[] expression = IntStream.of(3, 4, 7, 8).filter(epoch -> epoch <= end).toArray();
			IntStream.of(expression).boxed().min(Comparator.comparing(TrainerTest::loss)).ifPresent(best -> kept.add(name(best
				+ 1)));
			assertEquals("after epoch " + n, kept, CHECKPOINTS.get(n - 1));
		}
	}

	private static double loss(int epoch) {
		return RECORDING.epochs.get(epoch - 1).losses().get("loss");
	}

	private static String name(int next) {
		return String.format("epoch-%05d-step-00000", next);
	}

	@Test
	public void historyHasARowPerEpochWithTheLossesOfItsStage() throws Exception {
		List<String> lines = Files.readAllLines(folder.resolve("history.csv"));
		assertEquals("epoch,round,stage,stage_epoch,learning_rate,kl,reconstruction,discriminator,generator,switch,loss",
			lines.get(0));
		assertEquals(9, lines.size());
		assertTrue(lines.get(1), lines.get(1).matches("1,1,identity,1,5\\.0E-4,[^,]+,[^,]+,,,,[^,]+"));
		assertTrue(lines.get(8), lines.get(8).matches("8,2,expression,2,4\\.75E-4(,[^,]+){6}"));
		assertEquals(RECORDING.epochs, new History(folder.resolve("history.csv")).read());
	}

	@Test
	public void lossIsTheWeightedSumOfItsTerms() {
		for (EpochLosses epoch : RECORDING.epochs) {
			Map<String, Double> l = epoch.losses();
			double sum = 5e-4 * l.get("kl") + 0.01 * l.get("reconstruction") + 0.01 * l.getOrDefault("generator", 0.) + 0.3 * l
				.getOrDefault("switch", 0.);
			assertEquals(sum, l.get("loss"), 1e-4 * sum);
		}
	}

	@Test
	public void modelFolderHoldsWhatAUserNeedsAndNoMore() throws Exception {
		Path model = folder.resolve("model");
		try (Stream<Path> files = Files.walk(model)) {
			assertEquals(List.of("hyojo.json", "saved_model.pb", "variables/variables.data-00000-of-00001",
				"variables/variables.index"), files.filter(Files::isRegularFile).map(file -> model.relativize(file).toString()
					.replace('\\', '/')).sorted().toList());
		}
		try (SavedModel loaded = SavedModel.load(model, TinyModel.ENGINE, Progress.SILENT)) {
			Map<String, Tensor> inputs = Map.of("image", faces());
			assertEquals(Set.of("identity", "expression"), loaded.run("encode", inputs).keySet());
			for (String training : List.of("train_identity", "train_expression", "save_model", "reset_optimizer")) {
				assertThrows(IllegalArgumentException.class, () -> loaded.run(training, inputs));
			}
		}
		// 2 x 22,740 + 80,105 values of 4 bytes with 32 channels: no discriminator, no moments of the optimiser
		assertEquals(4 * (2 * 22_740L + 80_105), Files.size(model.resolve("variables/variables.data-00000-of-00001")));
	}

	@Test
	public void modelSaysHowItWasMade() {
		ModelInfo info = ExpressionModel.info(folder.resolve("model"));
		assertEquals(SETTINGS, info.settings());
		assertEquals(TinyModel.FACES.fingerprint(), info.faces().fingerprint());
		assertEquals(12, info.faces().images());
		assertEquals(List.of("A", "B", "C"), info.faces().subjects());
		assertEquals(RECORDING.epochs, info.history());
		assertEquals("2.16.1", info.tensorFlow());
	}

	@Test
	public void aFinishedTrainingReturnsItsModelAtOnce() {
		Recording again = new Recording();
		assertEquals(folder.resolve("model"), new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, folder).train(again,
			Progress.SILENT));
		assertEquals(List.of(), again.events);
	}

	@Test
	public void mirrorImagesAreTrainedOnAsFurtherSubjects() {
		TrainingSettings settings = TinyModel.SETTINGS.withModel(TinyModel.NARROW).withSchedule(1, 1).withMirrored(true);
		Recording mirrored = new Recording();
		Path model = new Trainer(TinyModel.FACES, settings, TinyModel.ENGINE, TEMP.getRoot().toPath().resolve("mirrored"))
			.train(mirrored, Progress.SILENT);
		int subjects = TinyModel.FACES.training().subjects().size();
		assertEquals(2 * TinyModel.FACES.training().count(), mirrored.plan.faces());
		assertEquals(2 * subjects, ExpressionModel.info(model).faces().subjects().size());
	}

	@Test
	public void stoppedAnywhereAndResumedItComesToTheSame() throws Exception {
		Path other = TEMP.newFolder().toPath();
		Recording recording = new Recording();
		// after 1 step: amid an epoch of the identity stage; 4: where a stage ends; 5: amid one of the expression stage
		for (int steps : new int[] { 1, 4, 5 }) {
			assertThrows(CancellationException.class, () -> new Trainer(TinyModel.FACES, SETTINGS,
				TinyModel.ENGINE, other).train(recording, Stop.after(steps)));
			assertFalse(Files.exists(other.resolve("model")));
		}
		assertEquals(4, recording.plan.stepsDone());
		assertEquals(Set.of("epoch-00003-step-00000", "epoch-00003-step-00001"), checkpoints(other));
		// a crash after the row was written and before the checkpoint was
		String row = Files.readAllLines(folder.resolve("history.csv")).get(3);
		Files.writeString(other.resolve("history.csv"), Files.readString(other.resolve("history.csv")) + row + "\n");
		// and one while checkpoints were saved and deleted
		Files.createDirectory(other.resolve("checkpoints/.epoch-00004-step-00000-123"));
		new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, other).train(recording, Progress.SILENT);
		assertEquals(Files.readString(folder.resolve("history.csv")), Files.readString(other.resolve("history.csv")));
		assertSameModel(folder.resolve("model"), other.resolve("model"));
		List<String> steps = recording.events.stream().filter(event -> event.startsWith("step")).toList();
		assertEquals(RECORDING.events.stream().filter(event -> event.startsWith("step")).toList(), steps);
		assertEquals(checkpoints(folder), checkpoints(other));
		assertEquals(JsonFile.text(ExpressionModel.info(folder.resolve("model"))), JsonFile.text(ExpressionModel.info(other
			.resolve("model"))));
	}

	/** Whose checkpoints lack the signature that is told the identity. */
	@Test
	public void aTrainingOfAnEarlierVersionGoesOn() throws Exception {
		Path other = TEMP.newFolder().toPath();
		assertThrows(CancellationException.class, () -> new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, other).train(
			TrainingListener.NONE, Stop.after(1)));
		for (String checkpoint : checkpoints(other)) {
			Path graph = other.resolve("checkpoints").resolve(checkpoint).resolve("saved_model.pb");
			org.tensorflow.proto.SavedModel.Builder model = org.tensorflow.proto.SavedModel.parseFrom(Files.readAllBytes(graph)).toBuilder();
			model.getMetaGraphsBuilder(0).removeSignatureDef("train_expression_identity_known");
			Files.write(graph, model.build().toByteArray());
		}
		Trainer trainer = new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, other);
		trainer.train(TrainingListener.NONE, Progress.SILENT);
		List<EpochLosses> expected = new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, folder).history();
		List<EpochLosses> history = trainer.history();
		assertEquals(expected.size(), history.size());
		for (int i = 0; i < expected.size(); i++) {
			double loss = expected.get(i).losses().get("loss");
			assertEquals(loss, history.get(i).losses().get("loss"), 1e-4 * loss);
		}
	}
}
