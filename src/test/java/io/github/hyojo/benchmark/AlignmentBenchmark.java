package io.github.hyojo.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.hyojo.face.Evidence;
import io.github.hyojo.face.Eyes;
import io.github.hyojo.face.FaceAligner;
import io.github.hyojo.face.FaceFinder;
import io.github.hyojo.face.FoundFace;
import io.github.hyojo.face.Framing;
import io.github.hyojo.picture.ImageFile;
import io.github.hyojo.picture.Picture;

/**
 * Finds and aligns the faces of a folder's images. Prints how many were found, how far the eyes that a second search
 * finds in the aligned faces scatter, and, where landmark templates lie beside the images ({@code .tem}: a count, then
 * {@code x y} per line, the pupils first), how far these scatter; then the CPU time per image.
 */
final class AlignmentBenchmark {

	private static final int SIZE = 128;
	/** Results are in fractions of this framing's edge. */
	private static final Framing FRAMING = Framing.TIGHT;
	/** A second search needs the whole face. */
	private static final Framing SEARCHED = Framing.HEAD;

	private final Scatter again = new Scatter();
	private final Scatter pupils = new Scatter();
	private final int[] evidence = new int[Evidence.values().length];
	private int images;
	private int found;
	private long nanoseconds;

	private AlignmentBenchmark() {}

	/** @param args the folder, and of how many images one is taken (by default each) */
	public static void main(String[] args) throws IOException {
		List<Path> files;
		try (Stream<Path> walk = Files.walk(Path.of(args[0]))) {
			files = walk.filter(ImageFile::isImage).sorted().toList();
		}
		AlignmentBenchmark benchmark = new AlignmentBenchmark();
		try (FaceFinder finder = FaceFinder.open()) {
			int step = args.length > 1 ? Integer.parseInt(args[1]) : 1;
			for (int i = 0; i < files.size(); i += step) benchmark.align(files.get(i), finder);
		}
		benchmark.report();
	}

	private void align(Path file, FaceFinder finder) throws IOException {
		ThreadMXBean clock = ManagementFactory.getThreadMXBean();
		Picture picture = ImageFile.read(file);
		images++;
		long start = clock.getCurrentThreadCpuTime();
		Optional<FoundFace> face = finder.find(picture);
		if (face.isEmpty()) {
			System.out.println("No face in " + file);
			return;
		}
		Eyes eyes = face.get().eyes();
		int[] aligned = FaceAligner.align(picture, eyes, SEARCHED, SIZE);
		nanoseconds += clock.getCurrentThreadCpuTime() - start;
		found++;
		evidence[face.get().evidence().ordinal()]++;
		finder.find(new Picture(SIZE, SIZE, aligned)).ifPresent(second -> again.add(fractions(second.eyes())));
		Path template = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[^.]*$", ".tem"));
		if (Files.exists(template)) pupils.add(aligned(pupils(template), eyes));
	}

	private static Eyes pupils(Path template) throws IOException {
		List<String> lines = Files.readAllLines(template);
		String[] left = lines.get(1).strip().split("\\s+"), right = lines.get(2).strip().split("\\s+");
		// whole numbers are centres of pixels there
		return new Eyes(Double.parseDouble(left[0]) + 0.5, Double.parseDouble(left[1]) + 0.5,
			Double.parseDouble(right[0]) + 0.5, Double.parseDouble(right[1]) + 0.5);
	}

	private static double[] fractions(Eyes eyes) {
		double part = FRAMING.eyeDistance() / SEARCHED.eyeDistance() / SIZE;
		return new double[] { part * eyes.leftX(), part * eyes.leftY(), part * eyes.rightX(), part * eyes.rightY() };
	}

	/** @return where the pupils are in the aligned face, as parts of its edge */
	private static double[] aligned(Eyes pupils, Eyes eyes) {
		double[] left = aligned(pupils.leftX(), pupils.leftY(), eyes), right = aligned(pupils.rightX(), pupils.rightY(), eyes);
		return new double[] { left[0], left[1], right[0], right[1] };
	}

	private static double[] aligned(double x, double y, Eyes eyes) {
		double cos = Math.cos(eyes.roll()), sin = Math.sin(eyes.roll()), scale = FRAMING.eyeDistance() / eyes.distance();
		double right = x - (eyes.leftX() + eyes.rightX()) / 2, down = y - (eyes.leftY() + eyes.rightY()) / 2;
		return new double[] { 0.5 + scale * (cos * right + sin * down),
			FRAMING.eyeHeight() + scale * (cos * down - sin * right) };
	}

	private void report() {
		System.out.printf(Locale.ROOT, "found in %d of %d images (%.2f %%)%n", found, images, 100.0 * found / images);
		for (Evidence kind : Evidence.values()) System.out.println("  " + kind + " " + evidence[kind.ordinal()]);
		System.out.println("scatter in % of the face's edge: left x, left y, right x, right y");
		System.out.println("  second search " + again);
		System.out.println("  pupils        " + pupils);
		System.out.printf(Locale.ROOT, "%.1f ms of CPU time per image%n", nanoseconds / 1e6 / found);
	}

	/** Standard deviations of four coordinates. */
	private static final class Scatter {

		private final double[] sums = new double[4];
		private final double[] squares = new double[4];
		private int count;

		void add(double[] places) {
			count++;
			for (int i = 0; i < 4; i++) {
				sums[i] += places[i];
				squares[i] += places[i] * places[i];
			}
		}

		@Override
		public String toString() {
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < 4; i++) {
				double mean = sums[i] / count;
				text.append(String.format(Locale.ROOT, "%.2f ", 100 * Math.sqrt(squares[i] / count - mean * mean)));
			}
			return text + "(of " + count + ")";
		}
	}
}
