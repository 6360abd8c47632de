package io.github.hyojo.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.log.LogService;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.TinyModel;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.imagej.DatasetImage;

/** What the dialogs say before OK. */
public class ForecastTest {

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private final Context context = new Context(TaskService.class, LogService.class, PrefService.class);
	private final PrefService preferences = context.service(PrefService.class);
	private final ImagePlus image = DatasetImage.of(TinyModel.FACES, "faces");
	private File dataset;

	/** Subjects A to D with two sequences of two faces each; D is held out. */
	@Before
	public void write() throws Exception {
		forget();
		FaceDataset drawn = TinyFaces.draw(4, 4, 64);
		List<Face> faces = new ArrayList<>();
		for (int i = 0; i < drawn.count(); i++) {
			faces.add(new Face(i + ".png", drawn.faces().get(i).subject(), i % 4 / 2 == 0 ? "first" : "second", i % 2, null,
				null));
		}
		Path folder = temp.getRoot().toPath().resolve("dataset");
		FaceDatasetFolder.write(new FaceDataset(drawn.images(), faces, Set.of("D"), drawn.settings()), folder,
			Progress.SILENT);
		dataset = folder.toFile();
	}

	@After
	public void dispose() {
		forget();
		context.dispose();
	}

	private void forget() {
		preferences.clear(ForecastCommand.class);
	}

	/** As the dialog has it, in plain text. */
	private String text(Class<? extends ForecastCommand> command, Map<String, Object> inputs) throws Exception {
		CommandModule module = new CommandModule(new CommandInfo(command));
		context.inject(module);
		inputs.forEach(module::setInput);
		module.initialize();
		return module.getInput("forecast").toString().replace("<br>", "\n").replaceAll("<[^>]*>", "");
	}

	private String withModel(Class<? extends ForecastCommand> command, Map<String, Object> inputs) throws Exception {
		Map<String, Object> all = new HashMap<>(inputs);
		all.put("model", TinyModel.folder().toFile());
		return text(command, all);
	}

	@Test
	public void aTraining() throws Exception {
		// 12 images are 3 steps of 5, in 200 epochs; 100 epochs at 200 images/s and as many as fast
		assertEquals("12 training images of 64 x 64 pixels, 600 steps, about 12 s on two cores (a guess: nothing was trained "
			+ "here yet).", text(TrainExpressionModel.class, Map.of("dataset", dataset, "batch", 5)));
		new Pace(preferences, "training.AUTO").rememberRatio(10);
		assertEquals("24 training images of 64 x 64 pixels, 1000 steps, about 4 min (as fast as last time here).", text(
			TrainExpressionModel.class, Map.of("dataset", dataset, "batch", 5, "mirrored", true)));
	}

	@Test
	public void whatIsInTheOutputFolderOfATraining() throws Exception {
		assertTrue(text(TrainExpressionModel.class, Map.of("output", TinyModel.training().toFile())).endsWith(
			"holds a finished training: choose another one to train anew."));
		Path stopped = temp.newFolder().toPath();
		Files.copy(TinyModel.training().resolve("history.csv"), stopped.resolve("history.csv"));
		assertTrue(text(TrainExpressionModel.class, Map.of("output", stopped.toFile())).endsWith(
			"stopped after epoch 12: with the same settings it goes on."));
	}

	@Test
	public void mistakesAreSaidAtOnce() throws Exception {
		assertEquals("Choose a face dataset to see how long the training takes.", text(TrainExpressionModel.class, Map.of()));
		assertTrue(text(TrainExpressionModel.class, Map.of("dataset", temp.getRoot())).contains("is not a face dataset"));
		assertTrue(text(CompareMethods.class, Map.of("dataset", dataset, "methods", "magic")).contains("no method \"magic\""));
		assertTrue(text(EncodeExpressions.class, Map.of("model", temp.getRoot())).contains("holds no Hyojo model"));
		assertTrue(withModel(SwapExpressions.class, Map.of("identities", image, "identityslices", "99", "expressions", image))
			.contains("has no slices 99"));
	}

