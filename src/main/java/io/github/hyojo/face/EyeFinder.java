package io.github.hyojo.face;

import java.util.List;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

import io.github.hyojo.picture.Picture;

/** Finds the eyes of a face whose place is roughly known. */
final class EyeFinder implements AutoCloseable {

	/** How the face is looked at: its eyes level, about 64 pixels apart. */
	private static final Framing FRAMING = new Framing(0.4, 0.4);
	private static final int SIZE = 160;
	private static final double APART = FRAMING.eyeDistance() * SIZE;
	/** How far an eye may be from where it is expected. */
	private static final double REACH = 0.4 * APART;

	private final Cascade open = new Cascade("haarcascade_eye");

	/** @return where the eyes mostly are in a square that the cascade for faces gives */
	static Eyes expected(Cascade.Hit face) {
		double y = face.y() + 0.39 * face.size();
		return new Eyes(face.x() + 0.3 * face.size(), y, face.x() + 0.7 * face.size(), y);
	}

	/**
	 * @param picture where the face is
	 * @param expected where its eyes are about
	 * @param box around the face
	 */
	FoundFace find(Picture picture, Eyes expected, FaceBox box) {
		Placement place = Placement.of(expected, FRAMING, SIZE);
		double height = FRAMING.eyeHeight() * SIZE, leftX = (SIZE - APART) / 2, rightX = (SIZE + APART) / 2;
		try (Mat gray = Cascade.gray(place.cut(picture), SIZE, SIZE)) {
			double[] left = eye(gray, leftX, height), right = eye(gray, rightX, height);
			if (left == null && right == null) return new FoundFace(expected, box, Evidence.FACE);
			Evidence evidence = left == null || right == null ? Evidence.ONE_EYE : Evidence.BOTH_EYES;
			if (left == null) left = new double[] { leftX + right[0] - rightX, right[1] };
			if (right == null) right = new double[] { rightX + left[0] - leftX, left[1] };
			return new FoundFace(place.source(new Eyes(left[0], left[1], right[0], right[1])), box, evidence);
		}
	}

	private double[] eye(Mat gray, double x, double y) {
		int left = (int) (x - 1.5 * REACH), top = (int) (y - 1.5 * REACH), size = (int) (3 * REACH);
		try (Rect rect = new Rect(left, top, size, size); Mat part = new Mat(gray, rect)) {
			List<Cascade.Hit> hits = open.find(part, 1.05, 0, 0.35 * APART, 0.8 * APART);
			if (hits.isEmpty()) return null;
			double sumX = 0, sumY = 0;
			for (Cascade.Hit hit : hits) {
				sumX += hit.x() + hit.size() / 2.0;
				sumY += hit.y() + hit.size() / 2.0;
			}
			return new double[] { left + sumX / hits.size(), top + sumY / hits.size() };
		}
	}

	@Override
	public void close() {
		open.close();
	}
}
