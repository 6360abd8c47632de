package io.github.hyojo.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.ImportSettings;
import io.github.hyojo.op.Features;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A method whose features can be read off a face: the grey of the upper half is the identity feature, that of the lower
 * half the expression feature (0 to 255 both). It encodes and decodes without error.
 */
class Toy implements TrainedMethod {

	static final int SIZE = 16;

	/** Faces to be drawn, one by one. */
	static final class Faces {

		private final List<int[]> pixels = new ArrayList<>();
		private final List<Face> faces = new ArrayList<>();

		Faces add(String subject, String sequence, int frame, String label, Double intensity, int identity,
			int expression)
		{
			String file = subject + "/" + sequence + "/" + frame;
			pixels.add(halves(identity, expression));
			faces.add(new Face(file, subject, sequence, frame, label, intensity));
			return this;
		}

		FaceDataset dataset(String... testSubjects) {
			return new FaceDataset(FaceDataset.images(pixels, SIZE), faces, Set.of(testSubjects), ImportSettings.DEFAULT
				.withSize(SIZE));
		}
	}

	static int[] halves(int upper, int lower) {
		int[] pixels = new int[SIZE * SIZE];
		Arrays.fill(pixels, 0, pixels.length / 2, 0xff000000 | upper * 0x10101);
		Arrays.fill(pixels, pixels.length / 2, pixels.length, 0xff000000 | lower * 0x10101);
		return pixels;
	}

	@Override
	public boolean serves(FaceDataset faces) {
		return true;
	}

	@Override
	public Features encode(FaceDataset faces, Progress progress) {
		return new Features(row(faces, 0), row(faces, SIZE - 1));
	}

	@Override
	public RandomAccessibleInterval<ARGBType> decode(RandomAccessibleInterval<FloatType> identity,
		RandomAccessibleInterval<FloatType> expression, Progress progress)
	{
		List<int[]> pixels = new ArrayList<>();
		for (int i = 0; i < identity.dimension(1); i++) {
			pixels.add(draw(Math.round(identity.getAt(0, i).get()), Math.round(expression.getAt(0, i).get())));
		}
		return FaceDataset.images(pixels, SIZE);
	}

	/** For worse methods to override. */
	int[] draw(int identity, int expression) {
		return halves(identity, expression);
	}

	private static RandomAccessibleInterval<FloatType> row(FaceDataset faces, int y) {
		float[] values = new float[faces.count()];
		for (int i = 0; i < values.length; i++) values[i] = faces.images().getAt(0, y, i).get() & 0xff;
		return ArrayImgs.floats(values, 1, values.length);
	}
}
