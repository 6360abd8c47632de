package io.github.hyojo.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.Test;

import io.github.hyojo.TimeSpan;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.TrainingSettings;

/** Two stages of three epochs with ten steps of 40 faces. */
public class TrainingSpeedTest {

	private static final TrainingSettings SETTINGS = TrainingSettings.DEFAULT.withSchedule(3, 1);
	private static final long MILLISECOND = 1_000_000;

	private long now;
	private final TrainingSpeed speed = new TrainingSpeed(() -> now);

	private void start(TrainingListener listener) {
		listener.started(new TrainingListener.Plan(SETTINGS, 400, 10, 0, "CPU", List.of()));
	}

	private void step(TrainingListener listener, int epoch, int number, long milliseconds) {
		now += milliseconds * MILLISECOND;
		Epoch of = SETTINGS.schedule().get(epoch - 1);
		listener.stepDone(new TrainingListener.Step(of, number, 10L * (epoch - 1) + number, 40, Map.of()));
	}

	@Test
	public void theFirstStepTellsNothing() {
		start(speed);
		step(speed, 1, 1, 5000);
		assertTrue(speed.imagesPerSecond().isEmpty());
		assertTrue(speed.secondsLeft().isEmpty());
		assertTrue(speed.slowness().isEmpty());
	}

	@Test
	public void speedAndTimeLeft() {
		start(speed);
		step(speed, 1, 1, 5000);
		for (int step = 2; step <= 10; step++) step(speed, 1, step, 200);
		assertEquals(200, speed.imagesPerSecond().orElseThrow(), 1e-6);
		// 2 epochs of 400 faces as fast as these, 3 of the other stage, which takes as long
		assertEquals(4 + 3 * 2, speed.secondsLeft().orElseThrow(), 1e-6);
		assertEquals("as on the machine of the guess", 1, speed.slowness().orElseThrow(), 1e-6);
		for (int step = 1; step <= 5; step++) step(speed, 4, step, 400);
		assertEquals(100, speed.imagesPerSecond().orElseThrow(), 1e-6);
		assertEquals(2.5 * 4, speed.secondsLeft().orElseThrow(), 1e-6);
	}

	/** Five steps of 40 faces in 400 ms, told at once. */
	@Test
	public void stepsOfACallShareItsTime() {
		start(speed);
		for (int call = 0; call < 4; call++) {
			now += (call == 0 ? 5000 : 400) * MILLISECOND;
			for (int step = 1; step <= 5; step++) {
				int number = 5 * (call % 2) + step;
				Epoch of = SETTINGS.schedule().get(call / 2);
				speed.stepDone(new TrainingListener.Step(of, number, 5 * call + step, 40, Map.of(), 5 - step));
				if (call == 0) assertTrue("the first call tells nothing", speed.imagesPerSecond().isEmpty());
			}
		}
		assertEquals(500, speed.imagesPerSecond().orElseThrow(), 1e-6);
		assertEquals("an epoch, and three of the other stage", 4 * 0.8, speed.secondsLeft().orElseThrow(), 1e-6);
	}

	@Test
	public void pausesDoNotCount() {
		start(speed);
		step(speed, 1, 1, 100);
		step(speed, 1, 2, 100);
		now += 3_600_000 * MILLISECOND;
		speed.resumed();
		step(speed, 1, 3, 100);
		assertEquals(400, speed.imagesPerSecond().orElseThrow(), 1e-6);
	}

	@Test
	public void lengthsOfTime() {
		assertEquals("0 s", TimeSpan.text(0.4));
		assertEquals("99 s", TimeSpan.text(99));
		assertEquals("2 min", TimeSpan.text(100));
		assertEquals("3 h 20 min", TimeSpan.text(200 * 60));
	}

	@Test
	public void theLogHasALineEveryFiveSecondsAndTheEdgesOfStages() {
		List<String> lines = new ArrayList<>();
		TrainingSettings settings = TrainingSettings.DEFAULT.withSchedule(20, 1);
		EpochLog log = new EpochLog(lines::add, () -> now);
		now = 1000 * MILLISECOND;
		log.started(new TrainingListener.Plan(settings, 400, 10, 0, "CPU", List.of()));
		for (Epoch epoch : settings.schedule()) {
			now += 1000 * MILLISECOND;
			log.epochDone(new EpochLosses(epoch, 0.1, Map.of("loss", 2.0)));
		}
		// 1 second each: epochs 1, 6, 11, 16 and 20 of either stage
		assertEquals(1 + 2 * 5, lines.size());
		assertEquals("Training the method conventional on 400 faces, 0 of 400 steps done, on the CPU.", lines.get(0));
		assertEquals("Epoch 6 of 40, identity stage: loss 2.000", lines.get(2));
		assertTrue(lines.get(10).startsWith("Epoch 40 of 40, expression stage"));
		assertFalse(lines.get(10).contains("images/s"));
		log.finishedEarly(new TrainingListener.Early(31, 0));
		assertEquals("Finished early: the model is that of epoch 30, the best so far.", lines.get(11));
	}
}
