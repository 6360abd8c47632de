package io.github.hyojo.evaluation;

/**
 * SSIM of two grey images (Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli, <em>Image Quality Assessment: From Error
 * Visibility to Structural Similarity</em>, IEEE Transactions on Image Processing 13(4), 2004): Gaussian window of 11 x 11
 * pixels with sigma 1.5, K1 = 0.01, K2 = 0.03; mean over the positions at which the window lies within the image.
 */
final class StructuralSimilarity {

	private static final int WINDOW = 11;
	private static final double SIGMA = 1.5;
	/** (K L)^2 with L = 1. */
	private static final double C1 = 0.01 * 0.01;
	private static final double C2 = 0.03 * 0.03;
	private static final double[] GAUSSIAN = gaussian();

	private StructuralSimilarity() {}

	/**
	 * @param x size * size pixels, row by row, 0 to 1
	 * @param y as many
	 * @param size edge length, at least 11
	 * @return from -1 to 1, which is the same image
	 */
	static double of(double[] x, double[] y, int size) {
		double[] mx = smooth(x, size);
		double[] my = smooth(y, size);
		double[] xx = smooth(product(x, x), size);
		double[] yy = smooth(product(y, y), size);
		double[] xy = smooth(product(x, y), size);
		double sum = 0;
		for (int i = 0; i < mx.length; i++) {
			double vx = xx[i] - mx[i] * mx[i];
			double vy = yy[i] - my[i] * my[i];
			double cov = xy[i] - mx[i] * my[i];
			sum += (2 * mx[i] * my[i] + C1) * (2 * cov + C2) / ((mx[i] * mx[i] + my[i] * my[i] + C1) * (vx + vy + C2));
		}
		return sum / mx.length;
	}

	/** The window's weighted mean where it lies within the image, first along the rows, then along the columns. */
	private static double[] smooth(double[] image, int size) {
		int valid = size - WINDOW + 1;
		double[] rows = new double[size * valid];
		for (int y = 0; y < size; y++) {
			for (int x = 0; x < valid; x++) {
				for (int k = 0; k < WINDOW; k++) rows[y * valid + x] += GAUSSIAN[k] * image[y * size + x + k];
			}
		}
		double[] smooth = new double[valid * valid];
		for (int y = 0; y < valid; y++) {
			for (int k = 0; k < WINDOW; k++) {
				for (int x = 0; x < valid; x++) smooth[y * valid + x] += GAUSSIAN[k] * rows[(y + k) * valid + x];
			}
		}
		return smooth;
	}

	private static double[] product(double[] a, double[] b) {
		double[] product = new double[a.length];
		for (int i = 0; i < a.length; i++) product[i] = a[i] * b[i];
		return product;
	}

	private static double[] gaussian() {
		double[] weights = new double[WINDOW];
		double sum = 0;
		for (int i = 0; i < WINDOW; i++) {
			double distance = i - WINDOW / 2;
			weights[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
			sum += weights[i];
		}
		for (int i = 0; i < WINDOW; i++) weights[i] /= sum;
		return weights;
	}
}
