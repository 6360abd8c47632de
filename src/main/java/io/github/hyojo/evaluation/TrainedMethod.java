package io.github.hyojo.evaluation;

import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.Method;
import io.github.hyojo.op.Features;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A trained row of the paper's table 1, as an evaluation sees it: faces of known subjects become features, and features
 * become faces. Some rows look at nothing but the pictures, others need to know whose they are.
 */
public interface TrainedMethod {

	/**
	 * @param method a row of table 1
	 * @param model what was trained for it; stays the caller's to close
	 * @return how this row sees faces
	 * @throws HyojoException if the model was trained with another method
	 */
	static TrainedMethod of(Method method, ExpressionModel model) {
		if (model.method() != method.trained()) {
			throw new HyojoException("The model was trained with the method " + model.method().key() + ", not with " + method
				.trained().key() + " as " + method.key() + " wants it: choose such a model.");
		}
		return switch (method) {
			case CONVENTIONAL, ADVERSARIAL, SWITCH, ITERATED, ITERATED_128, VAE -> new PicturesAlone(model);
			case VAE_MINUS_SUBJECT_MEAN -> new MinusSubjectMean(model);
			case C_VAE -> new Conditional(model);
		};
	}

	/**
	 * @param faces of subjects, of whom some may be unseen in training
	 * @return whether {@link #encode} can encode all of them
	 */
	boolean serves(FaceDataset faces);

	/**
	 * Encodes faces.
	 *
	 * @param faces N faces of S x S pixels
	 * @param progress hears of every batch
	 * @return I x N identity features (I is 0 where the method has none) and E x N expression features
	 * @throws HyojoException if a subject is not served, or the faces have another size than the model's
	 * @throws CancellationException if the progress is canceled
	 */
	Features encode(FaceDataset faces, Progress progress);

	/**
	 * Draws faces.
	 *
	 * @param identity I x N identity features, of {@link #encode}
	 * @param expression E x N expression features, of {@link #encode}, of the same faces or of others
	 * @param progress hears of every batch
	 * @return S x S x N faces
	 * @throws CancellationException if the progress is canceled
	 */
	RandomAccessibleInterval<ARGBType> decode(RandomAccessibleInterval<FloatType> identity,
		RandomAccessibleInterval<FloatType> expression, Progress progress);
}
