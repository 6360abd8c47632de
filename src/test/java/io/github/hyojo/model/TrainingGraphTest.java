package io.github.hyojo.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.Progress;
import io.github.hyojo.TinyFaces;
import io.github.hyojo.TinyModel;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** One step of each stage: which terms a method has. */
public class TrainingGraphTest {

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private Map<String, Tensor> step(ModelSettings settings, boolean donors) throws Exception {
		Path folder = temp.newFolder().toPath();
		ModelExport.training(settings, 2, Initialization.he(1), Optional.empty(), folder, Progress.SILENT);
		RandomAccessibleInterval<ARGBType> faces = TinyFaces.draw(2, 2, settings.size()).images();
		try (SavedModel model = SavedModel.load(folder, TinyModel.ENGINE, Progress.SILENT)) {
			Map<String, Tensor> inputs = new HashMap<>(Map.of("image", FaceTensor.of(faces, 0, 2), "seed", Tensor.of(1L, 0),
				"learning_rate", Tensor.of(5e-4f), "target", FaceTensor.of(faces, 1, 3)));
			checkFinite(Set.of("kl", "reconstruction", "loss"), model.run("train_identity", inputs));
			inputs.remove("target");
			if (donors) inputs.put("donor", Tensor.of(1, 0));
			Map<String, Tensor> losses = model.run("train_expression", inputs);
			Tensor decoded = ExpressionModel.of(model, settings, List.of()).decode(new float[64], new float[64]);
			assertArrayEquals(new long[] { 1, settings.size(), settings.size(), 3 }, decoded.shape());
			return losses;
		}
	}

	private static void checkFinite(Set<String> terms, Map<String, Tensor> losses) {
		assertEquals(terms, losses.keySet());
		losses.forEach((name, value) -> assertTrue(name, Float.isFinite(value.floats()[0]) && value.floats()[0] >= 0));
	}

	@Test
	public void conventional() throws Exception {
		checkFinite(Set.of("kl", "reconstruction", "loss"), step(ModelSettings.DEFAULT.withActivation(Activation.ELU),
			false));
	}

	@Test
	public void adversarial() throws Exception {
		Map<String, Tensor> losses = step(ModelSettings.DEFAULT.withMethod(Method.ADVERSARIAL).withActivation(
			Activation.LEAKY_RELU), false);
		checkFinite(Set.of("kl", "reconstruction", "discriminator", "generator", "loss"), losses);
	}

	@Test
	public void switchingAt128() throws Exception {
		Map<String, Tensor> losses = step(ModelSettings.DEFAULT.withMethod(Method.SWITCH).withSize(128), true);
		checkFinite(Set.of("kl", "reconstruction", "discriminator", "generator", "switch", "loss"), losses);
	}

	/** What an expression stage takes from before its first step is what it would compute in each. */
	@Test
	public void identityIsAsGoodKnownAsComputed() throws Exception {
		ModelSettings settings = TinyModel.NARROW.withMethod(Method.SWITCH);
		Path folder = temp.newFolder().toPath();
		ModelExport.training(settings, 2, Initialization.he(1), Optional.empty(), folder, Progress.SILENT);
		Tensor image = FaceTensor.of(TinyFaces.draw(2, 2, settings.size()).images(), 0, 2);
		try (SavedModel computing = SavedModel.load(folder, TinyModel.ENGINE, Progress.SILENT);
				SavedModel knowing = SavedModel.load(folder, TinyModel.ENGINE, Progress.SILENT))
		{
			Tensor identity = knowing.run("encode_identity", Map.of("image", image)).get("identity");
			for (int step = 0; step < 5; step++) {
				Map<String, Tensor> inputs = new HashMap<>(Map.of("image", image, "seed", Tensor.of(1L, step), "learning_rate",
					Tensor.of(5e-4f), "donor", Tensor.of(1, 0)));
				Map<String, Tensor> expected = computing.run("train_expression", inputs);
				inputs.put("identity", identity);
				Map<String, Tensor> losses = knowing.run("train_expression_identity_known", inputs);
				assertEquals(expected.keySet(), losses.keySet());
				expected.forEach((name, value) -> assertEquals(name, value.floats()[0], losses.get(name).floats()[0], 1e-4 * value
					.floats()[0]));
			}
		}
	}
}
