package io.github.hyojo.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Test;

import io.github.hyojo.HyojoException;

/** Tables 2 and 3 of the paper, counted by hand. */
public class NetworkTest {

	private static long parameters(Network network, String layer) {
		return layer(network, layer).parameters();
	}

	private static Layer layer(Network network, String name) {
		return network.layers().stream().filter(layer -> layer.name().equals(name)).findAny().orElseThrow();
	}

	private static List<String> shapes(Network network) {
		return network.layers().stream().map(l -> l.name() + " " + l.outputs() + "x" + l.size()).toList();
	}

	@Test
	public void encoderLayers() {
		Network encoder = new Networks(64).encoder("identity");
		assertEquals(List.of("conv1_1 32x32", "conv1_2 32x32", "conv2_1 64x16", "conv2_2 64x16", "conv3_1 128x8",
			"conv3_2 128x8", "conv4_1 256x4", "conv4_2 256x4", "mean 64x1", "log_variance 64x1"), shapes(encoder));
		// 3 x 3 kernels: 9 x inputs x outputs weights, and one bias per output
		assertEquals(9 * 3 * 32 + 32, parameters(encoder, "conv1_1"));
		assertEquals(9_248, parameters(encoder, "conv1_2")); // 9 x 32 x 32 + 32
		assertEquals(18_496, parameters(encoder, "conv2_1")); // 9 x 32 x 64 + 64
		assertEquals(36_928, parameters(encoder, "conv2_2")); // 9 x 64 x 64 + 64
		assertEquals(73_856, parameters(encoder, "conv3_1")); // 9 x 64 x 128 + 128
		assertEquals(147_584, parameters(encoder, "conv3_2")); // 9 x 128 x 128 + 128
		assertEquals(295_168, parameters(encoder, "conv4_1")); // 9 x 128 x 256 + 256
		assertEquals(590_080, parameters(encoder, "conv4_2")); // 9 x 256 x 256 + 256
		assertEquals(16_448, parameters(encoder, "mean")); // 256 x 64 + 64
		assertEquals(16_448, parameters(encoder, "log_variance"));
	}

	@Test
	public void decoderLayers() {
		Network decoder = new Networks(64).decoder();
		assertEquals(List.of("fc 4096x1", "deconv1 128x8", "conv1 128x8", "deconv2 64x16", "conv2 64x16", "deconv3 32x32",
			"conv3 32x32", "deconv4 16x64", "conv4 16x64", "conv6 3x64"), shapes(decoder));
		// 4 x 4 kernels: 16 x inputs x outputs weights, and one bias per output
		assertEquals(528_384, parameters(decoder, "fc")); // 128 x 4096 + 4096
		assertEquals(524_416, parameters(decoder, "deconv1")); // 16 x 256 x 128 + 128
		assertEquals(147_584, parameters(decoder, "conv1")); // 9 x 128 x 128 + 128
		assertEquals(131_136, parameters(decoder, "deconv2")); // 16 x 128 x 64 + 64
		assertEquals(36_928, parameters(decoder, "conv2")); // 9 x 64 x 64 + 64
		assertEquals(32_800, parameters(decoder, "deconv3")); // 16 x 64 x 32 + 32
		assertEquals(9_248, parameters(decoder, "conv3")); // 9 x 32 x 32 + 32
		assertEquals(8_208, parameters(decoder, "deconv4")); // 16 x 32 x 16 + 16
		assertEquals(2_320, parameters(decoder, "conv4")); // 9 x 16 x 16 + 16
		assertEquals(435, parameters(decoder, "conv6")); // 9 x 16 x 3 + 3
	}

	@Test
	public void layersThatSize128Adds() {
		Network encoder = new Networks(128).encoder("expression");
		assertEquals(List.of("conv1_1 32x64", "conv1_2 32x64", "conv2_1 64x32", "conv2_2 64x32", "conv3_1 128x16",
			"conv3_2 128x16", "conv4_1 256x8", "conv4_2 256x8", "conv5_1 256x4", "conv5_2 256x4", "mean 64x1",
			"log_variance 64x1"), shapes(encoder));
		assertEquals(590_080, parameters(encoder, "conv5_1")); // 9 x 256 x 256 + 256
		assertEquals(590_080, parameters(encoder, "conv5_2"));
		Network decoder = new Networks(128).decoder();
		assertEquals(List.of("fc 4096x1", "deconv1 128x8", "conv1 128x8", "deconv2 64x16", "conv2 64x16", "deconv3 32x32",
			"conv3 32x32", "deconv4 16x64", "conv4 16x64", "deconv5 8x128", "conv5 8x128", "conv6 3x128"), shapes(decoder));
		assertEquals(2_056, parameters(decoder, "deconv5")); // 16 x 16 x 8 + 8
		assertEquals(584, parameters(decoder, "conv5")); // 9 x 8 x 8 + 8
		assertEquals(219, parameters(decoder, "conv6")); // 9 x 8 x 3 + 3
	}

