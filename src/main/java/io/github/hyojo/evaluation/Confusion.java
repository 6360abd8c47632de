package io.github.hyojo.evaluation;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Which expressions were taken for which.
 *
 * @param part where the images are from
 * @param classes the C classes: the nine common ones in their usual order, then others by name
 * @param counts C x C: how many images of class i were taken for class j, summed over the trials
 * @param trials number of trials
 */
public record Confusion(Part part, List<String> classes, long[][] counts, int trials) {

	/**
	 * @param truth position of a class
	 * @return number of images that show it
	 */
	public long images(int truth) {
		return LongStream.of(counts[truth]).sum() / trials;
	}

	/**
	 * @param truth position of the class that is shown
	 * @param taken position of the class it was taken for
	 * @return number of images, mean over the trials
	 */
	public double mean(int truth, int taken) {
		return (double) counts[truth][taken] / trials;
	}
}
