package io.github.hyojo.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

import org.junit.Test;

import io.github.hyojo.HyojoException;

public class PictureTest {

	@Test
	public void keepsGreyValues() {
		BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setSample(0, 0, 0, 100);
		assertArrayEquals(new int[] { gray(100) }, Picture.of(image).argb());
	}

	@Test
	public void divides16BitsBy257() {
		BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
		image.getRaster().setSample(0, 0, 0, 25700);
		assertArrayEquals(new int[] { gray(100) }, Picture.of(image).argb());
	}

	@Test
	public void putsTransparentPixelsOnBlack() {
		BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0x66c86400);
		// 0x66 / 255 = 0.4
		assertArrayEquals(new int[] { 0xff502800 }, Picture.of(image).argb());
	}

	@Test
	public void readsPalettes() {
		IndexColorModel palette = new IndexColorModel(8, 3, new int[] { 0xff102030, 0xffffffff, 0x00ffffff }, 0, true,
			-1, DataBuffer.TYPE_BYTE);
		BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED, palette);
		image.getRaster().setPixels(0, 0, 2, 2, new int[] { 0, 1, 2, 7 });
		assertArrayEquals(new int[] { 0xff102030, 0xffffffff, 0xff000000, 0xff000000 }, Picture.of(image).argb());
	}

	@Test
	public void readsBitmaps() {
		BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
		image.setRGB(1, 0, 0xffffff);
		assertArrayEquals(new int[] { gray(0), gray(255) }, Picture.of(image).argb());
	}

	@Test
	public void refusesFloatingPointPixels() {
		HyojoException e = assertThrows(HyojoException.class, () -> Picture.of(floatingPoint()));
		assertTrue(e.getMessage(), e.getMessage().contains("floating-point"));
	}

	/** @return an image of one floating-point pixel */
	public static BufferedImage floatingPoint() {
		ComponentColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false,
			Transparency.OPAQUE, DataBuffer.TYPE_FLOAT);
		return new BufferedImage(model, model.createCompatibleWritableRaster(1, 1), false, null);
	}

	private static int gray(int value) {
		return 0xff000000 | value * 0x10101;
	}
}
