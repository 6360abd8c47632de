package io.github.hyojo.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import io.github.hyojo.Progress;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.model.ExpressionModel;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** A person all over the map: the first component grows to the right, the second one upwards. */
public final class FaceGrid {

	private FaceGrid() {}

	/**
	 * @param title the image's title
	 * @param exploration whose person is drawn, where its faces are
	 * @param steps faces per side, at least 1
	 * @param model draws them
	 * @param progress hears of every batch
	 * @return an RGB image, labelled with coordinates, that is not shown yet
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	public static ImagePlus of(String title, Exploration exploration, int steps, ExpressionModel model,
		Progress progress)
	{
		List<double[]> places = exploration.space().grid(steps);
		RandomAccessibleInterval<ARGBType> faces = exploration.person().draw(model, exploration.space().expressions(places),
			progress);
		List<List<RandomAccessibleInterval<ARGBType>>> rows = new ArrayList<>();
		List<String> across = new ArrayList<>();
		List<String> down = new ArrayList<>();
		for (int r = 0; r < steps; r++) {
			List<RandomAccessibleInterval<ARGBType>> row = new ArrayList<>();
			for (int c = 0; c < steps; c++) row.add(Views.hyperSlice(faces, 2, r * steps + c));
			rows.add(row);
			across.add(text(places.get(r)[0]));
			double[] first = places.get(r * steps);
			down.add(first.length > 1 ? text(first[1]) : "");
		}
		return Montage.evenly(title, rows, across, down);
	}

	private static String text(double coordinate) {
		return String.format(Locale.ROOT, "%.2f", coordinate);
	}
}
