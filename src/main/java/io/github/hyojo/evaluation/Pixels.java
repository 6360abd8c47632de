package io.github.hyojo.evaluation;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * The pixels of an image as numbers.
 *
 * @param size edge length S
 * @param rgb red, green and blue of each pixel, row by row, 0 to 1
 */
record Pixels(int size, double[] rgb) {

	/**
	 * @param images S x S x N
	 * @param index of an image
	 * @return its pixels
	 */
	static Pixels of(RandomAccessibleInterval<ARGBType> images, int index) {
		int size = (int) images.dimension(0);
		double[] rgb = new double[3 * size * size];
		int i = 0;
		for (ARGBType pixel : Views.flatIterable(Views.hyperSlice(images, 2, images.min(2) + index))) {
			int color = pixel.get();
			rgb[i++] = ARGBType.red(color) / 255.0;
			rgb[i++] = ARGBType.green(color) / 255.0;
			rgb[i++] = ARGBType.blue(color) / 255.0;
		}
		return new Pixels(size, rgb);
	}

	/** @return brightness of each pixel by ITU-R BT.601: 0.299 red + 0.587 green + 0.114 blue, 0 to 1 */
	double[] luma() {
		double[] luma = new double[size * size];
		for (int i = 0; i < luma.length; i++) {
			luma[i] = 0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2];
		}
		return luma;
	}
}
