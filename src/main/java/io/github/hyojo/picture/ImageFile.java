package io.github.hyojo.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import io.github.hyojo.HyojoException;

/**
 * Recognises and reads the image files that an import takes: PNG, JPEG, TIFF (of these the first page). A file is read
 * as what its content says, whatever its name.
 */
public final class ImageFile {

	private static final List<String> EXTENSIONS = List.of(".png", ".jpg", ".jpeg", ".tif", ".tiff");
	/** Of larger pictures only every second, third ... row and column is read. */
	private static final long MOST_PIXELS = 40_000_000;

	private ImageFile() {}

	/**
	 * @param file any path
	 * @return whether its name is that of an image, whatever its case
	 */
	public static boolean isImage(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return EXTENSIONS.stream().anyMatch(name::endsWith);
	}

	/**
	 * Reads an image as {@link Picture#of} takes it, turned upright if its orientation is noted in it, as cameras do.
	 * Of an image of more than 40 million pixels only every n-th row and column is read, so that fewer are left.
	 *
	 * @param file an image file
	 * @return the picture
	 * @throws HyojoException if the file cannot be read, is no image, is cut off, is too large for the memory, or has
	 *           pixels that {@link Picture#of} refuses
	 */
	public static Picture read(Path file) {
		if (!Files.isReadable(file)) {
			throw new HyojoException("The file " + file + " cannot be read; check that you may read it.");
		}
		try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
			if (stream.length() == 0) {
				throw new HyojoException("The file " + file + " is not an image that can be read: it is empty;" +
					" replace or remove it.");
			}
			Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
			if (!readers.hasNext()) {
				throw new HyojoException("The file " + file + " is not an image that can be read (PNG, JPEG, TIFF);" +
					" replace or remove it.");
			}
			return read(readers.next(), stream, file);
		}
		catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
			throw new HyojoException("The image " + file + " is damaged, cut off, or of a kind that cannot be read (" +
				e.getMessage() + "); replace or remove it.", e);
		}
		catch (OutOfMemoryError e) {
			throw new HyojoException("The image " + file + " is too large for the memory; make it smaller.", e);
		}
	}

	private static Picture read(ImageReader reader, ImageInputStream stream, Path file) throws IOException {
		try {
			boolean[] cutOff = new boolean[1];
			// The JPEG reader fills what is missing with grey and only warns.
			reader.addIIOReadWarningListener((source, warning) -> {
				cutOff[0] |= warning.matches("(Premature end|Corrupt JPEG data|Truncated File).*");
			});
			Orientation orientation = Orientation.of(stream);
			reader.setInput(stream, true, true);
			BufferedImage image = pixels(reader, file);
			if (cutOff[0]) throw new IOException("it ends too early");
			return orientation.apply(picture(image, file));
		}
		finally {
			reader.dispose();
		}
	}

	private static BufferedImage pixels(ImageReader reader, Path file) throws IOException {
		ImageReadParam part = reader.getDefaultReadParam();
		long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
		int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
		if (step > 1) part.setSourceSubsampling(step, step, 0, 0);
		try {
			return reader.read(0, part);
		}
		catch (IIOException e) {
			if (!"Unsupported Image Type".equals(e.getMessage())) throw e;
			throw new HyojoException(file + ": The image has colours for printing (CMYK); save it as RGB.", e);
		}
	}

	private static Picture picture(BufferedImage image, Path file) {
		try {
			return Picture.of(image);
		}
		catch (HyojoException e) {
			throw new HyojoException(file + ": " + e.getMessage(), e);
		}
	}
}
