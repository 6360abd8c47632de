package io.github.hyojo.ui.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.training.History;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

/** The program ends in the middle of a training, in one way or another, and the training goes on in another program. */
public class EndedProgramTest {

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private Path folder;
	private Process program;

	@Before
	public void trainInAnotherProgram() throws Exception {
		folder = temp.getRoot().toPath().resolve("training");
		ProcessBuilder process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			System.getProperty("java.class.path"), "-Djava.awt.headless=true", EndedProgram.class.getName(), folder.toString());
		process.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
		program = process.start();
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
		while (epochs() < 2) {
			assertTrue("it ended", program.isAlive());
			assertTrue("no epoch in five minutes", System.nanoTime() < end);
			Thread.sleep(50);
		}
	}

	@After
	public void end() throws Exception {
		program.destroyForcibly().waitFor();
	}

	private int epochs() {
		return new History(folder.resolve(Trainer.HISTORY)).read().size();
	}

	private Trainer trainer() {
		return new Trainer(TinyModel.FACES, EndedProgram.SETTINGS, TinyModel.ENGINE, folder);
	}

	/** Trains one more step. */
	private long goOn() {
		AtomicLong before = new AtomicLong(-1);
		AtomicLong after = new AtomicLong(-1);
		TrainingListener listener = new TrainingListener() {

			@Override
			public void started(Plan plan) {
				before.set(plan.stepsDone());
			}

			@Override
			public void stepDone(Step step) {
				after.set(step.total());
			}
		};
		assertThrows(CancellationException.class, () -> trainer().train(listener, Progress.SILENT.canceledBy(() -> after
			.get() >= 0)));
		assertEquals("the very next step", before.get() + 1, after.get());
		return before.get();
	}

	/** As when ImageJ is quit: the step that is under way is done, and everything is written. */
	@Test
	public void ended() throws Exception {
		program.destroy();
		program.waitFor();
		assertEquals(Set.of(".lock", "training.json", "history.csv", "checkpoints", "losses.png", "preview.png",
			"previews.tif"), Set.of(folder.toFile().list()));
		int epochs = epochs();
		long steps = goOn();
		assertTrue(steps + " steps in " + epochs + " epochs of 2", steps / 2 == epochs);
	}

	/** What is done since the last epoch is lost, and done again. */
	@Test
	public void killed() throws Exception {
		program.destroyForcibly().waitFor();
		int epochs = epochs();
		long steps = goOn();
		assertTrue(steps + " steps in " + epochs + " epochs of 2", List.of(2L * epochs, 2L * epochs - 2).contains(steps));
	}

	@Test
	public void anotherProgramIsAtWorkInTheFolder() throws Exception {
		String message = assertThrows(HyojoException.class, () -> trainer().train(TrainingListener.NONE,
			Progress.SILENT)).getMessage();
		assertEquals("Another training is under way in " + folder + ": wait until it ends, or choose another folder.", message);
		assertTrue("it is not disturbed", program.isAlive());
		int before = epochs();
		while (program.isAlive() && epochs() == before) Thread.sleep(50);
		assertTrue(program.isAlive());
	}
}
