package io.github.hyojo.evaluation;

import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.op.Features;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A part of a dataset with the features of its faces, which all measures share.
 *
 * @param part which
 * @param faces its N faces
 * @param identity N x I identity features
 * @param expression N x E expression features
 * @param recognition the faces in which an expression shows
 */
record EncodedPart(Part part, FaceDataset faces, double[][] identity, double[][] expression,
	RecognitionSet recognition) {

	static EncodedPart of(Part part, FaceDataset faces, RecognitionSet recognition, TrainedMethod method,
		Progress progress)
	{
		Features features = method.encode(faces, progress);
		return new EncodedPart(part, faces, rows(features.identity()), rows(features.expression()), recognition);
	}

	/** @return the identity features of the faces in which an expression shows */
	double[][] shownIdentity() {
		return select(identity);
	}

	/** @return the expression features of the faces in which an expression shows */
	double[][] shownExpression() {
		return select(expression);
	}

	private double[][] select(double[][] features) {
		double[][] selected = new double[recognition.count()][];
		for (int i = 0; i < selected.length; i++) selected[i] = features[recognition.indices()[i]];
		return selected;
	}

	/** @return a row per face */
	static double[][] rows(RandomAccessibleInterval<FloatType> features) {
		double[][] rows = new double[(int) features.dimension(1)][(int) features.dimension(0)];
		RandomAccess<FloatType> access = features.randomAccess();
		for (int n = 0; n < rows.length; n++) {
			for (int d = 0; d < rows[n].length; d++) {
				rows[n][d] = access.setPositionAndGet(features.min(0) + d, features.min(1) + n).get();
			}
		}
		return rows;
	}
}
