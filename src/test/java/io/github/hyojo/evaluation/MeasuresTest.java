package io.github.hyojo.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.op.Features;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/** The measures beside recognition, on faces that make them computable by hand. */
public class MeasuresTest {

	private static final EvaluationSettings SETTINGS = EvaluationSettings.DEFAULT.withRecognition(2, 2);

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	/** Subjects with identity features 0, 60, 120, 180; each has two happy faces (80) and two sad ones (120). */
	private static FaceDataset faces(String... testSubjects) {
		Toy.Faces faces = new Toy.Faces();
		for (int s = 0; s < 4; s++) {
			for (int q = 0; q < 4; q++) {
				faces.add("S" + s, "" + q, 0, q < 2 ? "happy" : "sad", null, 60 * s, q < 2 ? 80 : 120);
			}
		}
		return faces.dataset(testSubjects);
	}

	private static double measure(String measure, Part part, TrainedMethod method, FaceDataset faces) {
		return Evaluation.of(method, faces, SETTINGS, Progress.SILENT).value(measure, part).orElseThrow().mean();
	}

	private static boolean has(String measure, TrainedMethod method, FaceDataset faces) {
		return Evaluation.of(method, faces, SETTINGS, Progress.SILENT).measures().contains(measure);
	}

	@Test
	public void linearReadout() {
		EvaluationResult result = Evaluation.of(new Toy(), faces(), SETTINGS, Progress.SILENT);
		assertEquals(100, result.value("Expression from z_e (%)", Part.TRAINING).orElseThrow().mean(), 0);
		assertEquals(100, result.value("Subject from z_i (%)", Part.TRAINING).orElseThrow().mean(), 0);
		// nothing to be read: one class for all, of two and of four as frequent ones
		MeasuredValue expression = result.value("Expression from z_i (%)", Part.TRAINING).orElseThrow();
		assertEquals(50, expression.mean(), 0);
		assertEquals(50, expression.chance(), 0);
		MeasuredValue subject = result.value("Subject from z_e (%)", Part.TRAINING).orElseThrow();
		assertEquals(25, subject.mean(), 0);
		assertEquals(25, subject.chance(), 0);
	}

	/** Two frames of one sequence are never on both sides: here they share what nothing else has. */
	@Test
	public void theSubjectIsReadFromOtherSequences() {
		Toy.Faces faces = new Toy.Faces();
		for (int s = 0; s < 2; s++) {
			for (int q = 0; q < 2; q++) {
				for (int f = 0; f < 4; f++) {
					// subject 0 has 0 and 30, subject 1 has 10 and 20: seeing one sequence, the other looks like the other subject
					int expression = s == 0 ? 30 * q : 10 + 10 * q;
					faces.add("S" + s, "" + q, f, f < 2 ? "happy" : "sad", null, 100 * s, expression);
				}
			}
		}
		// fitted to 30 and 20, 0 and 10 are both 20's; fitted to 0 and 10, 30 and 20 are both 10's
		assertEquals(50, measure("Subject from z_e (%)", Part.TRAINING, new Toy(), faces.dataset()), 0);
	}

	@Test
	public void swapConsistency() {
		assertEquals(0, measure("Swap error of z_i", Part.TRAINING, new Toy(), faces()), 1e-12);
		assertEquals(0, measure("Swap error of z_e", Part.TRAINING, new Toy(), faces()), 1e-12);
		Toy alwaysTheMean = new Toy() {

			@Override
			int[] draw(int identity, int expression) {
				return halves(identity + 30, 100);
			}
		};
		// 80 and 120 are 20 from 100, as is their standard deviation
		assertEquals(1, measure("Swap error of z_e", Part.TRAINING, alwaysTheMean, faces()), 1e-12);
		// 30^2 over the variance of 0, 60, 120, 180, (90^2 + 30^2) / 2
		assertEquals(0.2, measure("Swap error of z_i", Part.TRAINING, alwaysTheMean, faces()), 1e-12);
		// of two subjects, 120 and 180: 30^2 / 30^2
		assertEquals(1, measure("Swap error of z_i", Part.TEST, alwaysTheMean, faces("S2", "S3")), 1e-12);
	}

	@Test
	public void drawnFacesBelongToTheIdentitysSubject() {
		List<String> mistakes = new ArrayList<>();
		Toy strict = new Toy() {

			@Override
			public Features encode(FaceDataset faces, Progress progress) {
				Features features = super.encode(faces, progress);
				for (int i = 0; i < faces.count(); i++) {
					Face face = faces.faces().get(i);
					int number = Math.round(features.identity().getAt(0, i).get()) / 60;
					if (!face.subject().equals("S" + number)) mistakes.add(face.subject() + " is " + number);
				}
				return features;
			}
		};
		Evaluation.of(strict, faces("S3"), SETTINGS, Progress.SILENT);
		assertEquals(List.of(), mistakes);
	}

	@Test
	public void pathLength() {
		assertEquals(1, measure("Path ratio, features", Part.TRAINING, new Toy(), faces()), 1e-9);
		assertEquals(1, measure("Path ratio, pixels", Part.TRAINING, new Toy(), faces()), 1e-9);
		Toy detour = new Toy() {

			@Override
			int[] draw(int identity, int expression) {
				return halves(identity, expression == 100 ? 160 : expression);
			}
		};
		// 80 85 90 95 160 105 110 115 120, or back: 6 x 5 + 65 + 55 over 40
		assertEquals(3.75, measure("Path ratio, features", Part.TRAINING, detour, faces()), 1e-9);
		assertEquals(3.75, measure("Path ratio, pixels", Part.TRAINING, detour, faces()), 1e-9);
	}

