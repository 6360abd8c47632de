package io.github.hyojo.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Expression;

/**
 * Unsupervised recognition, the paper's protocol: k-means++ on the features as they are; every cluster takes the label of
 * the image that is nearest to its centroid; an image is recognised if that is its own label, too.
 *
 * @param accuracies of each trial, in percent of the images
 * @param confusion what was taken for what, over all trials
 */
record Recognition(double[] accuracies, Confusion confusion) {

	private static final int ITERATIONS = 300;

	/**
	 * Clusters the images again and again. The trials run in parallel; each has random numbers of its own, so the result
	 * depends on the seed and not on the machine.
	 *
	 * @param features N x E, N at least the number of clusters
	 * @param labels N
	 * @param part where the images are from
	 * @param settings clusters, trials, seed
	 * @param progress hears of every trial
	 * @return what the trials gave
	 * @throws CancellationException if the progress is canceled
	 */
	static Recognition of(double[][] features, List<String> labels, Part part, EvaluationSettings settings,
		Progress progress)
	{
		List<String> classes = Expression.inOrder(labels);
		List<Image> images = IntStream.range(0, features.length).mapToObj(i -> new Image(features[i], classes.indexOf(labels
			.get(i)))).toList();
		String message = "Recognizing expressions of " + part.label().toLowerCase(Locale.ROOT) + " subjects";
		AtomicInteger done = new AtomicInteger();
		progress.report(message, 0, settings.trials());
		List<long[][]> trials = IntStream.range(0, settings.trials()).parallel().mapToObj(trial -> {
			progress.checkCanceled();
			long[][] counts = trial(images, classes.size(), settings, trial);
			// counted and told as one, so that the numbers only rise
			synchronized (done) {
				progress.report(message, done.incrementAndGet(), settings.trials());
			}
			return counts;
		}).toList();
		double[] accuracies = trials.stream().mapToDouble(counts -> 100.0 * diagonal(counts) / images.size()).toArray();
		return new Recognition(accuracies, new Confusion(part, classes, sum(trials), settings.trials()));
	}

	/** @return mean accuracy in percent */
	double mean() {
		return new Mean().evaluate(accuracies);
	}

	/** @return standard deviation of the accuracies, with one less than their number as divisor; 0 for one trial */
	double standardDeviation() {
		return new StandardDeviation().evaluate(accuracies);
	}

	/** @param label position of its class */
	private record Image(double[] features, int label) implements Clusterable {

		@Override
		public double[] getPoint() {
			return features;
		}
	}

	private static long[][] trial(List<Image> images, int classes, EvaluationSettings settings, int trial) {
		int[] seed = { (int) settings.seed(), (int) (settings.seed() >>> 32), trial };
		List<CentroidCluster<Image>> clusters = new KMeansPlusPlusClusterer<Image>(settings.clusters(), ITERATIONS,
			new EuclideanDistance(), new Well19937c(seed)).cluster(images);
		long[][] counts = new long[classes][classes];
		for (CentroidCluster<Image> cluster : clusters) {
			int taken = nearest(images, cluster.getCenter().getPoint()).label;
			for (Image image : cluster.getPoints()) counts[image.label][taken]++;
		}
		return counts;
	}

	private static Image nearest(List<Image> images, double[] centroid) {
		EuclideanDistance distance = new EuclideanDistance();
		Image nearest = null;
		double least = Double.POSITIVE_INFINITY;
		for (Image image : images) {
			double d = distance.compute(image.features, centroid);
			if (d < least) {
				least = d;
				nearest = image;
			}
		}
		return nearest;
	}

	private static long diagonal(long[][] counts) {
		return IntStream.range(0, counts.length).mapToLong(i -> counts[i][i]).sum();
	}

	private static long[][] sum(List<long[][]> trials) {
		int n = trials.get(0).length;
		long[][] sum = new long[n][n];
		for (long[][] counts : trials) {
			for (int i = 0; i < n; i++) {
				for (int j = 0; j < n; j++) sum[i][j] += counts[i][j];
			}
		}
		return sum;
	}
}
