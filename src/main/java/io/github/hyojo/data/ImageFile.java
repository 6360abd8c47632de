package io.github.hyojo.data;

import io.github.hyojo.HyojoException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Recognises and reads the image files that an import takes: PNG, JPEG, TIFF (of these the first page). */
final class ImageFile {

	private static final List<String> EXTENSIONS = List.of(".png", ".jpg", ".jpeg", ".tif", ".tiff");

	private ImageFile() {}

	/**
	 * @param file any path
	 * @return whether its name is that of an image, whatever its case
	 */
	static boolean isImage(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return EXTENSIONS.stream().anyMatch(name::endsWith);
	}

	/**
	 * @param file an image file
	 * @return the whole image
	 * @throws HyojoException if the file cannot be read, is no image, or is cut off
	 */
	static BufferedImage read(Path file) {
		if (!Files.isReadable(file)) {
			throw new HyojoException("The file " + file + " cannot be read; check that you may read it.");
		}
		try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
			if (!readers.hasNext()) {
				throw new HyojoException("The file " + file + " is not an image that can be read (PNG, JPEG, TIFF);" +
					" replace or remove it.");
			}
			return read(readers.next(), stream);
		}
		catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
			throw new HyojoException("The image " + file + " is damaged, cut off, or of a kind that cannot be read (" +
				e.getMessage() + "); replace or remove it.", e);
		}
	}

	private static BufferedImage read(ImageReader reader, ImageInputStream stream) throws IOException {
		try {
			boolean[] cutOff = new boolean[1];
			// The JPEG reader fills what is missing with grey and only warns.
			reader.addIIOReadWarningListener((source, warning) -> {
				cutOff[0] |= warning.startsWith("Premature end") || warning.startsWith("Corrupt JPEG data");
			});
			reader.setInput(stream, true, true);
			BufferedImage image = reader.read(0);
			if (cutOff[0]) throw new IOException("it ends too early");
			return image;
		}
		finally {
			reader.dispose();
		}
	}
}
