package io.github.hyojo.data;

import io.github.hyojo.HyojoException;

import java.util.List;
import java.util.TreeSet;

/**
 * How a folder of images becomes a face dataset.
 * <p>
 * The held-out subjects are either named ({@code testSubjects}) or drawn ({@code testCount} and {@code seed}), not
 * both; by default none is held out. The draw is repeatable everywhere: the subjects whose SHA-256 of
 * {@code seed + "/" + name} comes first are held out.
 *
 * @param layout name of the {@link FaceLayout}, or {@link FaceLayout#AUTO} to recognise it
 * @param size edge length of the imported faces in pixels, 1 to 1024; the networks want 64 or 128
 * @param crop part of each image that is kept; it is scaled to size x size whatever its shape
 * @param framesPerSequence how many frames of each sequence are taken at equal steps; 0 takes all
 * @param testSubjects names of the subjects that are held out for testing, sorted; empty to draw them
 * @param testCount how many held-out subjects are drawn, 0 or greater
 * @param seed decides which subjects are drawn
 */
public record ImportSettings(String layout, int size, Crop crop, int framesPerSequence, List<String> testSubjects,
	int testCount, long seed)
{

	/** Recognised layout, 64 x 64 pixels, whole images, all frames, no subject held out. */
	public static final ImportSettings DEFAULT =
		new ImportSettings(FaceLayout.AUTO, 64, Crop.WHOLE, 0, List.of(), 0, 1);

	/**
	 * Checks the values.
	 *
	 * @throws HyojoException if a value is missing or out of its range, or test subjects are both named and drawn
	 */
	public ImportSettings {
		if (layout == null || crop == null || testSubjects == null) {
			throw new HyojoException("The import settings lack layout, crop or test subjects; give all of them.");
		}
		if (size < 1 || size > 1024) {
			throw new HyojoException("The size " + size +
				" is not possible; use 1 to 1024 pixels (the networks want 64 or 128).");
		}
		if (framesPerSequence < 0) {
			throw new HyojoException("Cannot take " + framesPerSequence + " frames per sequence; use 0 (all) or more.");
		}
		if (testCount < 0) throw new HyojoException("Cannot hold out " + testCount + " test subjects; use 0 or more.");
		testSubjects = List.copyOf(new TreeSet<>(testSubjects));
		if (testCount > 0 && !testSubjects.isEmpty()) {
			throw new HyojoException("Test subjects are both named and to be drawn;" +
				" give either their names or their number.");
		}
	}

	/**
	 * @param layout see {@link #layout()}
	 * @return these settings with another layout
	 */
	public ImportSettings withLayout(String layout) {
		return new ImportSettings(layout, size, crop, framesPerSequence, testSubjects, testCount, seed);
	}

	/**
	 * @param size see {@link #size()}
	 * @return these settings with another size
	 */
	public ImportSettings withSize(int size) {
		return new ImportSettings(layout, size, crop, framesPerSequence, testSubjects, testCount, seed);
	}

	/**
	 * @param crop see {@link #crop()}
	 * @return these settings with another crop
	 */
	public ImportSettings withCrop(Crop crop) {
		return new ImportSettings(layout, size, crop, framesPerSequence, testSubjects, testCount, seed);
	}

	/**
	 * @param framesPerSequence see {@link #framesPerSequence()}
	 * @return these settings with another number of frames per sequence
	 */
	public ImportSettings withFramesPerSequence(int framesPerSequence) {
		return new ImportSettings(layout, size, crop, framesPerSequence, testSubjects, testCount, seed);
	}

	/**
	 * @param testSubjects see {@link #testSubjects()}
	 * @return these settings with these subjects held out, and none drawn
	 */
	public ImportSettings withTestSubjects(List<String> testSubjects) {
		return new ImportSettings(layout, size, crop, framesPerSequence, testSubjects, 0, seed);
	}

	/**
	 * @param testCount see {@link #testCount()}
	 * @param seed see {@link #seed()}
	 * @return these settings with that many subjects drawn to be held out, and none named
	 */
	public ImportSettings withTestCount(int testCount, long seed) {
		return new ImportSettings(layout, size, crop, framesPerSequence, List.of(), testCount, seed);
	}
}
