package io.github.hyojo.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.github.hyojo.picture.Picture;

import org.junit.Test;

/** Expected values are worked out by hand. */
public class FaceScalerTest {

	@Test
	public void averagesAreasWhenShrinking() {
		Picture image = rgb(4, 2, 0x000000, 0x640000, 0x00ff00, 0x00ff00, //
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
		Picture image = rgb(2, 2, 0x010203, 0xfffefd, 0x804020, 0x000000);
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
		Picture image = rgb(4, 4, fill(4, 0x111111, 0x222222, 0x333333, 0x444444));
		image.argb()[9] = 0xff0000;
		assertArrayEquals(new int[] { gray(0x22), gray(0x33), 0xffff0000, gray(0x33) },
			FaceScaler.scale(image, new Crop(0.25, 0.25, 0.75, 0.75), 2));
		// one and a half pixels wide: (0x11 + 0x22 / 2) / 1.5 = 22.67
		assertArrayEquals(new int[] { gray(23) }, FaceScaler.scale(image, new Crop(0, 0, 0.375, 0.375), 1));
	}

	private static Picture rgb(int width, int height, int... pixels) {
		return new Picture(width, height, pixels);
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
