package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.stat.StatUtils;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;

/**
 * How well faces come back when they are encoded and decoded, mean over the faces in which an expression shows: the mean
 * squared error of the colours (0 to 1), the {@link StructuralSimilarity} of the brightness, and the sharpness, which is
 * the variance of the Laplacian (4 neighbours) of the brightness over that of the original: below 1, wrinkles are lost.
 */
final class Reconstruction implements Measure {

	@Override
	public List<MeasuredValue> of(EncodedDataset data, Progress progress) {
		List<MeasuredValue> values = new ArrayList<>();
		for (EncodedPart part : data.parts()) {
			FaceDataset originals = part.faces().select(part.recognition().indices());
			List<String> subjects = originals.faces().stream().map(Face::subject).toList();
			FaceDataset drawn = data.draw(part.shownFeatures(), subjects, part.faces(), progress);
			int count = originals.count();
			double[] errors = new double[count];
			double[] similarities = new double[count];
			double[] sharpness = new double[count];
			for (int i = 0; i < count; i++) {
				progress.checkCanceled();
				progress.report("Comparing faces with their originals", i, count);
				Pixels original = Pixels.of(originals.images(), i);
				Pixels face = Pixels.of(drawn.images(), i);
				errors[i] = meanSquaredError(face.rgb(), original.rgb());
				similarities[i] = StructuralSimilarity.of(face.luma(), original.luma(), original.size());
				sharpness[i] = laplacianVariance(face) / laplacianVariance(original);
			}
			values.add(part.value("MSE", StatUtils.mean(errors)));
			values.add(part.value("SSIM", StatUtils.mean(similarities)));
			// an original without any edge has no sharpness to compare with
			Arrays.stream(sharpness).filter(Double::isFinite).average().ifPresent(mean -> values.add(part.value("Sharpness",
				mean)));
		}
		return values;
	}

	private static double meanSquaredError(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
		return sum / a.length;
	}

	/** @return over the pixels that have four neighbours */
	private static double laplacianVariance(Pixels pixels) {
		int size = pixels.size();
		double[] luma = pixels.luma();
		double[] laplacian = new double[(size - 2) * (size - 2)];
		for (int i = 0; i < laplacian.length; i++) {
			int at = (i / (size - 2) + 1) * size + i % (size - 2) + 1;
			laplacian[i] = luma[at - 1] + luma[at + 1] + luma[at - size] + luma[at + size] - 4 * luma[at];
		}
		return StatUtils.populationVariance(laplacian);
	}
}
