package io.github.hyojo.face.opencv;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

import io.github.hyojo.HyojoException;
import io.github.hyojo.face.Eyes;
import io.github.hyojo.face.FaceBox;
import io.github.hyojo.face.FaceFinder;
import io.github.hyojo.face.FoundFace;
import io.github.hyojo.face.Placement;
import io.github.hyojo.isolation.Isolated;
import io.github.hyojo.picture.Picture;

/** Finds faces by OpenCV's cascades. */
final class CascadeFinder implements FaceFinder {

	/** Longest edge of the picture in which faces are looked for first, and then if none is found. */
	private static final int[] SEARCH_SIZES = { 480, 1200 };
	/** How far heads may lean, in degrees, in the order in which it is tried. */
	private static final double[] ROLLS = { 0, -20, 20, -35, 35 };
	private static final double SMALLEST_FACE = 40;

	private final Cascade faces;
	private final EyeFinder eyes;

	CascadeFinder() {
		try {
			// Threads of OpenCV's own find the same in changing order, and there may be a finder per core already.
			opencv_core.setNumThreads(1);
			faces = new Cascade("haarcascade_frontalface_alt2");
			eyes = new EyeFinder();
		}
		catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
			throw new HyojoException("Faces cannot be found on this machine, because OpenCV's library is missing or does"
				+ " not load (" + Isolated.reason("opencv", e) + "); install it, or align by landmarks or not at all.", e);
		}
	}

	@Override
	public Optional<FoundFace> find(Picture picture) {
		int longest = Math.max(picture.width(), picture.height());
		for (int size : SEARCH_SIZES) {
			double scale = Math.max(1, (double) longest / size);
			for (double roll : ROLLS) {
				Optional<FoundFace> face = find(picture, Math.toRadians(roll), scale);
				if (face.isPresent()) return face;
			}
			if (scale == 1) break;
		}
		return Optional.empty();
	}

	private Optional<FoundFace> find(Picture picture, double roll, double scale) {
		Placement search = Placement.whole(picture, roll, scale);
		List<Cascade.Hit> hits;
		try (Mat gray = Cascade.gray(search.cut(picture), search.width(), search.height())) {
			hits = faces.find(gray, 1.1, 3, SMALLEST_FACE, Math.max(search.width(), search.height()));
		}
		return hits.stream().max(Comparator.comparingInt(hit -> hit.size() * hit.votes()))
			.map(hit -> face(picture, search, hit));
	}

	private FoundFace face(Picture picture, Placement search, Cascade.Hit hit) {
		double width = hit.size() * search.scale();
		double x = hit.x() + hit.size() / 2.0, y = hit.y() + hit.size() / 2.0;
		FaceBox box = new FaceBox(search.sourceX(x, y) - width / 2, search.sourceY(x, y) - width / 2, width, width);
		Eyes expected = search.source(EyeFinder.expected(hit));
		return eyes.find(picture, expected, box);
	}

	@Override
	public void close() {
		faces.close();
		eyes.close();
	}
}
