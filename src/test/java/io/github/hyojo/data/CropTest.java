package io.github.hyojo.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.hyojo.HyojoException;

import org.junit.Test;

public class CropTest {

	@Test
	public void readsWhatItWrites() {
		Crop crop = new Crop(0.18, 0.28, 0.82, 0.92);
		assertEquals("0.18 0.28 0.82 0.92", crop.toString());
		assertEquals(crop, Crop.parse(crop.toString()));
		assertEquals("0 0 1 1", Crop.WHOLE.toString());
		assertEquals(Crop.WHOLE, Crop.parse("0 0 1 1"));
	}

	@Test
	public void takesCommasAndBlanks() {
		assertEquals(new Crop(0.1, 0.2, 0.3, 0.4), Crop.parse(" .1, .2,.3   0.4 "));
		assertEquals(Crop.WHOLE, Crop.parse(" "));
	}

	@Test
	public void refusesWhatIsNoCrop() {
		for (String text : new String[] { "0 0 1", "0 0 1 1 1", "0 0 1 1.01", "0.5 0 0.5 1", "0 0.9 1 0.1",
			"-0.1 0 1 1", "a 0 1 1", "NaN 0 1 1", "0,1,2,3" })
		{
			HyojoException e = assertThrows(text, HyojoException.class, () -> Crop.parse(text));
			assertTrue(e.getMessage(), e.getMessage().startsWith("The crop "));
			assertTrue(e.getMessage(), e.getMessage().endsWith("for example 0.18 0.28 0.82 0.92."));
		}
	}
}