	@Test
	public void parametersOfWholeNetworks() {
		// 896 + 9,248 + 18,496 + 36,928 + 73,856 + 147,584 + 295,168 + 590,080 = 1,172,256 up to the pooling
		assertEquals(1_172_256 + 2 * 16_448, new Networks(64).encoder("identity").parameters());
		assertEquals(1_205_152, new Networks(64).encoder("expression").parameters());
		assertEquals(1_172_256 + 256 + 1, new Networks(64).discriminator().parameters());
		assertEquals(1_421_459, new Networks(64).decoder().parameters());
		// 2 x 590,080 = 1,180,160 more in encoder and discriminator
		assertEquals(2_385_312, new Networks(128).encoder("identity").parameters());
		assertEquals(2_352_673, new Networks(128).discriminator().parameters());
		// 2,056 + 584 more in the decoder, and 219 instead of 435 in its last layer
		assertEquals(1_423_883, new Networks(128).decoder().parameters());
	}

	@Test
	public void multiplications() {
		Network encoder = new Networks(64).encoder("identity");
		assertEquals(27L * 32 * 1024, layer(encoder, "conv1_1").multiplications());
		assertEquals(9_437_184, layer(encoder, "conv1_2").multiplications()); // 9 x 32 x 32 x 1024 pixels
		assertEquals(16_384, layer(encoder, "mean").multiplications()); // 256 x 64
		Network decoder = new Networks(64).decoder();
		assertEquals(524_288, layer(decoder, "fc").multiplications()); // 128 x 4096
		// every output pixel sees 2 x 2 of the 4 x 4 kernel: 4 x 32 x 16 x 4096 pixels
		assertEquals(8_388_608, layer(decoder, "deconv4").multiplications());
		// the sum over the decoder's layers, in thousands of 1024: 512 fc, 8192 + 9216 at 8 x 8, 8192 + 9216 at 16 x 16,
		// 8192 + 9216 at 32 x 32, 8192 + 9216 at 64 x 64, 1728 conv6
		assertEquals((512L + 4 * (8192 + 9216) + 1728) * 1024, decoder.multiplications());
	}

	@Test
	public void inputsOfAnOutputValue() {
		assertEquals(27, layer(new Networks(64).encoder("identity"), "conv1_1").fanIn());
		assertEquals(256, layer(new Networks(64).encoder("identity"), "mean").fanIn());
		// stride 2: of the 16 taps, 4 meet an input pixel at any output pixel
		assertEquals(4 * 256, layer(new Networks(64).decoder(), "deconv1").fanIn());
		assertEquals(128, layer(new Networks(64).decoder(), "fc").fanIn());
	}

	/** Half as many channels in every layer, counted by hand. */
	@Test
	public void narrowerNetworks() {
		Networks half = new Networks(64, 128);
		int trunk = 448 + 2_320 + 4_640 + 9_248 + 18_496 + 36_928 + 73_856 + 147_584;
		assertEquals(trunk + 2 * (128 * 64 + 64), half.encoder("identity").parameters());
		assertEquals(trunk + 128 + 1, half.discriminator().parameters());
		assertEquals(128, layer(half.decoder(), "deconv1").inputs());
		assertEquals(8, layer(half.decoder(), "conv6").inputs());
	}

	@Test
	public void impossibleWidthsAreRefused() {
		for (int channels : new int[] { -32, 0, 16, 100, 2048 }) {
			HyojoException e = assertThrows(HyojoException.class, () -> new Networks(64, channels));
			assertTrue(e.getMessage(), e.getMessage().contains("no networks of " + channels + " channels"));
		}
	}

	@Test
	public void otherSizesAreRefused() {
		for (int size : new int[] { 0, 32, 63, 96, 256 }) {
			HyojoException e = assertThrows(HyojoException.class, () -> new Networks(size).encoder("identity"));
			assertTrue(e.getMessage(), e.getMessage().contains("64 x 64 or 128 x 128") && e.getMessage().contains(
				"not " + size + " x " + size));
			assertThrows(HyojoException.class, () -> new Networks(size).decoder());
			assertThrows(HyojoException.class, () -> new Networks(size).discriminator());
		}
	}
}
