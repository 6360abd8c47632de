package io.github.hyojo.data;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class FaceTest {

	@Test
	public void theLabelTellsTheExpressionIfItIsKnown() {
		assertEquals("S001 surprise 1.00\na/1.png", new Face("a/1.png", "S001", "002", 11, "surprise", 1.0).label());
		assertEquals("花子 笑顔 0.67\n顔.png", new Face("顔.png", "花子", "", 3, "笑顔", 2 / 3.0).label());
	}

	@Test
	public void theLabelTellsTheFrameOtherwise() {
		assertEquals("S001 002 11\na/1.png", new Face("a/1.png", "S001", "002", 11, null, null).label());
		assertEquals("S001 002 11\na/1.png", new Face("a/1.png", "S001", "002", 11, "surprise", null).label());
		assertEquals("S001 11\na/1.png", new Face("a/1.png", "S001", "", 11, null, 0.5).label());
	}

	@Test
	public void theFirstLineIsOneLine() {
		assertEquals("S 1 0\nf", new Face("f", "S\r\n1", "", 0, null, null).label());
	}
}
