package io.github.hyojo.engine;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import java.util.Set;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.model.FaceTensor;

public class SavedModelTest {

	private static SavedModel model;

	@BeforeClass
	public static void load() {
		model = SavedModel.load(TinyModel.folder(), TinyModel.ENGINE, Progress.SILENT);
	}

	@AfterClass
	public static void close() {
		model.close();
	}

	@Test
	public void aSignatureThatIsNotThere() {
		String message = assertThrows(IllegalArgumentException.class, () -> model.run("smile", Map.of())).getMessage();
		assertTrue(message, message.contains("No signature smile") && message.contains("encode_identity"));
	}

	@Test
	public void outputsAreNamed() {
		Map<String, Tensor> outputs = model.run("decode", Map.of("identity", Tensor.of(new float[128], 2, 64), "expression",
			Tensor.of(new float[128], 2, 64)));
		assertEquals(Set.of("image"), outputs.keySet());
		assertEquals(Tensor.Type.BYTE, outputs.get("image").type());
		assertArrayEquals(new long[] { 2, 64, 64, 3 }, outputs.get("image").shape());
		assertEquals(2 * 64 * 64 * 3, outputs.get("image").data().limit());
	}

	@Test
	public void computesOnTheProcessorWhenToldTo() {
		assertEquals("CPU", model.device());
	}

	@Test
	public void settingsThatMakeNoSense() {
		String threads = assertThrows(HyojoException.class, () -> new EngineSettings(ComputeDevice.CPU, -1)).getMessage();
		assertTrue(threads, threads.contains("threads is -1"));
		String steps = assertThrows(HyojoException.class, () -> TinyModel.ENGINE.withStepsPerCall(65)).getMessage();
		assertTrue(steps, steps.contains("steps per call are 65") && steps.contains("1 to 64"));
		String device = assertThrows(HyojoException.class, () -> new EngineSettings(null, 0)).getMessage();
		assertTrue(device, device.contains("AUTO, CPU or GPU"));
	}

	/** Where the processor has no such instructions, TensorFlow goes on with 32 bits. */
	@Test
	public void bfloat16KeepsFeaturesToAboutAHundredth() {
		Map<String, Tensor> image = Map.of("image", FaceTensor.of(TinyModel.FACES.images(), 0, 5, 9));
		float[] expected = model.run("encode_expression", image).get("expression").floats();
		try (SavedModel fast = SavedModel.load(TinyModel.folder(), TinyModel.ENGINE.withPrecision(Precision.BFLOAT16),
			Progress.SILENT))
		{
			float[] features = fast.run("encode_expression", image).get("expression").floats();
			double error = 0;
			double square = 0;
			for (int i = 0; i < expected.length; i++) {
				error += Math.pow(features[i] - expected[i], 2);
				square += Math.pow(expected[i], 2);
			}
			assertTrue("" + Math.sqrt(error / square), Math.sqrt(error / square) < 0.02);
		}
	}
}
