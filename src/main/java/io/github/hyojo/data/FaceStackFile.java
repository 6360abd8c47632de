package io.github.hyojo.data;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads and writes the images of a dataset as a TIFF with one uncompressed RGB page per face.
 * <p>
 * It is written by hand: ImageIO's writer walks through all pages before each new one, which took 93 seconds for 6400
 * faces of 64 x 64 pixels.
 */
final class FaceStackFile {

	private static final int FILE_HEADER_BYTES = 8;
	private static final int ENTRIES = 10;
	private static final int SHORT = 3;
	private static final int LONG = 4;

	/** Number of entries, the entries, offset of the next page, three numbers of bits. */
	private static final int PAGE_HEADER_BYTES = 2 + 12 * ENTRIES + 4 + 6;

	/** Offsets in a TIFF have 32 bits. */
	private static final long MAX_BYTES = 1L << 32;

	private FaceStackFile() {}

	/**
	 * Writes the images one by one.
	 *
	 * @param dataset at least one face
	 * @param file replaced if it exists
	 * @param progress told of, and asked at, each image
	 * @throws IOException if the file cannot be written
	 * @throws HyojoException if the dataset is too large for a TIFF
	 */
	static void write(FaceDataset dataset, Path file, Progress progress) throws IOException {
		int size = dataset.size(), count = dataset.count();
		if (FILE_HEADER_BYTES + count * pageBytes(size) >= MAX_BYTES) {
			throw new HyojoException(count + " faces of " + size + " x " + size +
				" pixels do not fit into one TIFF file of 4 GB; take fewer frames per sequence or a smaller size.");
		}
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
			out.writeBytes("MM"); // big-endian
			out.writeShort(42);
			out.writeInt(FILE_HEADER_BYTES);
			for (int i = 0; i < count; i++) {
				progress.checkCanceled();
				progress.report("Writing faces", i, count);
				writePage(out, FILE_HEADER_BYTES + i * pageBytes(size), i == count - 1, size, dataset.pixels(i));
			}
		}
	}

	/** Even, as TIFF asks pages to begin. */
	private static long pageBytes(int size) {
		long bytes = PAGE_HEADER_BYTES + 3L * size * size;
		return bytes + bytes % 2;
	}

	private static void writePage(DataOutputStream out, long position, boolean last, int size, int[] argb)
		throws IOException
	{
		int colorBytes = 3 * argb.length;
		out.writeShort(ENTRIES);
		writeEntry(out, 254, LONG, 1, 2); // a page of several
		writeEntry(out, 256, LONG, 1, size); // width
		writeEntry(out, 257, LONG, 1, size); // height
		writeEntry(out, 258, SHORT, 3, position + PAGE_HEADER_BYTES - 6); // where the bits per sample are
		writeEntry(out, 259, SHORT, 1, 1); // not compressed
		writeEntry(out, 262, SHORT, 1, 2); // RGB
		writeEntry(out, 273, LONG, 1, position + PAGE_HEADER_BYTES); // where the pixels are
		writeEntry(out, 277, SHORT, 1, 3); // samples per pixel
		writeEntry(out, 278, LONG, 1, size); // all rows in one strip
		writeEntry(out, 279, LONG, 1, colorBytes);
		out.writeInt(last ? 0 : (int) (position + pageBytes(size)));
		for (int i = 0; i < 3; i++) out.writeShort(8);
		byte[] pixels = new byte[(int) pageBytes(size) - PAGE_HEADER_BYTES];
		for (int i = 0; i < colorBytes; i++) pixels[i] = (byte) (argb[i / 3] >> 16 - 8 * (i % 3));
		out.write(pixels);
	}

	/** A single value of two bytes stands in the upper half of its field. */
	private static void writeEntry(DataOutputStream out, int tag, int type, int count, long value) throws IOException {
		out.writeShort(tag);
		out.writeShort(type);
		out.writeInt(count);
		out.writeInt((int) (type == SHORT && count == 1 ? value << 16 : value));
	}

	/**
	 * Reads all images.
	 *
	 * @param file the TIFF
	 * @param size edge length that they must have, in pixels
	 * @param count number of images that there must be
	 * @param progress told of, and asked at, each image
	 * @return for each image its size * size pixels, row by row, packed as ARGB
	 * @throws HyojoException if there are more or fewer images, they have another size, or the file is damaged
	 */
	static List<int[]> read(Path file, int size, int count, Progress progress) {
		List<int[]> images = new ArrayList<>();
		ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
		try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
			reader.setInput(stream, false, true);
			int pages = reader.getNumImages(true);
			if (pages != count) {
				throw new HyojoException("The image stack " + file + " has " + pages +
					" images, but the table beside it has " + count + " rows; import the faces again.");
			}
			for (int i = 0; i < count; i++) {
				progress.checkCanceled();
				progress.report("Reading faces", i, count);
				images.add(readPage(reader, i, size, file));
			}
		}
		catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
			throw new HyojoException("The image stack " + file + " is damaged or cut off (" + e.getMessage() +
				"); import the faces again.", e);
		}
		finally {
			reader.dispose();
		}
		return images;
	}

	private static int[] readPage(ImageReader reader, int index, int size, Path file) throws IOException {
		BufferedImage page = reader.read(index);
		if (page.getWidth() != size || page.getHeight() != size) {
			throw new HyojoException("Image " + (index + 1) + " of " + file + " has " + page.getWidth() + " x " +
				page.getHeight() + " pixels where " + size + " x " + size + " are expected; import the faces again.");
		}
		return page.getRGB(0, 0, size, size, null, 0, size);
	}
}
