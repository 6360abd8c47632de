package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.hyojo.face.Evidence;
import io.github.hyojo.face.Eyes;
import io.github.hyojo.face.FaceFinder;
import io.github.hyojo.face.FoundFace;
import io.github.hyojo.picture.ImageFile;
import io.github.hyojo.picture.Picture;

/** Finds the faces in a folder's images and prints the eyes as a table. */
final class AlignmentBenchmark {

	public static void main(String[] args) throws IOException {
		List<Path> files;
		try (Stream<Path> walk = Files.walk(Path.of(args[0]))) {
			files = walk.filter(ImageFile::isImage).sorted().toList();
		}
		int step = args.length > 1 ? Integer.parseInt(args[1]) : 1;
		long finding = 0;
		int count = 0;
		int[] by = new int[Evidence.values().length + 1];
		try (FaceFinder finder = new FaceFinder()) {
			for (int i = 0; i < files.size(); i += step) {
				Picture picture = ImageFile.read(files.get(i));
				long start = System.nanoTime();
				Optional<FoundFace> face = finder.find(picture);
				finding += System.nanoTime() - start;
				count++;
				by[face.map(f -> f.evidence().ordinal()).orElse(by.length - 1)]++;
				Eyes eyes = face.map(FoundFace::eyes).orElse(null);
				System.out.println(files.get(i) + "," + (eyes == null ? ",,,," : eyes.leftX() + "," + eyes.leftY() + "," + eyes.rightX()
					+ "," + eyes.rightY() + "," + face.get().evidence()+","+face.get().box().left()+","+face.get().box().top()+","+face.get().box().width()));
			}
		}
		System.err.println(finding / 1e6 / count + " ms per picture; " + java.util.Arrays.toString(by));
	}
}