	@Test
	public void aComparison() throws Exception {
		// one frame of each sequence: 6 images, 2 steps of 5; conventional 8 epochs, adversarial without the identity stage 4,
		// iterated with 2 epochs in each of 4 stages 8; vae and what is made of it 4
		assertEquals("4 trainings: 6 training images of 64 x 64 pixels, 48 steps, about 1 s on two cores (a guess: nothing was "
			+ "trained here yet).", text(CompareMethods.class, Map.of("dataset", dataset, "methods",
				"conventional,adversarial,iterated,vae,vae_minus_subject_mean", "frames", 1, "epochs", 4, "batch", 5)));
	}

	@Test
	public void workWithAModel() throws Exception {
		assertEquals("Choose a model to see what there is to do.", text(EncodeExpressions.class, Map.of()));
		assertEquals("Choose faces to see what there is to do.", withModel(EncodeExpressions.class, Map.of()));
		assertEquals("12 faces of 64 x 64 pixels.", withModel(EncodeExpressions.class, Map.of("image", image)));
		String all = "16 faces of 64 x 64 pixels, 4 of them of test subjects";
		assertEquals(all + ".", withModel(EncodeExpressions.class, Map.of("dataset", dataset)));
		assertEquals(all + "; 7 trials with 3 clusters.", withModel(RecognizeExpressions.class, Map.of("dataset", dataset,
			"trials", 7, "clusters", 3)));
		assertEquals("2 identities with 1 expression: 2 faces of 64 x 64 pixels.", withModel(SwapExpressions.class, Map.of(
			"identities", image, "identityslices", "1,5", "expressions", image, "expressionslices", "3")));
		assertEquals("5 faces of 64 x 64 pixels, from position -0.5 to 1.0.", withModel(InterpolateExpressions.class, Map.of(
			"source", image, "target", image, "steps", 5, "from", -0.5)));
		assertEquals("A map of 16 faces of 64 x 64 pixels and a grid of 7 x 7 faces.", withModel(ExploreExpressionSpace.class,
			Map.of("dataset", dataset, "window", false)));
		assertEquals("A map of 16 faces of 64 x 64 pixels, with a face of \"faces\" to move.", withModel(
			ExploreExpressionSpace.class, Map.of("dataset", dataset, "image", image, "grid", 0)));
	}

	@Test
	public void howLongWorkTookIsRemembered() throws Exception {
		Pace pace = new Pace(preferences, "faces.AUTO");
		pace.remember(10, 5);
		assertFalse("so little work tells nothing", pace.isKnown());
		pace.remember(100, 200);
		assertEquals("12 faces of 64 x 64 pixels, about 24 s (as fast as last time here).", withModel(EncodeExpressions.class,
			Map.of("image", image)));
		assertEquals("another device, unknown yet", "12 faces of 64 x 64 pixels.", withModel(EncodeExpressions.class, Map.of(
			"image", image, "device", "CPU")));
	}

	@Test
	public void aCommandRemembersHowLongItTook() throws Exception {
		ImageStack many = new ImageStack(64, 64);
		for (int n = 0; n < 60; n++) many.addSlice(image.getStack().getProcessor(n % 12 + 1));
		CommandModule module = new CommandModule(new CommandInfo(EncodeExpressions.class));
		context.inject(module);
		module.setInput("model", TinyModel.folder().toFile());
		module.setInput("image", new ImagePlus("many", many));
		module.run();
		String text = withModel(EncodeExpressions.class, Map.of("image", image));
		assertTrue(text, text.matches("12 faces of 64 x 64 pixels, about \\d+ s \\(as fast as last time here\\)\\."));
	}

	@Test
	public void anImport() throws Exception {
		assertEquals("Choose a source to see what is in it.", text(ImportFaceDataset.class, Map.of()));
		File samples = new File("test-images/faces");
		Map<String, Object> inputs = Map.of("source", samples, "frames", 2, "output", dataset);
		// of six subjects with four sequences each
		String size = "48 frames of 24 sequences of 6 subjects";
		String text = "";
		// it is looked through in the background
		for (int i = 0; i < 100 && !text.startsWith(size); i++) text = text(ImportFaceDataset.class, inputs);
		assertEquals(size + ".\nThe dataset folder already holds something: choose a new or empty one.", text);
	}
}
