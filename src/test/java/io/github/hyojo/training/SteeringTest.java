package io.github.hyojo.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.file.FolderLock;
import io.github.hyojo.TinyModel;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.TrainingSettings;

/** A training of three epochs per stage with two steps each, steered from within its own events. */
public class SteeringTest {

	private static final TrainingSettings SETTINGS = TinyModel.SETTINGS.withModel(TinyModel.NARROW).withSchedule(3, 1);

	@ClassRule
	public static final TemporaryFolder TEMP = new TemporaryFolder();

	private static Path undisturbed;

	@BeforeClass
	public static void trainUndisturbed() throws Exception {
		undisturbed = TEMP.newFolder().toPath();
		new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, undisturbed).train(TrainingListener.NONE, Progress.SILENT);
	}

	/** Does something after a step, in the thread that trains. */
	private static class At extends Recording {

		private final long step;
		private final Runnable action;

		At(long step, Runnable action) {
			this.step = step;
			this.action = action;
		}

		@Override
		public void stepDone(Step done) {
			super.stepDone(done);
			if (done.total() == step) action.run();
		}

		@Override
		public void resumed() {
			events.add("resumed");
		}

		@Override
		public void finishedEarly(Early early) {
			events.add("finished early " + early.epoch() + "." + early.step());
		}
	}

	private static Path train(Path folder, TrainingListener listener, Steering steering) {
		return new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, folder).train(listener, steering, steering.with(
			Progress.SILENT));
	}

	private static String history(Path folder) throws Exception {
		return Files.readString(folder.resolve(Trainer.HISTORY));
	}

	@Test
	public void aPauseAndAnExportChangeNoResult() throws Exception {
		Path folder = TEMP.newFolder().toPath();
		Path exported = TEMP.getRoot().toPath().resolve("exported");
		Steering steering = new Steering();
		List<Path> written = new ArrayList<>();
		At listener = new At(8, () -> {
			steering.pause();
			// written while the training waits, and only then it goes on
			steering.export(exported).thenAccept(place -> {
				written.add(place);
				steering.resume();
			});
		});
		Path model = train(folder, listener, steering);
		assertEquals(List.of(exported), written);
		assertTrue(listener.events.contains("resumed"));
		assertEquals(history(undisturbed), history(folder));
		TrainerTest.assertSameModel(undisturbed.resolve("model"), model);
		assertEquals("four epochs are whole after eight steps", 4, ExpressionModel.info(exported).history().size());
		try (ExpressionModel early = ExpressionModel.open(exported, TinyModel.ENGINE, Progress.SILENT)) {
			assertEquals(64, early.encodeExpression(FaceTensor.of(TinyModel.FACES.images(), 0)).length);
		}
	}

	@Test
	public void finishingEarlyKeepsTheBestEpoch() throws Exception {
		Path folder = TEMP.newFolder().toPath();
		Steering steering = new Steering();
		At listener = new At(11, steering::finish);
		Path model = train(folder, listener, steering);
		assertEquals(folder.resolve("model"), model);
		List<EpochLosses> epochs = new History(folder.resolve(Trainer.HISTORY)).read();
		assertEquals("five of six are whole after eleven steps", 5, epochs.size());
		// epochs 4 and 5 are of the expression stage
		int best = epochs.get(3).losses().get("loss") <= epochs.get(4).losses().get("loss") ? 4 : 5;
		assertEquals(epochs.subList(0, best), ExpressionModel.info(model).history());
		assertEquals("finished early " + (best + 1) + ".0", listener.events.get(listener.events.size() - 1));
		assertTrue("to go on from, once the model is deleted", Files.exists(folder.resolve(
			"checkpoints/epoch-00006-step-00001")));
		assertEquals("a finished training stays one", model, train(folder, TrainingListener.NONE, new Steering()));
	}

	@Test
	public void finishingInTheFirstEpochOfTheExpressionStageKeepsThePresentWeights() throws Exception {
		Path folder = TEMP.newFolder().toPath();
		Steering steering = new Steering();
		At listener = new At(7, steering::finish);
		assertEquals(3, ExpressionModel.info(train(folder, listener, steering)).history().size());
		assertEquals("finished early 4.1", listener.events.get(listener.events.size() - 1));
	}

	@Test
	public void thereIsNothingToFinishWithInTheIdentityStage() throws Exception {
		Path folder = TEMP.newFolder().toPath();
		Steering steering = new Steering();
		String message = assertThrows(HyojoException.class, () -> train(folder, new At(3, steering::finish), steering))
			.getMessage();
		assertTrue(message, message.contains("no model yet") && message.contains("from epoch 4 on"));
		assertFalse(Files.exists(folder.resolve("model")));
		Path model = train(folder, TrainingListener.NONE, new Steering());
		assertEquals(history(undisturbed), history(folder));
		TrainerTest.assertSameModel(undisturbed.resolve("model"), model);
	}

	@Test
	public void aStageThatIsEndedEarlyIsFollowedByTheNext() throws Exception {
		Path folder = TEMP.newFolder().toPath();
		Steering steering = new Steering();
		At listener = new At(3, () -> steering.endStage(new Epoch(2, 1, Stage.IDENTITY, 2)));
		Path model = train(folder, listener, steering);
		assertEquals(List.of(1, 4, 5, 6), ExpressionModel.info(model).history().stream().map(epoch -> epoch.epoch().number())
			.toList());
		assertTrue(listener.events.contains("step 4.1 = 7, 6 faces"));
		assertFalse("another training has no whole identity stage to begin with", Beginning.after(folder,
			JsonFile.read(folder.resolve(TrainingIdentity.FILE), TrainingIdentity.class)).isPresent());
	}

	@Test
	public void aLateWishToEndAStageEndsNoOther() throws Exception {
		Path folder = TEMP.newFolder().toPath();
		Steering steering = new Steering();
		train(folder, new At(7, () -> steering.endStage(new Epoch(3, 1, Stage.IDENTITY, 3))), steering);
		assertEquals(history(undisturbed), history(folder));
	}

	@Test
	public void aPausedTrainingCanBeCanceled() throws Exception {
		Path folder = TEMP.newFolder().toPath();
		Steering steering = new Steering();
		Runnable pauseAndCancel = () -> {
			steering.pause();
			new Thread(steering::cancel).start();
		};
		assertThrows(CancellationException.class, () -> train(folder, new At(3, pauseAndCancel), steering));
		assertEquals(new TrainingState(2, 1, 3, Map.of()).totalSteps(), new Checkpoints(folder.resolve("checkpoints"), 2)
			.newest().orElseThrow().state().totalSteps());
	}

	@Test
	public void anExportNeverOverwritesAndTheTrainingGoesOn() throws Exception {
		Path folder = TEMP.newFolder().toPath();
		Path full = TEMP.newFolder().toPath();
		Files.writeString(full.resolve("thesis.txt"), "mine");
		Steering steering = new Steering();
		List<Throwable> failures = new ArrayList<>();
		train(folder, new At(2, () -> steering.export(full).exceptionally(failure -> {
			failures.add(failure);
			return null;
		})), steering);
		assertEquals(1, failures.size());
		assertTrue(failures.get(0).getMessage(), failures.get(0).getMessage().contains("already holds something"));
		assertEquals(history(undisturbed), history(folder));
	}

	@Test
	public void aModelWantedOfATrainingThatHasEnded() {
		Steering steering = new Steering();
		var waiting = steering.export(Path.of("a"));
		steering.close();
		for (var wanted : List.of(waiting, steering.export(Path.of("b")))) {
			Throwable cause = assertThrows(ExecutionException.class, () -> wanted.toCompletableFuture().get()).getCause();
			Throwable reason = cause instanceof CompletionException ? cause.getCause() : cause;
			assertTrue(reason.getMessage(), reason.getMessage().startsWith("The training has ended"));
		}
	}

	@Test
	public void aFolderIsForOneTrainingAtATime() throws Exception {
		Path folder = TEMP.newFolder().toPath();
		List<String> refused = new ArrayList<>();
		train(folder, new At(2, () -> refused.add(assertThrows(HyojoException.class, () -> train(folder,
			TrainingListener.NONE, new Steering())).getMessage())), new Steering());
		assertEquals(1, refused.size());
		assertTrue(refused.get(0), refused.get(0).contains("Another training is under way in " + folder));
		assertEquals("and is free afterwards", history(undisturbed), history(folder));
		try (FolderLock lock = FolderLock.of(folder, "It is in use.")) {
			assertTrue(Files.exists(folder.resolve(FolderLock.FILE)));
		}
	}
}
