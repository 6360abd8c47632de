package io.github.hyojo.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.Context;
import org.scijava.prefs.PrefService;

import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.TinyModel;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.model.TrainingSettings;

/** What the dialog of a training says before OK. */
public class TrainingForecastTest {

	private static final TrainingSettings SETTINGS = TrainingSettings.DEFAULT.withBatch(5).withSchedule(100, 1);

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private final Context context = new Context(PrefService.class);
	private final PrefService preferences = context.service(PrefService.class);
	private Path dataset;

	@Before
	public void write() throws Exception {
		preferences.clear(TrainingCommand.class);
		FaceDataset all = TinyFaces.draw(4, 4, 64);
		dataset = temp.getRoot().toPath().resolve("dataset");
		FaceDatasetFolder.write(new FaceDataset(all.images(), all.faces(), Set.of("D"), all.settings()), dataset,
			Progress.SILENT);
	}

	@After
	public void forget() {
		preferences.clear(TrainingCommand.class);
		context.dispose();
	}

	private String text(Path output, TrainingSettings settings) {
		return TrainingForecast.text(dataset.toFile(), output == null ? null : output.toFile(), size -> List.of(settings),
			preferences).replaceAll("<[^>]*>", "");
	}

	@Test
	public void imagesStepsAndTime() {
		// 12 images are 3 steps of 5, in 200 epochs; 100 epochs at 200 images/s and 100 that take 1.15 times as long
		assertEquals("12 training images of 64 x 64 pixels, 600 steps, about 13 s on two cores (a guess: nothing was trained "
			+ "here yet).", text(null, SETTINGS));
		TrainingForecast.remember(10, preferences);
		assertEquals("24 training images of 64 x 64 pixels, 1000 steps, about 4 min (as fast as the last training here).", text(
			null, SETTINGS.withMirrored(true)));
	}

	@Test
	public void whatIsInTheOutputFolder() throws Exception {
		assertTrue(text(TinyModel.training(), SETTINGS).endsWith("holds a finished training: choose another one to train anew."));
		Path stopped = temp.newFolder().toPath();
		Files.copy(TinyModel.training().resolve("history.csv"), stopped.resolve("history.csv"));
		assertTrue(text(stopped, SETTINGS).endsWith("stopped after epoch 12: with the same settings it goes on."));
	}

	@Test
	public void mistakesAreSaidAtOnce() {
		assertTrue(TrainingForecast.text(null, null, size -> List.of(), preferences).contains("Choose a face dataset"));
		assertTrue(TrainingForecast.text(temp.getRoot(), null, size -> List.of(), preferences).contains("is not a face dataset"));
	}
}
