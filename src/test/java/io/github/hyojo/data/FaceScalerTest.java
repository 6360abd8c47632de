package io.github.hyojo.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.hyojo.HyojoException;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

import org.junit.Test;

/** Expected values are worked out by hand. */
public class FaceScalerTest {

	@Test
	public void averagesAreasWhenShrinking() {
		BufferedImage image = rgb(4, 2, 0x000000, 0x640000, 0x00ff00, 0x00ff00, //
			0x640000, 0xc80000, 0x00ff00, 0x00fb00);
		// two columns to one, row by row
		assertArrayEquals(new int[] { 0xff320000, 0xff00ff00, 0xff960000, 0xff00fd00 },
			FaceScaler.scale(image, Crop.WHOLE, 2));
		// red (0 + 100 + 100 + 200) / 8 = 50, green (255 * 3 + 251) / 8 = 127
		assertArrayEquals(new int[] { 0xff327f00 }, FaceScaler.scale(image, Crop.WHOLE, 1));
	}

	@Test
	public void weighsPixelsThatAreCoveredInPart() {
		// 3 -> 2: the middle pixel belongs half to each: (0 + 60 / 2) / 1.5 = 20, (60 / 2 + 120) / 1.5 = 100
		assertArrayEquals(new int[] { gray(20), gray(100), gray(20), gray(100) },
			FaceScaler.scale(rgb(3, 3, fill(3, 0, 0x3c3c3c, 0x787878)), Crop.WHOLE, 2));
	}

	@Test
	public void leavesAnImageOfTheRightSizeAsItIs() {
		BufferedImage image = rgb(2, 2, 0x010203, 0xfffefd, 0x804020, 0x000000);
		assertArrayEquals(new int[] { 0xff010203, 0xfffffefd, 0xff804020, 0xff000000 },
			FaceScaler.scale(image, Crop.WHOLE, 2));
	}

	@Test
	public void interpolatesBicubicallyWhenGrowing() {
		// a centre at a quarter between two pixels of 0 and 160: Catmull-Rom weights (-9, 111, 29, -3) / 128
		int[] scaled = FaceScaler.scale(rgb(2, 2, fill(2, 0, 0xa0a0a0)), Crop.WHOLE, 4);
		// 29 - 3 = 26 of 128 parts are 160: 32.5, rounded to 33; at the edges it overshoots to below 0, then 0
		assertEquals(gray(0), scaled[0]);
		assertEquals(gray(33), scaled[1]);
		assertEquals(gray(128), scaled[2]);
		assertEquals(gray(171), scaled[3]);
	}

	@Test
	public void cropsByFractions() {
		BufferedImage image = rgb(4, 4, fill(4, 0x111111, 0x222222, 0x333333, 0x444444));
		image.setRGB(1, 2, 0xff0000);
		assertArrayEquals(new int[] { gray(0x22), gray(0x33), 0xffff0000, gray(0x33) },
			FaceScaler.scale(image, new Crop(0.25, 0.25, 0.75, 0.75), 2));
		// one and a half pixels wide: (0x11 + 0x22 / 2) / 1.5 = 22.67
		assertArrayEquals(new int[] { gray(23) }, FaceScaler.scale(image, new Crop(0, 0, 0.375, 0.375), 1));
	}

	@Test
	public void keepsGreyValues() {
		BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setSample(0, 0, 0, 100);
		assertArrayEquals(new int[] { gray(100) }, FaceScaler.scale(image, Crop.WHOLE, 1));
	}

	@Test
	public void divides16BitsBy257() {
		BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
		image.getRaster().setSample(0, 0, 0, 25700);
		assertArrayEquals(new int[] { gray(100) }, FaceScaler.scale(image, Crop.WHOLE, 1));
	}

	@Test
	public void putsTransparentPixelsOnBlack() {
		BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0x66c86400);
		// 0x66 / 255 = 0.4
		assertArrayEquals(new int[] { 0xff502800 }, FaceScaler.scale(image, Crop.WHOLE, 1));
	}

	@Test
	public void readsPalettes() {
		IndexColorModel palette = new IndexColorModel(8, 3, new int[] { 0xff102030, 0xffffffff, 0x00ffffff }, 0, true,
			-1, DataBuffer.TYPE_BYTE);
		BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED, palette);
		image.getRaster().setPixels(0, 0, 2, 2, new int[] { 0, 1, 2, 7 });
		assertArrayEquals(new int[] { 0xff102030, 0xffffffff, 0xff000000, 0xff000000 },
			FaceScaler.scale(image, Crop.WHOLE, 2));
	}

	@Test
	public void readsBitmaps() {
		BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
		image.setRGB(1, 0, 0xffffff);
		assertArrayEquals(new int[] { gray(128) }, FaceScaler.scale(image, Crop.WHOLE, 1));
	}

	@Test
	public void refusesFloatingPointPixels() {
		HyojoException e = assertThrows(HyojoException.class, () -> FaceScaler.scale(floatingPoint(), Crop.WHOLE, 1));
		assertTrue(e.getMessage(), e.getMessage().contains("floating-point"));
	}

	/** @return an image of one floating-point pixel */
	static BufferedImage floatingPoint() {
		ComponentColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false,
			Transparency.OPAQUE, DataBuffer.TYPE_FLOAT);
		return new BufferedImage(model, model.createCompatibleWritableRaster(1, 1), false, null);
	}

	private static BufferedImage rgb(int width, int height, int... pixels) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, width, height, pixels, 0, width);
		return image;
	}

	/** @return the row, as often as given */
	private static int[] fill(int times, int... row) {
		int[] pixels = new int[times * row.length];
		for (int i = 0; i < pixels.length; i++) pixels[i] = row[i % row.length];
		return pixels;
	}

	private static int gray(int value) {
		return 0xff000000 | value * 0x10101;
	}
}
