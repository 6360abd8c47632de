package io.github.hyojo.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

import io.github.hyojo.HyojoException;

public class SliceSelectionTest {

	@Test
	public void listsSlicesAndRangesInTheirOrder() {
		assertSelects("1,5,10-13", 0, 4, 9, 10, 11, 12);
		assertSelects("20,1,20", 19, 0, 19);
		assertSelects("3-3", 2);
		assertSelects("007", 6);
	}

	@Test
	public void blanksDoNotMatter() {
		assertSelects("  1 , 5,10 - 12\t", 0, 4, 9, 10, 11);
	}

	@Test
	public void nothingMeansAll() {
		for (String nothing : new String[] { "", "  ", "\t" }) {
			assertArrayEquals(new int[] { 0, 1, 2 }, new SliceSelection(nothing).indices("t", 3));
		}
		assertArrayEquals(new int[] { 0, 1, 2 }, SliceSelection.ALL.indices("t", 3));
	}

	@Test
	public void oneSliceCanBeMeant() {
		assertArrayEquals(new int[] { 1 }, SliceSelection.single(2).indices("t", 3));
	}

	@Test
	public void slicesThatAreNotThereAreNamed() {
		for (String missing : new String[] { "0", "21", "0-3", "19-21", "5-4", "999999999" }) {
			assertFails("1, " + missing, "The image \"t\" has no slices " + missing + ": give 1 to 20.");
		}
	}

	@Test
	public void rubbishIsNotUnderstood() {
		for (String rubbish : "a 1, ,1 1,,2 , 1- -1 1-2-3 1;2 1.5 1..3 12345678901".split(" ")) {
			assertFails(rubbish, "The slices \"" + rubbish + "\" are not understood: write them as 1,5,10-20.");
		}
	}

	@Test
	public void blanksDoNotSeparate() {
		assertFails("1 2", "The slices \"1 2\" are not understood: write them as 1,5,10-20.");
	}

	private static void assertSelects(String text, int... expected) {
		assertArrayEquals(expected, new SliceSelection(text).indices("t", 20));
	}

	private static void assertFails(String text, String sentence) {
		HyojoException e = assertThrows(HyojoException.class, () -> new SliceSelection(text).indices("t", 20));
		assertEquals(sentence, e.getMessage());
	}
}
