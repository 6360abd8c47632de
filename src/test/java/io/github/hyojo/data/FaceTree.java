package io.github.hyojo.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.filter.AVI_Writer;
import ij.process.ColorProcessor;

/** What the tests of imports build and look at. */
public final class FaceTree {

	/** 6 subjects x 4 sequences x 5 frames = 120 faces, laid out as CK+. */
	public static final Path SAMPLES = Path.of("test-images/faces");

	private FaceTree() {}

	/** Writes an image of one colour, 8 x 8 pixels, in the format that the file's ending names. */
	public static Path image(Path root, String file, int rgb) throws IOException {
		BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 64; i++) image.setRGB(i % 8, i / 8, rgb);
		return image(root, file, image);
	}

	/** Writes an image in the format that the file's ending names. */
	public static Path image(Path root, String file, BufferedImage image) throws IOException {
		Path path = root.resolve(file);
		Files.createDirectories(path.getParent());
		String format = file.substring(file.lastIndexOf('.') + 1).toLowerCase();
		if (!ImageIO.write(image, format, path.toFile())) throw new IOException("cannot write " + file);
		return path;
	}

	/**
	 * Writes a film of images of one size, whatever its name ends with.
	 *
	 * @param rgb the colour of each frame of 32 x 32 pixels
	 */
	public static Path film(Path root, String file, int... rgb) throws IOException {
		ImageStack frames = new ImageStack(32, 32);
		for (int color : rgb) {
			int[] pixels = new int[32 * 32];
			Arrays.fill(pixels, color);
			frames.addSlice(new ColorProcessor(32, 32, pixels));
		}
		return film(root, file, frames);
	}

	/** Writes a film of RGB images, whatever its name ends with. */
	public static Path film(Path root, String file, ImageStack frames) throws IOException {
		Path path = root.resolve(file);
		Files.createDirectories(path.getParent());
		new AVI_Writer().writeImage(new ImagePlus("film", frames), path.toString(), AVI_Writer.NO_COMPRESSION, 0);
		return path;
	}

	/** Writes a text file. */
	public static Path text(Path root, String file, String text) throws IOException {
		Path path = root.resolve(file);
		Files.createDirectories(path.getParent());
		return Files.writeString(path, text);
	}

	/** @return everything in a folder, hidden or not */
	public static List<Path> content(Path folder) throws IOException {
		try (Stream<Path> content = Files.list(folder)) {
			return content.sorted().toList();
		}
	}
}
