package io.github.hyojo.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** What the tests of this package build and look at. */
final class FaceTree {

	/** 6 subjects x 4 sequences x 5 frames = 120 faces, laid out as CK+. */
	static final Path SAMPLES = Path.of("test-images/faces");

	private FaceTree() {}

	/** Writes an image of one colour, 8 x 8 pixels, in the format that the file's ending names. */
	static Path image(Path root, String file, int rgb) throws IOException {
		BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 64; i++) image.setRGB(i % 8, i / 8, rgb);
		return image(root, file, image);
	}

	/** Writes an image in the format that the file's ending names. */
	static Path image(Path root, String file, BufferedImage image) throws IOException {
		Path path = root.resolve(file);
		Files.createDirectories(path.getParent());
		String format = file.substring(file.lastIndexOf('.') + 1).toLowerCase();
		if (!ImageIO.write(image, format, path.toFile())) throw new IOException("cannot write " + file);
		return path;
	}

	/** Writes a text file. */
	static Path text(Path root, String file, String text) throws IOException {
		Path path = root.resolve(file);
		Files.createDirectories(path.getParent());
		return Files.writeString(path, text);
	}

	/** @return everything in a folder, hidden or not */
	static List<Path> content(Path folder) throws IOException {
		try (Stream<Path> content = Files.list(folder)) {
			return content.sorted().toList();
		}
	}
}
