package io.github.hyojo.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.Test;
import org.scijava.plugin.Parameter;

import io.github.hyojo.HyojoException;
import io.github.hyojo.command.TrainExpressionModel;

/** The rows of table 1, and their networks counted by hand. */
public class MethodTest {

	@Test
	public void rowsOfTable1() {
		assertEquals(List.of("conventional", "adversarial", "switch", "iterated", "iterated at 128", "VAE",
			"VAE minus subject mean", "C-VAE"), Arrays.stream(Method.values()).map(Method::label).toList());
		assertEquals(List.of("conventional", "adversarial", "switch", "iterated", "iterated_128", "vae",
			"vae_minus_subject_mean", "c_vae"), Arrays.stream(Method.values()).map(Method::key).toList());
		assertEquals(List.of(64, 64, 64, 64, 128, 64, 64, 64), Arrays.stream(Method.values()).map(Method::size).toList());
		for (Method method : Method.values()) assertEquals(method, Method.of(" " + method.key().toUpperCase() + " "));
		String message = assertThrows(HyojoException.class, () -> Method.of("magic")).getMessage();
		assertTrue(message, message.contains("no method \"magic\"") && message.contains("iterated_128, vae,"));
	}

	@Test
	public void twoRowsAreTrainedAsOthers() {
		assertEquals(Method.ITERATED, Method.ITERATED_128.trained());
		assertEquals(2, Method.ITERATED_128.rounds());
		assertTrue(Method.ITERATED_128.switching());
		assertEquals(Method.VAE, Method.VAE_MINUS_SUBJECT_MEAN.trained());
		assertFalse(Method.VAE_MINUS_SUBJECT_MEAN.adversarial());
		assertEquals(Method.C_VAE, Method.C_VAE.trained());
		String message = assertThrows(HyojoException.class, () -> ModelSettings.DEFAULT.withMethod(Method.ITERATED_128))
			.getMessage();
		assertTrue(message, message.contains("train iterated on faces of 128 x 128"));
	}

	@Test
	public void theTrainCommandOffersEveryMethodThatIsTrained() throws Exception {
		String[] choices = TrainExpressionModel.class.getDeclaredField("method").getAnnotation(Parameter.class).choices();
		assertArrayEquals(Arrays.stream(Method.values()).filter(method -> method == method.trained()).map(Method::key)
			.toArray(), choices);
	}

	@Test
	public void stagesOfARound() {
		assertEquals(List.of(Stage.IDENTITY, Stage.EXPRESSION), Method.SWITCH.stages());
		assertEquals(List.of(Stage.JOINT), Method.VAE.stages());
		List<Epoch> schedule = TrainingSettings.DEFAULT.withModel(ModelSettings.DEFAULT.withMethod(Method.C_VAE))
			.withSchedule(2, 1).schedule();
		assertEquals(List.of(new Epoch(1, 1, Stage.JOINT, 1), new Epoch(2, 1, Stage.JOINT, 2)), schedule);
		assertEquals("train_joint", Stage.JOINT.signature());
	}

	private static List<Long> parameters(Architecture architecture, int subjects) {
		return architecture.networks(new Networks(64), subjects).stream().map(Network::parameters).toList();
	}

	@Test
	public void parametersOfTwoEncoders() {
		assertEquals(List.of(1_205_152L, 1_205_152L, 1_421_459L), parameters(Architecture.TWO_ENCODERS, 10));
	}

	@Test
	public void parametersOfOneEncoder() {
		// 1,172,256 up to the pooling, and two heads of 256 x 128 + 128 = 32,896
		assertEquals(List.of(1_172_256 + 2 * 32_896L, 1_421_459L), parameters(Architecture.ONE_ENCODER, 10));
		assertEquals(0, Architecture.ONE_ENCODER.identityFeatures(10));
		assertEquals(128, Architecture.ONE_ENCODER.expressionFeatures());
	}

	@Test
	public void parametersThatTheConditionAdds() {
		// 32 channels of conv1_1 for each of 10 subjects; fc is 74 x 4096 + 4096 = 307,200 instead of 528,384
		assertEquals(List.of(1_205_152 + 320L, 1_421_459 - 528_384 + 307_200L), parameters(Architecture.CONDITIONAL, 10));
		assertEquals(10, Architecture.CONDITIONAL.identityFeatures(10));
		assertEquals(64, Architecture.CONDITIONAL.expressionFeatures());
	}

	@Test
	public void codeOfKnownSubjects() {
		KnownSubjects known = new KnownSubjects(List.of("A", "B", "C"));
		assertArrayEquals(new float[] { 0, 0, 1, 1, 0, 0 }, known.code(List.of("C", "A")), 0);
		String message = assertThrows(HyojoException.class, () -> known.code(List.of("A", "Z"))).getMessage();
		assertTrue(message, message.contains("Z is none of them"));
	}
}
