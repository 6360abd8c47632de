package io.github.hyojo.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.ImportSettings;

/** Noise in place of faces: what is computed takes as long, and no data set is needed. */
final class RandomFaces {

	/** Few enough for batches to hold several faces of one subject, enough for donors in each. */
	private static final int SUBJECTS = 8;

	private RandomFaces() {}

	/**
	 * @param size width and height in pixels
	 * @param count number of faces, at least two for each of eight subjects
	 * @return the same noise each time
	 */
	static FaceDataset of(int size, int count) {
		Random random = new Random(1);
		List<int[]> images = new ArrayList<>();
		List<Face> faces = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			images.add(random.ints((long) size * size).toArray());
			faces.add(new Face(i + ".png", "S" + i % SUBJECTS, "", i, null, null));
		}
		return new FaceDataset(FaceDataset.images(images, size), faces, Set.of(), ImportSettings.DEFAULT.withSize(size));
	}
}
