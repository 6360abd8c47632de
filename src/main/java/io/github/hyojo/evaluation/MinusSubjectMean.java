package io.github.hyojo.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.KnownSubjects;
import io.github.hyojo.op.Decode;
import io.github.hyojo.op.Encode;
import io.github.hyojo.op.Features;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A variational autoencoder whose latents are taken apart: identity is the mean over all the subject's faces in the
 * dataset that is encoded, expression is what is left: row 7. The paper gives no figure for test subjects, so training
 * subjects only are served.
 *
 * @param model a trained model with one encoder
 */
record MinusSubjectMean(ExpressionModel model) implements TrainedMethod {

	@Override
	public boolean serves(FaceDataset faces) {
		return model.subjects().containsAll(faces.subjects());
	}

	@Override
	public Features encode(FaceDataset faces, Progress progress) {
		List<String> subjects = faces.faces().stream().map(Face::subject).toList();
		new KnownSubjects(model.subjects()).check(subjects);
		RandomAccessibleInterval<FloatType> z = Encode.expression(model, faces.images(), progress);
		Img<FloatType> mean = means(z, subjects);
		Img<FloatType> rest = ArrayImgs.floats(z.dimensionsAsLongArray());
		LoopBuilder.setImages(z, mean, rest).forEachPixel((a, b, c) -> c.set(a.get() - b.get()));
		return new Features(mean, rest);
	}

	@Override
	public RandomAccessibleInterval<ARGBType> decode(RandomAccessibleInterval<FloatType> identity,
		RandomAccessibleInterval<FloatType> expression, Progress progress)
	{
		Img<FloatType> z = ArrayImgs.floats(expression.dimensionsAsLongArray());
		LoopBuilder.setImages(identity, expression, z).forEachPixel((a, b, c) -> c.set(a.get() + b.get()));
		return Decode.decode(model, Features.none(z.dimension(1)), z, progress);
	}

	/** For each face the mean over its subject's. */
	private static Img<FloatType> means(RandomAccessibleInterval<FloatType> z, List<String> subjects) {
		Map<String, int[]> faces = new LinkedHashMap<>();
		for (String subject : subjects) {
			faces.computeIfAbsent(subject, s -> IntStream.range(0, subjects.size()).filter(i -> subjects.get(i).equals(s))
				.toArray());
		}
		Img<FloatType> means = ArrayImgs.floats(z.dimensionsAsLongArray());
		RandomAccess<FloatType> from = z.randomAccess();
		RandomAccess<FloatType> to = means.randomAccess();
		for (int[] own : faces.values()) {
			for (int d = 0; d < z.dimension(0); d++) {
				double sum = 0;
				for (int n : own) sum += from.setPositionAndGet(d, n).get();
				for (int n : own) to.setPositionAndGet(d, n).set((float) (sum / own.length));
			}
		}
		return means;
	}
}
