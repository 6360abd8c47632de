package io.github.hyojo.exploration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

/**
 * Faces that are explored, from a dataset or an image.
 *
 * @param images S x S x N, in memory
 * @param labels N names, one line each
 * @param columns what else is known about each face, N texts by heading; empty texts where nothing is known
 */
public record ExploredFaces(RandomAccessibleInterval<ARGBType> images, List<String> labels,
	Map<String, List<String>> columns)
{

	/** @throws HyojoException if there are fewer faces than make a plane */
	public ExploredFaces {
		if (labels.size() < 3) {
			throw new HyojoException("There are " + labels.size() + " faces, which make no map: give 3 or more.");
		}
	}

	/**
	 * Copies faces, so that they are still there when the image is closed.
	 *
	 * @param faces S x S x N, read once and in order
	 * @param progress hears of every face
	 * @return the same in memory
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	public static RandomAccessibleInterval<ARGBType> copy(RandomAccessibleInterval<ARGBType> faces, Progress progress) {
		RandomAccessibleInterval<ARGBType> copy = PlanarImgs.argbs(faces.dimensionsAsLongArray());
		for (long n = 0; n < faces.dimension(2); n++) {
			progress.checkCanceled();
			progress.report("Reading faces", n, faces.dimension(2));
			ImgUtil.copy(Views.hyperSlice(faces, 2, faces.min(2) + n), Views.hyperSlice(copy, 2, n));
		}
		progress.report("Reading faces", faces.dimension(2), faces.dimension(2));
		return copy;
	}

	/**
	 * @param more columns of N texts by heading; of a heading that is there already they take the place
	 * @return the same faces, of which that is known, too
	 */
	public ExploredFaces withColumns(Map<String, List<String>> more) {
		Map<String, List<String>> all = new LinkedHashMap<>(columns);
		all.putAll(more);
		return new ExploredFaces(images, labels, all);
	}

	/** @return number N of faces */
	public int count() {
		return labels.size();
	}

	/**
	 * @param index 0 to N - 1
	 * @return S x S, one of the images
	 */
	public RandomAccessibleInterval<ARGBType> image(int index) {
		return Views.hyperSlice(images, 2, images.min(2) + index);
	}
}
