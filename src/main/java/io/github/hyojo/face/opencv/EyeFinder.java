package io.github.hyojo.face.opencv;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

import io.github.hyojo.face.Evidence;
import io.github.hyojo.face.Eyes;
import io.github.hyojo.face.FaceBox;
import io.github.hyojo.face.FoundFace;
import io.github.hyojo.face.Framing;
import io.github.hyojo.face.Placement;
import io.github.hyojo.picture.Picture;

/** Finds the eyes of a face whose place is roughly known. */
final class EyeFinder implements AutoCloseable {

	/** How the face is looked at: its eyes level, about 64 pixels apart. */
	private static final Framing FRAMING = new Framing(0.4, 0.4);
	private static final int SIZE = 160;
	private static final double APART = FRAMING.eyeDistance() * SIZE;
	/** How far an eye may be from where it is expected, at the first and at the second look. */
	private static final double WIDE = 0.22 * APART, NARROW = 0.15 * APART;
	/** How large the squares around an eye are. */
	private static final double SMALLEST = 0.35 * APART, LARGEST = 0.7 * APART;
	/** How far from their median squares are still taken for the same eye. */
	private static final double AGREEMENT = 0.15 * APART;

	/** How much farther apart, or closer together, eyes may be than in most faces. */
	private static final double MOST_GROWTH = 1.18;

	private final Cascade open = new Cascade("haarcascade_eye");
	/** These know closed eyes, too. They are named by the person's own left and right. */
	private final Cascade leftEye = new Cascade("haarcascade_righteye_2splits");
	private final Cascade rightEye = new Cascade("haarcascade_lefteye_2splits");

	/** @return where the eyes mostly are in a square that the cascade for faces gives */
	static Eyes expected(Cascade.Hit face) {
		double y = face.y() + 0.39 * face.size();
		return new Eyes(face.x() + 0.3 * face.size(), y, face.x() + 0.7 * face.size(), y);
	}

	/**
	 * Looks twice: the second time, the face is already level and of the right size, which makes the detectors agree
	 * better from one picture to the next.
	 *
	 * @param picture where the face is
	 * @param expected where its eyes are about
	 * @param box around the face
	 */
	FoundFace find(Picture picture, Eyes expected, FaceBox box) {
		FoundFace first = look(picture, expected, box, WIDE, 1.1);
		if (!isPlausible(first.eyes(), expected)) return new FoundFace(expected, box, Evidence.FACE);
		if (first.evidence() != Evidence.BOTH_EYES) return first;
		FoundFace second = look(picture, first.eyes(), box, NARROW, 1.05);
		return second.evidence() == Evidence.BOTH_EYES && isPlausible(second.eyes(), expected) ? second : first;
	}

	/** Eyelids, brows and the root of the nose are taken for eyes at times; they are not where eyes can be. */
	private static boolean isPlausible(Eyes eyes, Eyes expected) {
		double growth = eyes.distance() / expected.distance();
		return growth < MOST_GROWTH && growth > 1 / MOST_GROWTH;
	}

	private FoundFace look(Picture picture, Eyes expected, FaceBox box, double reach, double step) {
		Placement place = Placement.of(expected, FRAMING, SIZE);
		double height = FRAMING.eyeHeight() * SIZE, leftX = (SIZE - APART) / 2, rightX = (SIZE + APART) / 2;
		try (Mat gray = Cascade.gray(place.cut(picture), SIZE, SIZE)) {
			double[] left = eye(gray, leftX, height, reach, step, leftEye);
			double[] right = eye(gray, rightX, height, reach, step, rightEye);
			if (left == null && right == null) return new FoundFace(expected, box, Evidence.FACE);
			Evidence evidence = left == null || right == null ? Evidence.ONE_EYE : Evidence.BOTH_EYES;
			if (left == null) left = new double[] { leftX + right[0] - rightX, right[1] };
			if (right == null) right = new double[] { rightX + left[0] - leftX, left[1] };
			return new FoundFace(place.source(new Eyes(left[0], left[1], right[0], right[1])), box, evidence);
		}
	}

	/** @return the mean of all squares that any detector takes for an eye, without those far from their median */
	private double[] eye(Mat gray, double x, double y, double reach, double step, Cascade side) {
		int half = (int) (reach + LARGEST / 2);
		int left = (int) x - half, top = (int) y - half;
		List<double[]> centers = new ArrayList<>();
		try (Rect rect = new Rect(left, top, 2 * half, 2 * half); Mat part = new Mat(gray, rect)) {
			for (Cascade detector : List.of(open, side)) {
				for (Cascade.Hit hit : detector.find(part, step, 0, SMALLEST, LARGEST)) {
					double centerX = left + hit.x() + hit.size() / 2.0, centerY = top + hit.y() + hit.size() / 2.0;
					// further up are the brows, which are dark, too
					if (Math.hypot(centerX - x, centerY - y) <= reach) centers.add(new double[] { centerX, centerY });
				}
			}
		}
		if (centers.isEmpty()) return null;
		double medianX = median(centers, 0), medianY = median(centers, 1);
		double sumX = 0, sumY = 0, count = 0;
		for (double[] center : centers) {
			if (Math.hypot(center[0] - medianX, center[1] - medianY) > AGREEMENT) continue;
			sumX += center[0];
			sumY += center[1];
			count++;
		}
		return count == 0 ? new double[] { medianX, medianY } : new double[] { sumX / count, sumY / count };
	}

	private static double median(List<double[]> places, int axis) {
		double[] values = places.stream().mapToDouble(place -> place[axis]).sorted().toArray();
		return values[values.length / 2];
	}

	@Override
	public void close() {
		leftEye.close();
		rightEye.close();
		open.close();
	}
}
