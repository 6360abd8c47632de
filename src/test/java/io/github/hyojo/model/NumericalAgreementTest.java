package io.github.hyojo.model;

import static org.junit.Assert.assertEquals;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;

/** Five steps of each stage, with all losses, have to come out as in an independent implementation: see golden.py. */
public class NumericalAgreementTest {

	private static final int N = 8;
	private static final int S = 64;

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	@Test
	public void identityStage() throws Exception {
		agrees("train_identity", Map.of("target", images("target")));
	}

	@Test
	public void expressionStage() throws Exception {
		agrees("train_expression", Map.of("donor", Tensor.of(1, 2, 3, 4, 5, 6, 7, 0)));
	}

	private static void agrees(String stage, Map<String, Tensor> particular) throws Exception {
		Path folder = FOLDER.newFolder().toPath();
		ModelSettings settings = ModelSettings.DEFAULT.withMethod(Method.SWITCH).withActivation(Activation.RELU).withWeights(
			LossWeights.DEFAULT.withAdversarialAndSwitching(1, 10));
		ModelExport.training(settings, 2, Hash.WEIGHTS, Optional.empty(), folder, Progress.SILENT);
		Map<String, Tensor> inputs = new HashMap<>(particular);
		inputs.put("image", images("image"));
		inputs.put("learning_rate", Tensor.of(1e-4f));
		List<Map<String, Tensor>> steps = new ArrayList<>();
		try (SavedModel model = SavedModel.load(folder, EngineSettings.DEFAULT, Progress.SILENT)) {
			for (int step = 0; step < 5; step++) {
				inputs.put("seed", Tensor.of(1L, step));
				steps.add(model.run(stage, inputs));
			}
		}
		for (String[] row : golden(stage)) {
			int step = Integer.parseInt(row[1]);
			double expected = Double.parseDouble(row[3]);
			double tolerance = step == 0 ? 1e-4 : 1e-2;
			assertEquals(String.join(",", row), expected, steps.get(step).get(row[2]).floats()[0], tolerance * expected);
		}
	}

	private static Tensor images(String name) {
		ByteBuffer pixels = Tensor.allocate(N * S * S * 3);
		for (double value : Hash.uniform(name, pixels.capacity())) {
			pixels.put((byte) (int) (value * 256));
		}
		return Tensor.bytes(pixels.flip(), N, S, S, 3);
	}

	private static List<String[]> golden(String stage) throws Exception {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(NumericalAgreementTest.class.getResourceAsStream(
			"golden.csv"), StandardCharsets.UTF_8)))
		{
			return in.lines().skip(1).map(line -> line.split(",")).filter(row -> row[0].equals(stage)).toList();
		}
	}
}
