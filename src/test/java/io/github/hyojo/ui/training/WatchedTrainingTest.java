package io.github.hyojo.ui.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

/** What a training shows without a display. */
public class WatchedTrainingTest {

	private static final TrainingSettings SETTINGS = TinyModel.SETTINGS.withModel(TinyModel.NARROW).withSchedule(2, 1);

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private long now;

	@Test
	public void theSameInformationInFilesAndLog() throws Exception {
		Path folder = temp.getRoot().toPath().resolve("表情 training");
		List<String> log = new ArrayList<>();
		Path model = new WatchedTraining(folder, log::add).train(new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE,
			folder), Progress.SILENT);
		assertTrue(Files.exists(model));
		assertEquals(900, ImageIO.read(folder.resolve("losses.png").toFile()).getWidth());
		// three identities and four expressions of 64 pixels, and a wider gap after the first cell
		assertEquals(4 * 64 + 8 + 2 * 2, ImageIO.read(folder.resolve("preview.png").toFile()).getWidth());
		assertEquals(5 * 64 + 8 + 3 * 2, ImageIO.read(folder.resolve("preview.png").toFile()).getHeight());
		ImagePlus previews = IJ.openImage(folder.resolve("previews.tif").toString());
		assertEquals("the first and the last step", 2, previews.getStackSize());
		assertEquals("epoch 1, step 1", previews.getStack().getSliceLabel(1));
		assertEquals("epoch 4, step 2", previews.getStack().getSliceLabel(2));
		assertTrue(log.toString(), log.get(log.size() - 1).matches("Epoch 4 of 4, expression stage: .*images/s, 0 s left"));
		assertEquals("nothing is left aside", Set.of(".lock", "training.json", "history.csv", "checkpoints", "model",
			"losses.png", "preview.png", "previews.tif"), Set.of(folder.toFile().list()));
	}

	/** Each run previews its first step; the step that a run has done beyond its checkpoint is not done twice. */
	@Test
	public void theHistoryOfPreviewsGoesOnWhenATrainingDoes() throws Exception {
		Path folder = temp.getRoot().toPath().resolve("training");
		AtomicInteger steps = new AtomicInteger();
		Progress untilTheFifthStep = new Progress() {

			@Override
			public void report(String message, long done, long total) {
				if (message.startsWith("Training")) steps.set((int) done);
			}

			@Override
			public boolean isCanceled() {
				return steps.get() >= 5;
			}
		};
		Trainer trainer = new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, folder);
		assertThrows(CancellationException.class, () -> new WatchedTraining(folder, line -> {}).train(trainer,
			untilTheFifthStep));
		assertEquals(List.of("epoch 1, step 1"), labels(folder));
		new WatchedTraining(folder, line -> {}).train(new Trainer(TinyModel.FACES, SETTINGS, TinyModel.ENGINE, folder),
			Progress.SILENT);
		assertEquals(List.of("epoch 1, step 1", "epoch 3, step 2", "epoch 4, step 2"), labels(folder));
	}

	private static List<String> labels(Path folder) {
		ImageStack stack = IJ.openImage(folder.resolve("previews.tif").toString()).getStack();
		return IntStream.rangeClosed(1, stack.size()).mapToObj(stack::getSliceLabel).toList();
	}

	/** Of steps that are done again, what an earlier run has shown is no longer true. */
	@Test
	public void previewsOfStepsThatAreLostAreLeftOut() throws Exception {
		Path folder = temp.newFolder().toPath();
		ImageStack stack = new ImageStack(4, 4);
		for (int step = 1; step <= 3; step++) stack.addSlice("epoch 2, step " + step, new ColorProcessor(4, 4));
		new FileSaver(new ImagePlus("Previews", stack)).saveAsTiffStack(folder.resolve("previews.tif").toString());
		PreviewHistory previews = new PreviewHistory(folder);
		previews.started(new TrainingListener.Plan(SETTINGS, 12, 4, 6, "CPU", List.of()));
		assertEquals(2, previews.count());
		assertEquals("epoch 2, step 2", previews.label());
		assertEquals("Preview, epoch 2, step 2", previews.image().orElseThrow().getTitle());
		previews.started(new TrainingListener.Plan(SETTINGS, 12, 4, 0, "CPU", List.of()));
		assertEquals("a new training", 0, previews.count());
	}

	@Test
	public void picturesThatCannotBeWrittenEndNoTraining() throws Exception {
		Path folder = temp.getRoot().toPath().resolve("training");
		List<String> log = new ArrayList<>();
		TrainingPictures pictures = new TrainingPictures(folder.resolve("missing"), new LossCurves(), new PreviewHistory(temp.getRoot().toPath()),
			log::add);
		pictures.started(new TrainingListener.Plan(SETTINGS, 12, 2, 0, "CPU", List.of()));
		pictures.close();
		assertEquals(1, log.size());
		assertTrue(log.get(0), log.get(0).contains("losses.png") && log.get(0).endsWith("the training goes on."));
	}

	@Test
	public void previewsTakeASmallShareOfTheTime() {
		PreviewPace pace = new PreviewPace(() -> now, 1.5, 50);
		assertTrue("the first one is at once", pace.isDue());
		now += 100_000_000; // it takes 0.1 s
		pace.done();
		now += 1_499_999_999L;
		assertFalse(pace.isDue());
		now += 1;
		assertTrue("and tells little of the time that the others take", pace.isDue());
		now += 100_000_000;
		pace.done();
		now += 4_999_999_999L;
		assertFalse("not before 50 times as long", pace.isDue());
		now += 1;
		assertTrue(pace.isDue());
		pace.done(); // takes no time
		now += 1_499_999_999;
		assertFalse(pace.isDue());
		now += 1;
		assertTrue(pace.isDue());
	}

	@Test
	public void curvesPerStageAndRoundWithTheEpochsOfBefore() {
		LossCurves curves = new LossCurves();
		EpochLosses before = new EpochLosses(new Epoch(1, 1, Stage.IDENTITY, 1), 0.1, Map.of("loss", 9.0));
		curves.started(new TrainingListener.Plan(SETTINGS, 80, 40, 40, "CPU", List.of(before)));
		Epoch third = new Epoch(3, 1, Stage.EXPRESSION, 1);
		// 40 steps in an epoch of at most 20 points: two are taken together
		for (int step = 1; step <= 3; step++) curves.stepDone(new TrainingListener.Step(third, step, 80 + step, 2, Map.of(
			"loss", (double) step)));
		curves.epochDone(new EpochLosses(third, 0.1, Map.of("loss", 5.0)));
		assertEquals(List.of(new LossCurves.Curve(1, Stage.IDENTITY, List.of(), List.of(new LossCurves.Point(0.5, Map.of("loss",
			9.0)))), new LossCurves.Curve(1, Stage.EXPRESSION, List.of(new LossCurves.Point(2 + 1 / 40.0, Map.of("loss", 1.5))),
				List.of(new LossCurves.Point(2.5, Map.of("loss", 5.0))))), curves.curves());
		assertEquals(List.of("loss"), LossChart.names(curves.curves()));
	}

	@Test
	public void manyPreviewsDoNotFillTheMemory() {
		PreviewHistory previews = new PreviewHistory(temp.getRoot().toPath());
		var face = TinyModel.FACES.select(0).images();
		for (int step = 1; step <= 1400; step++) {
			previews.preview(new TrainingListener.Preview(new TrainingListener.Step(new Epoch(1, 1, Stage.IDENTITY, 1), step,
				step, 1, Map.of()), face, face, face));
		}
		ImagePlus stack = previews.stack().orElseThrow();
		// 138 x 138 pixels of 4 bytes: 48 MB hold 660
		assertTrue("" + stack.getStackSize(), stack.getStackSize() > 300 && stack.getStackSize() <= 662);
		assertEquals("epoch 1, step 1", stack.getStack().getSliceLabel(1));
		assertEquals("epoch 1, step 1400", stack.getStack().getSliceLabel(stack.getStackSize()));
		assertEquals("epoch 1, step 1400", previews.label());
	}
}
