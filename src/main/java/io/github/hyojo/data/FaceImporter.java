package io.github.hyojo.data;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.picture.ImageFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes a face dataset of a folder of images. */
public final class FaceImporter {

	private FaceImporter() {}

	/**
	 * Finds the images, takes some frames of each sequence, and crops and scales them. Only reads; the dataset is in
	 * memory (S * S * 4 bytes per face).
	 *
	 * @param source folder that fits the layout of the settings
	 * @param settings what to take, and how
	 * @param progress told of, and asked at, each image
	 * @return the dataset, in the order of subjects, sequences and frames
	 * @throws HyojoException if the folder does not exist or does not fit the layout, an image cannot be read, or the
	 *           test subjects are unknown or leave no training subject
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	public static FaceDataset importFaces(Path source, ImportSettings settings, Progress progress) {
		if (!Files.exists(source)) {
			throw new HyojoException("The folder " + source + " does not exist; check the path.");
		}
		if (!Files.isDirectory(source)) {
			throw new HyojoException(source + " is a file; choose the folder that holds the images.");
		}
		FaceLayout layout = FaceLayout.choose(settings.layout(), source);
		List<Face> faces = sample(layout.faces(source), settings.framesPerSequence());
		Set<String> testSubjects = testSubjects(faces, settings);
		List<int[]> pixels = new ArrayList<>();
		for (Face face : faces) {
			progress.checkCanceled();
			progress.report("Importing faces", pixels.size(), faces.size());
			pixels.add(read(source.resolve(face.file()), settings));
		}
		progress.report("Importing faces", faces.size(), faces.size());
		return new FaceDataset(FaceDataset.images(pixels, settings.size()), faces, testSubjects, settings);
	}

	private static int[] read(Path file, ImportSettings settings) {
		return FaceScaler.scale(ImageFile.read(file), settings.crop(), settings.size());
	}

	private static List<Face> sample(List<Face> faces, int framesPerSequence) {
		return IntStream.of(FrameSampling.perSequence(faces, framesPerSequence)).mapToObj(faces::get).toList();
	}

	/** Named subjects as they are, drawn ones as {@link ImportSettings} says. */
	private static Set<String> testSubjects(List<Face> faces, ImportSettings settings) {
		Set<String> subjects = new LinkedHashSet<>(faces.stream().map(Face::subject).toList());
		int held = settings.testSubjects().isEmpty() ? settings.testCount() : settings.testSubjects().size();
		if (held > 0 && held >= subjects.size() && subjects.containsAll(settings.testSubjects())) {
			throw new HyojoException("Holding out " + held + " of " + subjects.size() +
				" subjects leaves none for training; hold out fewer.");
		}
		if (held == settings.testSubjects().size()) return Set.copyOf(settings.testSubjects());
		Comparator<String> draw = Comparator.comparing(name -> Fingerprint.of(settings.seed() + "/" + name));
		return Set.copyOf(subjects.stream().sorted(draw).limit(held).toList());
	}
}
