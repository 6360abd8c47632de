package io.github.hyojo.evaluation;

import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.op.Decode;
import io.github.hyojo.op.Encode;
import io.github.hyojo.op.Features;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A method that looks at nothing but the pictures: rows 1 to 5, with an encoder for identity and one for expression, and
 * row 6, whose whole latent counts as expression. Serves everybody.
 *
 * @param model a trained model
 */
record PicturesAlone(ExpressionModel model) implements TrainedMethod {

	@Override
	public boolean serves(FaceDataset faces) {
		return true;
	}

	@Override
	public Features encode(FaceDataset faces, Progress progress) {
		return Encode.encode(model, faces.images(), progress);
	}

	@Override
	public RandomAccessibleInterval<ARGBType> decode(RandomAccessibleInterval<FloatType> identity,
		RandomAccessibleInterval<FloatType> expression, Progress progress)
	{
		return Decode.decode(model, identity, expression, progress);
	}
}