	@Test
	public void frameOrder() {
		Toy.Faces faces = new Toy.Faces();
		int[][] sequences = { { 0, 30, 60, 90, 120 }, { 0, 60, 30, 90, 120 }, { 50, 0, 90 }, { 7, 7, 7, 7 } };
		for (int q = 0; q < sequences.length; q++) {
			for (int f : new int[] { 3, 1, 0, 2, 4 }) {
				if (f >= sequences[q].length) continue;
				// from the last to the first, of one sequence: the progress counts, not the value
				faces.add("A", "" + q, f, f == 0 ? "neutral" : "happy", null, 0, 200 - sequences[q][f]);
				faces.add("B", "" + q, f, f == 0 ? "neutral" : "happy", null, 0, sequences[q][f]);
			}
		}
		// 1, and 1 - 6 (1 + 1) / (5 (25 - 1)) where two neighbours are exchanged; the others are too short or do not move
		assertEquals(0.95, measure("Frame order (rho)", Part.TRAINING, new Toy(), faces.dataset()), 1e-12);
	}

	@Test
	public void reconstruction() {
		assertEquals(0, measure("MSE", Part.TRAINING, new Toy(), faces()), 0);
		assertEquals(1, measure("SSIM", Part.TEST, new Toy(), faces("S1")), 1e-9);
		assertEquals(1, measure("Sharpness", Part.TRAINING, new Toy(), faces()), 1e-9);
		Toy soft = new Toy() {

			@Override
			int[] draw(int identity, int expression) {
				return halves(identity, (identity + expression) / 2);
			}
		};
		// the edge is half as high, and the Laplacian is nothing but the edge
		assertEquals(0.25, measure("Sharpness", Part.TEST, soft, faces("S0")), 1e-9);
		// of S0 the lower half is 40 and 60 off
		assertEquals((40.0 * 40 + 60 * 60) / 4 / 255 / 255, measure("MSE", Part.TEST, soft, faces("S0")), 1e-12);
	}

	@Test
	public void regressionOnGroundTruth() throws IOException {
		FaceDataset faces = faces("S1", "S2");
		StringBuilder table = new StringBuilder("path,subject,smile,other,constant,name\n");
		for (int i = 0; i < faces.count(); i++) {
			boolean happy = i % 4 < 2;
			table.append(faces.faces().get(i).file() + ",1," + (happy ? 3 : -1) + "," + i % 2 + ",7,x\n");
		}
		Path truth = Files.writeString(folder.newFile("truth.csv").toPath(), table);
		EvaluationResult result = Evaluation.of(new Toy(), faces, SETTINGS.withTruth(truth.toString()), Progress.SILENT);
		// linear in z_e, but for the penalty: the weight is N / (N + 0.01 N) of what it should be
		double smile = 1 - Math.pow(1 - 1 / 1.01, 2);
		assertEquals(smile, result.value("R2 of smile", Part.TEST).orElseThrow().mean(), 1e-9);
		// has nothing to do with z_e: no better than the mean
		assertEquals(0, result.value("R2 of other", Part.TEST).orElseThrow().mean(), 1e-9);
		assertEquals(smile / 2, result.value("R2", Part.TEST).orElseThrow().mean(), 1e-9);
		assertEquals(List.of("R2", "R2 of smile", "R2 of other"), result.measures().stream().filter(name -> name.startsWith(
			"R2")).toList());
		assertFalse("nobody unseen", Evaluation.of(new Toy(), faces(), SETTINGS.withTruth(truth.toString()),
			Progress.SILENT).measures().contains("R2"));
	}

	@Test
	public void groundTruthOfOtherFaces() throws IOException {
		Path truth = Files.writeString(folder.newFile("truth.csv").toPath(), "path,smile\nelsewhere.png,1\n");
		String sentence = assertThrows(HyojoException.class, () -> Evaluation.of(new Toy(), faces("S1"), SETTINGS.withTruth(
			truth.toString()), Progress.SILENT)).getMessage();
		assertTrue(sentence, sentence.contains("knows none of the dataset's faces, such as S0/0/0"));
	}

	/** As a VAE, whose whole latent is expression. */
	@Test
	public void aMethodWithoutIdentityFeatures() {
		Toy whole = new Toy() {

			@Override
			public Features encode(FaceDataset faces, Progress progress) {
				Features features = super.encode(faces, progress);
				return new Features(ArrayImgs.floats(new float[0], 0, faces.count()), features.expression());
			}

			@Override
			public RandomAccessibleInterval<ARGBType> decode(RandomAccessibleInterval<FloatType> identity,
				RandomAccessibleInterval<FloatType> expression, Progress progress)
			{
				assertEquals(0, identity.dimension(0));
				return super.decode(expression, expression, progress);
			}
		};
		EvaluationResult result = Evaluation.of(whole, faces(), SETTINGS, Progress.SILENT);
		assertEquals(List.of("Recognition (%)", "Subject from z_e (%)", "Expression from z_e (%)", "Path ratio, features",
			"Path ratio, pixels", "MSE", "SSIM", "Sharpness"), result.measures());
	}

	@Test
	public void cancelDuringTheWork() {
		for (String work : List.of("Recognizing", "Reading", "Comparing")) {
			AtomicReference<String> last = new AtomicReference<>("");
			Progress impatient = new Progress() {

				@Override
				public void report(String message, long done, long total) {
					last.set(message);
				}

				@Override
				public boolean isCanceled() {
					return last.get().startsWith(work);
				}
			};
			assertThrows(work, CancellationException.class, () -> Evaluation.of(new Toy(), faces(), SETTINGS, impatient));
		}
	}
}
