package io.github.hyojo.op;

import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.model.ExpressionModel;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/** One person's face on the way from one expression to another. */
public final class Interpolate {

	private Interpolate() {}

	/**
	 * Blends the expression of one face into that of another, step by step, while the identity stays the first one's, as
	 * in the paper's figure 4.
	 *
	 * @param model a trained model
	 * @param source S x S x 1: who is shown, and the expression at 0
	 * @param target S x S x 1: the expression at 1
	 * @param from position of the first image; below 0 exaggerates away from the target
	 * @param to position of the last image; above 1 exaggerates the target
	 * @param steps number of images, at equal distances; at least 2
	 * @param progress hears of every batch
	 * @return S x S x steps faces
	 * @throws HyojoException if there is more than one source or target, fewer than 2 steps, or the model does not separate
	 *           expression from identity
	 * @throws CancellationException if the progress is canceled
	 * @implNote op names='expression.interpolate'
	 */
	public static RandomAccessibleInterval<ARGBType> expression(ExpressionModel model,
		RandomAccessibleInterval<ARGBType> source, RandomAccessibleInterval<ARGBType> target, double from, double to,
		int steps, Progress progress)
	{
		model.method().checkSeparates();
		if (source.dimension(2) != 1 || target.dimension(2) != 1) {
			throw new HyojoException("An interpolation goes from one face to one other, not from " + source.dimension(2)
				+ " to " + target.dimension(2) + ": choose single images.");
		}
		RandomAccessibleInterval<FloatType> identity = Encode.identity(model, source, progress);
		RandomAccessibleInterval<FloatType> expression = blend(Encode.expression(model, source, progress), Encode.expression(
			model, target, progress), from, to, steps);
		RandomAccessibleInterval<ARGBType> faces = Decode.faces(model, steps);
		Decode.pairs("Interpolating expressions", model, identity, n -> 0, expression, n -> n, progress, faces);
		return faces;
	}

	/**
	 * Features on the straight line through two.
	 *
	 * @param source E x 1, at position 0
	 * @param target E x 1, at position 1
	 * @param from position of the first
	 * @param to position of the last
	 * @param steps number of features, at equal distances; at least 2
	 * @return E x steps
	 * @throws HyojoException if there are fewer than 2 steps, a position is not a number, or the two have different numbers
	 *           of features
	 * @implNote op names='expression.blend'
	 */
	public static RandomAccessibleInterval<FloatType> blend(RandomAccessibleInterval<FloatType> source,
		RandomAccessibleInterval<FloatType> target, double from, double to, int steps)
	{
		if (steps < 2) throw new HyojoException("An interpolation of " + steps + " images is none: take at least 2.");
		if (!Double.isFinite(from) || !Double.isFinite(to)) {
			throw new HyojoException("An interpolation from " + from + " to " + to + " is not possible: give two numbers.");
		}
		if (source.dimension(0) != target.dimension(0)) {
			throw new HyojoException("A blend goes from " + source.dimension(0) + " features to as many, not " + target
				.dimension(0) + ": give features of one model.");
		}
		Img<FloatType> blended = ArrayImgs.floats(source.dimension(0), steps);
		RandomAccess<FloatType> a = source.randomAccess();
		RandomAccess<FloatType> b = target.randomAccess();
		Cursor<FloatType> cursor = blended.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			double t = from + (to - from) * cursor.getLongPosition(1) / (steps - 1);
			a.setPosition(new long[] { source.min(0) + cursor.getLongPosition(0), source.min(1) });
			b.setPosition(new long[] { target.min(0) + cursor.getLongPosition(0), target.min(1) });
			cursor.get().setReal((1 - t) * a.get().get() + t * b.get().get());
		}
		return blended;
	}
}
