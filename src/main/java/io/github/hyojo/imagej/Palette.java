package io.github.hyojo.imagej;

import java.awt.Color;

/** Grey and the eight colours of Okabe and Ito, which colour-blind people tell apart, too. */
public final class Palette {

	private static final int[] COLORS = { 0x999999, 0x56b4e9, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7, 0x009e73, 0xe69f00,
		0x000000 };

	/** How many colours there are. */
	public static final int SIZE = COLORS.length;

	private Palette() {}

	/**
	 * @param index of a group, 0 or greater
	 * @return its colour; the tenth has the first one's again
	 */
	public static Color color(int index) {
		return new Color(COLORS[index % SIZE]);
	}
}
