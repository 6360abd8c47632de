package io.github.hyojo.exploration;

import io.github.hyojo.Progress;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.op.Decode;
import io.github.hyojo.op.Encode;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Whose face is drawn.
 *
 * @param label one line
 * @param image S x S, the picture that shows the person
 * @param identity I features of the picture
 */
public record Person(String label, RandomAccessibleInterval<ARGBType> image, float[] identity) {

	/**
	 * Looks at a picture of a person.
	 *
	 * @param label one line
	 * @param picture S x S x 1, in memory
	 * @param model encodes it
	 * @param progress hears of it
	 * @return the person
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	public static Person of(String label, RandomAccessibleInterval<ARGBType> picture, ExpressionModel model,
		Progress progress)
	{
		float[] identity = new float[model.identityFeatures()];
		Cursor<FloatType> features = Views.flatIterable(Encode.identity(model, picture, progress)).cursor();
		for (int i = 0; i < identity.length; i++) identity[i] = features.next().get();
		return new Person(label, Views.hyperSlice(picture, 2, picture.min(2)), identity);
	}

	/**
	 * Draws this person.
	 *
	 * @param model that encoded the picture
	 * @param expressions E x N features: what the person does
	 * @param progress hears of every batch
	 * @return S x S x N faces
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	public RandomAccessibleInterval<ARGBType> draw(ExpressionModel model,
		RandomAccessibleInterval<FloatType> expressions, Progress progress)
	{
		RandomAccessibleInterval<FloatType> one = ArrayImgs.floats(identity, identity.length, 1);
		return Decode.decode(model, Views.interval(Views.extendBorder(one), new long[2], new long[] { identity.length - 1,
			expressions.dimension(1) - 1 }), expressions, progress);
	}
}
