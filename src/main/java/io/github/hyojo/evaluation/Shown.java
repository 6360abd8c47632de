package io.github.hyojo.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.hyojo.data.ExampleFaces;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.evaluation.Figure.Cell;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The faces that figures show, among all the faces of their subjects: some methods have to see all of them.
 *
 * @param faces of the subjects that are shown
 * @param examples which of them are shown
 */
record Shown(FaceDataset faces, ExampleFaces examples) {

	static Shown of(FaceDataset part) {
		ExampleFaces examples = ExampleFaces.of(part);
		Set<String> subjects = new HashSet<>();
		IntStream.concat(IntStream.of(examples.identities()), IntStream.of(examples.expressions())).forEach(i -> subjects.add(
			part.faces().get(i).subject()));
		FaceDataset faces = part.select(IntStream.range(0, part.count()).filter(i -> subjects.contains(part.faces().get(i)
			.subject())).toArray());
		return new Shown(faces, ExampleFaces.of(faces));
	}

	/** The same in a size: the faces' own or half of it. */
	Shown in(int size) {
		return size == faces.size() ? this : new Shown(faces.halved(), examples);
	}

	/** A face as it is. */
	Optional<Cell> original(int index) {
		return Optional.of(new Cell(Views.hyperSlice(faces.images(), 2, faces.images().min(2) + index), name(index)));
	}

	/** What to call a face: the first line of its label. */
	String name(int index) {
		return faces.faces().get(index).label().lines().findFirst().orElseThrow();
	}

	/** Some features, D x N, of faces. */
	static RandomAccessibleInterval<FloatType> pick(RandomAccessibleInterval<FloatType> features, IntStream faces) {
		List<RandomAccessibleInterval<FloatType>> picked = faces.mapToObj(n -> (RandomAccessibleInterval<FloatType>) Views
			.hyperSlice(features, 1, features.min(1) + n)).toList();
		return Views.stack(picked);
	}
}
