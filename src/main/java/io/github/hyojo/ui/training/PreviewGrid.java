package io.github.hyojo.ui.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import io.github.hyojo.training.TrainingListener.Preview;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** A preview as a picture: identities on top, expressions at the left, where they cross what the model makes of them. */
final class PreviewGrid {

	private static final int GAP = 2;
	/** Between the originals and the rest. */
	private static final int HEADER_GAP = 8;

	private PreviewGrid() {}

	/**
	 * @param preview I identities and E expressions of S x S pixels
	 * @return (I + 1) x (E + 1) cells, at their size, on white
	 */
	static BufferedImage of(Preview preview) {
		int size = (int) preview.identities().dimension(0);
		int columns = (int) preview.identities().dimension(2);
		int rows = (int) preview.expressions().dimension(2);
		BufferedImage picture = new BufferedImage(place(columns, size) + size, place(rows, size) + size,
			BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		graphics.dispose();
		for (int c = 0; c < columns; c++) draw(picture, preview.identities(), c, place(c + 1, size), 0);
		for (int r = 0; r < rows; r++) {
			draw(picture, preview.expressions(), r, 0, place(r + 1, size));
			for (int c = 0; c < columns; c++) draw(picture, preview.swapped(), r * columns + c, place(c + 1, size), place(r + 1,
				size));
		}
		return picture;
	}

	private static int place(int cell, int size) {
		return cell * (size + GAP) + (cell > 0 ? HEADER_GAP - GAP : 0);
	}

	private static void draw(BufferedImage picture, RandomAccessibleInterval<ARGBType> stack, int index, int x, int y) {
		var image = Views.flatIterable(Views.hyperSlice(stack, 2, stack.min(2) + index));
		int size = (int) image.dimension(0);
		int[] pixels = new int[(int) image.size()];
		int next = 0;
		for (ARGBType pixel : image) pixels[next++] = pixel.get();
		picture.setRGB(x, y, size, pixels.length / size, pixels, 0, size);
	}
}
