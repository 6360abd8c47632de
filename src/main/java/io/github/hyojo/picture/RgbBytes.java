package io.github.hyojo.picture;

/** Colours as they are kept in files: three bytes for each pixel, red, green and blue. */
public final class RgbBytes {

	private static final int OPAQUE = 0xff000000;

	private RgbBytes() {}

	/**
	 * @param argb packed colours of N pixels; how opaque they are is lost
	 * @return 3 N bytes
	 */
	public static byte[] of(int[] argb) {
		byte[] rgb = new byte[3 * argb.length];
		for (int i = 0; i < argb.length; i++) {
			rgb[3 * i] = (byte) (argb[i] >> 16);
			rgb[3 * i + 1] = (byte) (argb[i] >> 8);
			rgb[3 * i + 2] = (byte) argb[i];
		}
		return rgb;
	}

	/**
	 * @param rgb 3 N bytes
	 * @return packed colours of N pixels, opaque
	 */
	public static int[] argb(byte[] rgb) {
		int[] argb = new int[rgb.length / 3];
		for (int i = 0; i < argb.length; i++) {
			argb[i] = OPAQUE | (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff;
		}
		return argb;
	}
}
