package io.github.hyojo.evaluation;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.KnownSubjects;
import io.github.hyojo.op.Decode;
import io.github.hyojo.op.Encode;
import io.github.hyojo.op.Features;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A method that is told whose each face is: row 8. Identity features are the code of the subject, see
 * {@link KnownSubjects}, so training subjects only are served.
 *
 * @param model a trained conditional model
 */
record Conditional(ExpressionModel model) implements TrainedMethod {

	@Override
	public boolean serves(FaceDataset faces) {
		return model.subjects().containsAll(faces.subjects());
	}

	@Override
	public Features encode(FaceDataset faces, Progress progress) {
		float[] code = new KnownSubjects(model.subjects()).code(faces.faces().stream().map(Face::subject).toList());
		RandomAccessibleInterval<FloatType> identity = ArrayImgs.floats(code, model.identityFeatures(), faces.count());
		return new Features(identity, Encode.expression(model, faces.images(), identity, progress));
	}

	@Override
	public RandomAccessibleInterval<ARGBType> decode(RandomAccessibleInterval<FloatType> identity,
		RandomAccessibleInterval<FloatType> expression, Progress progress)
	{
		return Decode.decode(model, identity, expression, progress);
	}
}
