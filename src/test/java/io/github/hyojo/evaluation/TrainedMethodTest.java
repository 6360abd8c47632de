package io.github.hyojo.evaluation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.TinyModel;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.model.Method;
import io.github.hyojo.op.Decode;
import io.github.hyojo.op.Encode;
import io.github.hyojo.op.Features;
import io.github.hyojo.op.Interpolate;
import io.github.hyojo.op.Swap;
import io.github.hyojo.training.History;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/** How the rows of table 1 see faces, on models of 6 epochs with 2 steps each, of 3 subjects with 4 faces each. */
public class TrainedMethodTest {

	@ClassRule
	public static final TemporaryFolder TEMP = new TemporaryFolder();

	private static final FaceDataset FACES = TinyModel.FACES;
	private static Path vaeTraining;
	private static Path conditionalTraining;
	private static ExpressionModel vae;
	private static ExpressionModel conditional;

	@BeforeClass
	public static void train() throws Exception {
		vaeTraining = train(Method.VAE, TEMP.newFolder().toPath(), Progress.SILENT);
		conditionalTraining = train(Method.C_VAE, TEMP.newFolder().toPath(), Progress.SILENT);
		vae = open(vaeTraining);
		conditional = open(conditionalTraining);
	}

	@AfterClass
	public static void close() {
		vae.close();
		conditional.close();
	}

	private static Path train(Method method, Path folder, Progress progress) {
		new Trainer(FACES, TinyModel.SETTINGS.withModel(TinyModel.NARROW.withMethod(method)), TinyModel.ENGINE, folder)
			.train(TrainingListener.NONE, progress);
		return folder;
	}

	private static ExpressionModel open(Path training) {
		return ExpressionModel.open(ExpressionModel.place(training), TinyModel.ENGINE, Progress.SILENT);
	}

	private static float[] row(RandomAccessibleInterval<FloatType> features, long n) {
		float[] row = new float[(int) features.dimension(0)];
		for (int i = 0; i < row.length; i++) row[i] = features.getAt(i, n).get();
		return row;
	}

	private static void refused(String words, ThrowingRunnable call) {
		String message = assertThrows(HyojoException.class, call).getMessage();
		assertTrue(message, message.contains(words));
	}

	/** Two pictures differ by no more than one grey level. */
	private static void assertSameFace(RandomAccessibleInterval<ARGBType> a, long m, RandomAccessibleInterval<ARGBType> b,
		long n)
	{
		for (int y = 0; y < 64; y++) {
			for (int x = 0; x < 64; x++) {
				int p = a.getAt(x, y, m).get();
				int q = b.getAt(x, y, n).get();
				for (int shift = 0; shift <= 16; shift += 8) assertEquals(p >> shift & 255, q >> shift & 255, 1);
			}
		}
	}

	@Test
	public void bothLearn() {
		for (Path training : List.of(vaeTraining, conditionalTraining)) {
			List<EpochLosses> epochs = new History(training.resolve(Trainer.HISTORY)).read();
			assertEquals("one stage", 6, epochs.size());
			double before = epochs.get(0).losses().get("reconstruction");
			double after = epochs.get(5).losses().get("reconstruction");
			assertTrue(before + " to " + after, after < 0.9 * before);
			assertTrue(epochs.get(5).losses().get("loss") < epochs.get(0).losses().get("loss"));
			for (EpochLosses epoch : epochs) {
				double sum = 5e-4 * epoch.losses().get("kl") + 0.01 * epoch.losses().get("reconstruction");
				assertEquals(sum, epoch.losses().get("loss"), 1e-4 * sum);
			}
		}
	}

	@Test
	public void stoppedAndResumedTheyComeToTheSame() throws Exception {
		resumed(Method.VAE, vaeTraining);
		resumed(Method.C_VAE, conditionalTraining);
	}

	private static void resumed(Method method, Path whole) throws Exception {
		Path parts = TEMP.newFolder().toPath();
		assertThrows(CancellationException.class, () -> train(method, parts, stopAfter(5)));
		assertFalse(Files.exists(parts.resolve("model")));
		train(method, parts, Progress.SILENT);
		assertEquals(Files.readString(whole.resolve("history.csv")), Files.readString(parts.resolve("history.csv")));
		assertArrayEquals(Files.readAllBytes(whole.resolve("model/variables/variables.data-00000-of-00001")), Files
			.readAllBytes(parts.resolve("model/variables/variables.data-00000-of-00001")));
	}

	private static Progress stopAfter(long steps) {
		long[] last = new long[1];
		return new Progress() {

			@Override
			public void report(String message, long done, long total) {
				if (message.startsWith("Training")) last[0] = done;
			}

			@Override
			public boolean isCanceled() {
				return last[0] >= steps;
			}
		};
	}

	@Test
	public void modelsAreAsLargeAsTheirNetworks() throws Exception {
		// 4 bytes per value, with 32 channels: 18,516 of the trunk, heads of 32 inputs, 14,057 of the decoder beside fc,
		// fc of 512 outputs; heads of 128 and fc of 128 in the VAE, 64 and 3 + 64 in the C-VAE with its 3 x 4 biases
		assertEquals(4 * (18_516L + 2 * 33 * 128 + 14_057 + 129 * 512), Files.size(vaeTraining.resolve(
			"model/variables/variables.data-00000-of-00001")));
		assertEquals(4 * (18_516L + 2 * 33 * 64 + 3 * 4 + 14_057 + 68 * 512), Files.size(conditionalTraining.resolve(
			"model/variables/variables.data-00000-of-00001")));
	}

