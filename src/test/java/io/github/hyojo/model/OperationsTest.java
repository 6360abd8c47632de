package io.github.hyojo.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

/** Floating-point operations per image, worked out by hand from tables 2 and 3 of the paper. */
public class OperationsTest {

	// Multiplications of a forward pass at S = 64: kernel taps x inputs x outputs x pixels of the output.
	private static final long CONV1_1 = 884_736; // 9 x 3 x 32 x 32 x 32
	/** conv1_1 to conv4_2. */
	private static final long TRUNK = CONV1_1 //
		+ 9_437_184 // conv1_2: 9 x 32 x 32 x 32 x 32
		+ 4_718_592 // conv2_1: 9 x 32 x 64 x 16 x 16
		+ 9_437_184 // conv2_2: 9 x 64 x 64 x 16 x 16
		+ 4_718_592 // conv3_1: 9 x 64 x 128 x 8 x 8
		+ 9_437_184 // conv3_2: 9 x 128 x 128 x 8 x 8
		+ 4_718_592 // conv4_1: 9 x 128 x 256 x 4 x 4
		+ 9_437_184; // conv4_2: 9 x 256 x 256 x 4 x 4
	private static final long HEAD = 16_384; // 256 x 64
	private static final long MEAN = TRUNK + HEAD;
	private static final long ENCODER = TRUNK + 2 * HEAD;
	private static final long DISCRIMINATOR = TRUNK + 256;
	private static final long FC = 524_288; // 128 x 4096
	// A transposed convolution puts each input pixel, of which there are a quarter, through all 16 taps.
	private static final long DECODER = FC //
		+ 8_388_608 // deconv1: 16 x 256 x 128 x 4 x 4
		+ 9_437_184 // conv1: 9 x 128 x 128 x 8 x 8
		+ 8_388_608 // deconv2: 16 x 128 x 64 x 8 x 8
		+ 9_437_184 // conv2: 9 x 64 x 64 x 16 x 16
		+ 8_388_608 // deconv3: 16 x 64 x 32 x 16 x 16
		+ 9_437_184 // conv3: 9 x 32 x 32 x 32 x 32
		+ 8_388_608 // deconv4: 16 x 32 x 16 x 32 x 32
		+ 9_437_184 // conv4: 9 x 16 x 16 x 64 x 64
		+ 1_769_472; // conv6: 9 x 16 x 3 x 64 x 64

	private static Operations of(Method method) {
		return new Operations(ModelSettings.DEFAULT.withMethod(method), 10);
	}

	@Test
	public void useOfAModel() {
		Operations operations = of(Method.CONVENTIONAL);
		assertEquals(2 * 52_805_632L, operations.encoding()); // conv1_1 to conv4_2, and the means alone
		assertEquals(2 * MEAN, operations.encoding());
		assertEquals(2 * 73_596_928L, operations.decoding());
		assertEquals(2 * DECODER, operations.decoding());
		assertEquals(2 * (52_805_632L + 52_805_632L + 73_596_928L), operations.swapping());
	}

	@Test
	public void twiceTheSize() {
		Operations operations = new Operations(ModelSettings.DEFAULT.withSize(128), 10);
		// four times as many pixels in conv1_1 to conv4_2; conv5_1 and conv5_2: 9 x 256 x 256 x 4 x 4 each
		assertEquals(2 * (4 * 52_789_248L + 2 * 9_437_184L + 16_384L), operations.encoding());
		// all up to 64 x 64 pixels as before; deconv5: 16 x 16 x 8 x 64 x 64, conv5: 9 x 8 x 8 x 128 x 128,
		// conv6: 9 x 8 x 3 x 128 x 128 in place of 9 x 16 x 3 x 64 x 64
		assertEquals(2 * (73_596_928L + 8_388_608L + 9_437_184L + 3_538_944L - 1_769_472L), operations.decoding());
	}

	@Test
	public void identityStage() {
		// forward, weights, inputs; no gradient for the pixels
		long expected = 2 * (3 * ENCODER - CONV1_1 + 3 * DECODER);
		assertEquals(756_744_192L, expected);
		for (Method method : new Method[] { Method.CONVENTIONAL, Method.ADVERSARIAL, Method.SWITCH }) {
			assertEquals(expected, of(method).training(Stage.IDENTITY));
		}
	}

	@Test
	public void expressionStageKnowsWhatTheFrozenEncoderSees() {
		// so that only the other encoder and the decoder are left
		assertEquals(2 * (3 * ENCODER - CONV1_1 + 3 * DECODER), of(Method.CONVENTIONAL).training(Stage.EXPRESSION));
	}

	@Test
	public void discriminator() {
		// a decoder from noise, which needs no gradient; the discriminator judges three kinds of faces, whose pixels need no
		// gradient from its own loss; the generator's goes back to two kinds of faces and to no weights
		long added = 3 * DECODER - FC + 3 * (3 * DISCRIMINATOR - CONV1_1) + 2 * DISCRIMINATOR;
		assertEquals(of(Method.CONVENTIONAL).training(Stage.EXPRESSION) + 2 * added, of(Method.ADVERSARIAL).training(
			Stage.EXPRESSION));
	}

	@Test
	public void switchedFaces() {
		// a decoder; both encoders, means alone: forward and back to the faces, and to the weights of the one that learns
		long added = 3 * DECODER - FC + 2 * MEAN + 3 * MEAN;
		assertEquals(of(Method.ADVERSARIAL).training(Stage.EXPRESSION) + 2 * added, of(Method.SWITCH).training(
			Stage.EXPRESSION));
		assertEquals(3_321_927_168L, of(Method.SWITCH).training(Stage.EXPRESSION));
	}

	@Test
	public void targetsThatMoveNeedAGradient() {
		ModelSettings settings = ModelSettings.DEFAULT.withMethod(Method.SWITCH);
		Operations moving = new Operations(settings.withWeights(LossWeights.DEFAULT.withFixedSwitchTargets(false)), 10);
		assertEquals(of(Method.SWITCH).training(Stage.EXPRESSION) + 2 * FC, moving.training(Stage.EXPRESSION));
	}

	@Test
	public void autoencoders() {
		long heads = 2 * 32_768; // 256 x 128 each
		assertEquals(2 * (3 * (TRUNK + heads) - CONV1_1 + 3 * DECODER), of(Method.VAE).training(Stage.JOINT));
		// ten subjects: 10 x 32 in the encoder, without a gradient for the code; a latent of 10 + 64 in the decoder
		assertEquals(2 * (3 * (ENCODER + 320) - CONV1_1 - 320 + 3 * (DECODER - FC + 74 * 4096)), of(Method.C_VAE).training(
			Stage.JOINT));
		assertThrows(IllegalArgumentException.class, () -> of(Method.VAE).training(Stage.IDENTITY));
	}
}
