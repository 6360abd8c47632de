package io.github.hyojo.benchmark;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * The machine's own limit: how fast TensorFlow multiplies large square matrices of single precision, which is the most
 * that anything made of multiplications and additions can hope for.
 */
final class MatrixMultiplication {

	private static final int[] SIZES = { 512, 1024, 2048 };
	private static final int REPEATS = 5;
	/** Of a repeat: a tenth of a second or so. */
	private static final double OPERATIONS = 3e10;

	private MatrixMultiplication() {}

	/** @return floating-point operations per second in the best repeat of the best size, in billions; TensorFlow runs */
	static double limit() {
		double best = 0;
		for (int size : SIZES) {
			best = Math.max(best, limit(size));
		}
		return best;
	}

	private static double limit(int size) {
		double operations = 2.0 * size * size * size;
		int count = (int) Math.ceil(OPERATIONS / operations);
		try (Graph graph = new Graph(); Session session = new Session(graph)) {
			Ops tf = Ops.create(graph);
			Variable<TFloat32> matrix = tf.variable(Shape.of(size, size), TFloat32.class);
			session.run(tf.assign(matrix, tf.random.randomUniform(tf.constant(new int[] { size, size }), TFloat32.class)));
			// of a variable, so that nothing can be computed beforehand
			var product = tf.linalg.matMul(matrix, matrix).op();
			double best = 0;
			for (int repeat = 0; repeat < REPEATS; repeat++) {
				long start = System.nanoTime();
				for (int i = 0; i < count; i++) {
					session.runner().addTarget(product).run().close();
				}
				best = Math.max(best, count * operations / (System.nanoTime() - start));
			}
			return best;
		}
	}
}