	@Test
	public void aVaeCallsAllExpression() {
		TrainedMethod method = TrainedMethod.of(Method.VAE, vae);
		assertTrue(method.serves(TinyFaces.draw(5, 1, 64)));
		Features features = method.encode(FACES, Progress.SILENT);
		assertArrayEquals(new long[] { 0, 12 }, features.identity().dimensionsAsLongArray());
		assertArrayEquals(new long[] { 128, 12 }, features.expression().dimensionsAsLongArray());
		assertArrayEquals(vae.encodeExpression(FaceTensor.of(FACES.images(), 7)), row(features.expression(), 7), 1e-4f);
		assertArrayEquals(new long[] { 64, 64, 12 }, method.decode(features.identity(), features.expression(),
			Progress.SILENT).dimensionsAsLongArray());
	}

	@Test
	public void withoutTheSubjectsMeanItsExpressionsAverageToZero() {
		TrainedMethod method = TrainedMethod.of(Method.VAE_MINUS_SUBJECT_MEAN, vae);
		Features features = method.encode(FACES, Progress.SILENT);
		RandomAccessibleInterval<FloatType> z = Encode.expression(vae, FACES.images(), Progress.SILENT);
		for (int subject = 0; subject < 3; subject++) {
			for (int d = 0; d < 128; d++) {
				double sum = 0;
				for (int n = 4 * subject; n < 4 * subject + 4; n++) {
					sum += features.expression().getAt(d, n).get();
					assertEquals(z.getAt(d, n).get(), features.identity().getAt(d, n).get() + features.expression().getAt(d, n)
						.get(), 1e-5);
					assertEquals(features.identity().getAt(d, 4 * subject).get(), features.identity().getAt(d, n).get(), 0);
				}
				assertEquals(0, sum, 1e-4);
			}
		}
		assertFalse(Arrays.equals(row(features.identity(), 0), row(features.identity(), 4)));
		RandomAccessibleInterval<ARGBType> whole = Decode.decode(vae, Features.none(12), z, Progress.SILENT);
		assertSameFace(whole, 6, method.decode(features.identity(), features.expression(), Progress.SILENT), 6);
		assertTrue(method.serves(FACES.select(3, 4)));
		FaceDataset strangers = TinyFaces.draw(5, 1, 64);
		assertFalse(method.serves(strangers));
		refused("D is none of them", () -> method.encode(strangers, Progress.SILENT));
	}

	@Test
	public void theConditionChangesTheEncoding() {
		TrainedMethod method = TrainedMethod.of(Method.C_VAE, conditional);
		Features features = method.encode(FACES, Progress.SILENT);
		assertArrayEquals(new float[] { 0, 1, 0 }, row(features.identity(), 5), 0);
		assertArrayEquals(new long[] { 64, 12 }, features.expression().dimensionsAsLongArray());
		List<float[]> told = new ArrayList<>();
		for (float[] subject : new float[][] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } }) {
			told.add(conditional.encodeExpression(FaceTensor.of(FACES.images(), 5), subject));
		}
		assertArrayEquals(told.get(1), row(features.expression(), 5), 1e-4f);
		double difference = 0;
		for (int i = 0; i < 64; i++) difference += Math.abs(told.get(1)[i] - told.get(0)[i]);
		assertTrue("changes by " + difference, difference > 0.01);
	}

	@Test
	public void theConditionChangesTheFace() {
		TrainedMethod method = TrainedMethod.of(Method.C_VAE, conditional);
		Features features = method.encode(FACES.select(0, 4), Progress.SILENT);
		RandomAccessibleInterval<FloatType> swapped = ArrayImgs.floats(new float[] { 0, 1, 0, 1, 0, 0 }, 3, 2);
		RandomAccessibleInterval<ARGBType> own = method.decode(features.identity(), features.expression(), Progress.SILENT);
		RandomAccessibleInterval<ARGBType> others = method.decode(swapped, features.expression(), Progress.SILENT);
		double difference = 0;
		for (int i = 0; i < 64; i++) difference += Math.abs((own.getAt(i, 32, 0).get() & 255) - (others.getAt(i, 32, 0)
			.get() & 255));
		assertTrue("changes by " + difference, difference > 64);
	}

	@Test
	public void aConditionalModelServesItsSubjectsOnly() {
		TrainedMethod method = TrainedMethod.of(Method.C_VAE, conditional);
		assertTrue(method.serves(FACES.select(11)));
		FaceDataset strangers = TinyFaces.draw(4, 1, 64);
		assertFalse(method.serves(strangers));
		refused("D is none of them", () -> method.encode(strangers, Progress.SILENT));
	}

	@Test
	public void opsOnModelsThatDoNotSeparateByThemselves() {
		refused("C-VAE knows its subjects only by name", () -> Encode.encode(conditional, FACES.images(), Progress.SILENT));
		refused("C-VAE does not separate", () -> Swap.all(conditional, FACES.images(), FACES.images(), Progress.SILENT));
		refused("VAE does not separate", () -> Swap.paired(vae, FACES.images(), FACES.images(), Progress.SILENT));
		refused("VAE does not separate", () -> Interpolate.expression(vae, FACES.select(0).images(), FACES.select(1)
			.images(), 0, 1, 3, Progress.SILENT));
		refused("128 expression features", () -> Decode.decode(vae, Features.none(2), ArrayImgs.floats(64, 2),
			Progress.SILENT));
		refused("3 identity features", () -> Encode.expression(conditional, FACES.images(), ArrayImgs.floats(64, 12),
			Progress.SILENT));
	}

	@Test
	public void aModelOfAnotherMethod() {
		refused("trained with the method vae, not with c_vae", () -> TrainedMethod.of(Method.C_VAE, vae));
		refused("not with iterated as iterated_128 wants it", () -> TrainedMethod.of(Method.ITERATED_128, vae));
	}
}
