package io.github.hyojo.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LANCZOS4;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;
import static org.bytedeco.opencv.global.opencv_video.MOTION_EUCLIDEAN;
import static org.bytedeco.opencv.global.opencv_video.findTransformECC;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.TermCriteria;

import io.github.hyojo.HyojoException;
import io.github.hyojo.face.Motion;
import io.github.hyojo.face.Steadying;
import io.github.hyojo.isolation.Isolated;

/**
 * Steadies faces by the motion of the greatest enhanced correlation coefficient (Evangelidis and Psarakis 2008), which
 * does not change with brightness and contrast. The mean is taken twice, the second time of the moved faces.
 */
final class CorrelationSteadying implements Steadying {

	private static final int PASSES = LOOKS / 2;
	private static final int MOST_STEPS = 50;
	private static final double SMALLEST_GAIN = 1e-4;
	/** Edge length of the window by which both pictures are smoothed, in pixels. */
	private static final int SMOOTHING = 3;
	/** A face that had to move further, as a fraction of its edge, or to turn further, is not like the others. */
	private static final double FARTHEST = 0.2, STEEPEST = Math.toRadians(20);

	private final int size;

	CorrelationSteadying(int size) {
		this.size = size;
		try {
			// Threads of OpenCV's own add up in changing order.
			opencv_core.setNumThreads(1);
		}
		catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
			throw new HyojoException("Faces cannot be steadied on this machine, because OpenCV's library is missing or does"
				+ " not load (" + Isolated.reason("opencv", e) + "); install it, or write steady=false.", e);
		}
	}

	@Override
	public List<Motion> motions(int count, IntFunction<int[]> faces, Runnable next) {
		List<Motion> motions = new ArrayList<>();
		for (int i = 0; i < count; i++) motions.add(Motion.NONE);
		for (int pass = 0; pass < PASSES; pass++) {
			float[] sum = new float[size * size];
			for (int i = 0; i < count; i++) {
				next.run();
				int[] face = faces.apply(i);
				float[] gray = gray(pass == 0 ? face : apply(face, motions.get(i)));
				for (int k = 0; k < sum.length; k++) sum[k] += gray[k];
			}
			for (int k = 0; k < sum.length; k++) sum[k] /= count;
			for (int i = 0; i < count; i++) {
				next.run();
				motions.set(i, motion(sum, gray(faces.apply(i)), motions.get(i)));
			}
		}
		return motions;
	}

	@Override
	public int[] apply(int[] face, Motion motion) {
		if (motion.equals(Motion.NONE)) return face;
		try (PointerScope scope = new PointerScope()) {
			Mat from = new Mat(size, size, CV_8UC4), to = new Mat(size, size, CV_8UC4);
			new IntPointer(from.data()).put(face);
			warpAffine(from, to, matrix(motion), from.size(), INTER_LANCZOS4 + WARP_INVERSE_MAP, BORDER_REPLICATE,
				new Scalar());
			int[] moved = new int[face.length];
			new IntPointer(to.data()).get(moved);
			// the window of Lanczos overshoots, in the alpha channel, too
			for (int i = 0; i < moved.length; i++) moved[i] |= 0xff000000;
			return moved;
		}
	}

	/** @return how a face comes to lie on the mean, beginning with a guess */
	private Motion motion(float[] mean, float[] face, Motion guess) {
		try (PointerScope scope = new PointerScope()) {
			Mat matrix = matrix(guess);
			TermCriteria stop = new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, MOST_STEPS, SMALLEST_GAIN);
			findTransformECC(mat(mean), mat(face), matrix, MOTION_EUCLIDEAN, stop, new Mat(), SMOOTHING);
			float[] values = new float[6];
			new FloatPointer(matrix.data()).get(values);
			Motion found = new Motion(Math.atan2(values[3], values[0]), values[2], values[5]);
			return isSmall(found) ? found : Motion.NONE;
		}
		catch (RuntimeException e) { // OpenCV's way to say that it found none
			return Motion.NONE;
		}
	}

	private boolean isSmall(Motion motion) {
		// the face's centre says how far it moves: its corner, around which a motion turns, moves further
		double middle = (size - 1) / 2.0, cos = Math.cos(motion.angle()), sin = Math.sin(motion.angle());
		double right = middle * cos - middle * sin + motion.x() - middle;
		double down = middle * sin + middle * cos + motion.y() - middle;
		return Math.hypot(right, down) <= FARTHEST * size && Math.abs(motion.angle()) <= STEEPEST;
	}

	private static Mat matrix(Motion motion) {
		float cos = (float) Math.cos(motion.angle()), sin = (float) Math.sin(motion.angle());
		Mat matrix = new Mat(2, 3, CV_32FC1);
		new FloatPointer(matrix.data()).put(cos, -sin, (float) motion.x(), sin, cos, (float) motion.y());
		return matrix;
	}

	private Mat mat(float[] values) {
		Mat mat = new Mat(size, size, CV_32FC1);
		new FloatPointer(mat.data()).put(values);
		return mat;
	}

	private static float[] gray(int[] argb) {
		float[] gray = new float[argb.length];
		for (int i = 0; i < gray.length; i++) {
			// BT.601
			gray[i] = 0.299f * (argb[i] >> 16 & 0xff) + 0.587f * (argb[i] >> 8 & 0xff) + 0.114f * (argb[i] & 0xff);
		}
		return gray;
	}
}
