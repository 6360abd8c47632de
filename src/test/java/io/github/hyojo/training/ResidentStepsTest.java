package io.github.hyojo.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.TinyModel;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.TrainingSettings;

/** Several steps in a call, on faces that TensorFlow keeps, come to the same as one by one. */
public class ResidentStepsTest {

	/** An epoch has four steps, of 2, 3, 2 and 3 faces: a call of three, and one that is left. */
	private static final FaceDataset FACES = TinyFaces.draw(2, 5, 64);
	private static final EngineSettings ENGINE = TinyModel.ENGINE.withStepsPerCall(3);

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private static TrainingSettings settings(Method method, int rounds) {
		return TrainingSettings.DEFAULT.withModel(TinyModel.NARROW.withMethod(method)).withBatch(3).withSchedule(2, rounds);
	}

	private Path folder() throws Exception {
		return temp.newFolder().toPath();
	}

	private static void assertSame(List<EpochLosses> expected, List<EpochLosses> actual) {
		assertEquals(expected.size(), actual.size());
		for (int i = 0; i < expected.size(); i++) {
			EpochLosses epoch = expected.get(i);
			EpochLosses other = actual.get(i);
			assertEquals(epoch.epoch(), other.epoch());
			assertEquals(epoch.losses().keySet(), other.losses().keySet());
			epoch.losses().forEach((term, loss) -> assertEquals(epoch.epoch() + " " + term, loss, other.losses().get(term), 1e-4
				* Math.abs(loss)));
		}
	}

	private void assertSame(TrainingSettings settings) throws Exception {
		Trainer fed = new Trainer(FACES, settings, TinyModel.ENGINE, folder());
		fed.train(TrainingListener.NONE, Progress.SILENT);
		Trainer resident = new Trainer(FACES, settings, ENGINE, folder());
		Recording recording = new Recording();
		resident.train(recording, Progress.SILENT);
		assertSame(fed.history(), resident.history());
		assertEquals(List.of("started", "step 1.1 = 1, 2 faces", "step 1.2 = 2, 3 faces", "step 1.3 = 3, 2 faces",
			"step 1.4 = 4, 3 faces", "epoch 1"), recording.events.subList(0, 6));
	}

	@Test
	public void allLossesInTwoRounds() throws Exception {
		assertSame(settings(Method.ITERATED, 2));
	}

	@Test
	public void toldTheSubject() throws Exception {
		assertSame(settings(Method.C_VAE, 1));
	}

	@Test
	public void oneEncoder() throws Exception {
		assertSame(settings(Method.VAE, 1));
	}

	/** Also on a machine that takes its steps in another way. */
	@Test
	public void goesOnWhereItWasStopped() throws Exception {
		TrainingSettings settings = settings(Method.SWITCH, 1);
		Trainer whole = new Trainer(FACES, settings, TinyModel.ENGINE, folder());
		whole.train(TrainingListener.NONE, Progress.SILENT);
		Path folder = folder();
		// within the first call of the third epoch, whose steps are then all done
		assertThrows(CancellationException.class, () -> new Trainer(FACES, settings, ENGINE, folder).train(
			TrainingListener.NONE, Stop.after(10)));
		new Trainer(FACES, settings, TinyModel.ENGINE.withStepsPerCall(2), folder).train(TrainingListener.NONE,
			Progress.SILENT);
		assertSame(whole.history(), new Trainer(FACES, settings, TinyModel.ENGINE, folder).history());
	}
}
