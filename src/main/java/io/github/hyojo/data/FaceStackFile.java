package io.github.hyojo.data;

import static io.github.hyojo.data.TiffDirectory.ASCII;
import static io.github.hyojo.data.TiffDirectory.BYTE;
import static io.github.hyojo.data.TiffDirectory.LONG;
import static io.github.hyojo.data.TiffDirectory.SHORT;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.picture.RgbBytes;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads and writes the images of a dataset as a TIFF with one uncompressed RGB page per face.
 * <p>
 * It looks as if ImageJ had written it: the first page's directory tells the number of images and has ImageJ's fields
 * for slice labels, then come all pixels without gaps, then the directories of the other pages, which ImageJ itself
 * does not need. What ImageJ saves again can be read, too, as long as it is RGB.
 * <p>
 * ImageIO is not used, as it walks through all pages for each: 6400 faces of 64 x 64 pixels took it 93 seconds to write
 * and 5 to read.
 */
public final class FaceStackFile {

	private static final int WIDTH = 256;
	private static final int HEIGHT = 257;
	private static final int COMPRESSION = 259;
	private static final int PHOTOMETRIC = 262;
	private static final int STRIP_OFFSETS = 273;
	private static final int SAMPLES_PER_PIXEL = 277;
	private static final int STRIP_BYTES = 279;
	private static final int PLANAR_CONFIGURATION = 284;

	private static final int UNCOMPRESSED = 1;
	private static final int RGB = 2;
	private static final int INTERLEAVED = 1;

	private static final int BIG_ENDIAN = 0x4d4d; // MM
	private static final int LITTLE_ENDIAN = 0x4949; // II
	private static final int TIFF = 42;

	private FaceStackFile() {}

	/** Where things are in a file that is written. All positions are even, but for the pixels of odd images. */
	private record Layout(int width, int height, int count, int descriptionBytes, long labelBytes) {

		private static final int PAGE_FIELDS = 10;
		private static final int FIRST_PAGE_FIELDS = PAGE_FIELDS + 3;

		/** The label header says what it is, of which kind, and how many labels follow. */
		static final int LABEL_HEADER_BYTES = 12;

		int imageBytes() {
			return 3 * width * height;
		}

		long bitsPerSample() {
			return directory(0) + TiffDirectory.bytes(FIRST_PAGE_FIELDS);
		}

		long description() {
			return bitsPerSample() + 6;
		}

		long labelLengths() {
			return description() + descriptionBytes;
		}

		long labels() {
			return labelLengths() + 4L * (count + 1);
		}

		long pixels(int index) {
			return labels() + LABEL_HEADER_BYTES + labelBytes + (long) index * imageBytes();
		}

		long directory(int index) {
			if (index == 0) return 8;
			return pixels(count) + pixels(count) % 2 + (index - 1L) * TiffDirectory.bytes(PAGE_FIELDS);
		}

		long end() {
			return directory(count);
		}
	}

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
		List<String> labels = dataset.faces().stream().map(Face::label).toList();
		write(file, dataset.size(), dataset.size(), labels, dataset::rgb, progress);
	}

	/** Gives the pixels of an image. */
	public interface Images {

		/**
		 * @param index position of the image, from 0
		 * @return red, green and blue of each pixel, row by row
		 * @throws IOException if they cannot be read
		 */
		byte[] rgb(int index) throws IOException;
	}

	/**
	 * Checks that images fit into one file, before long work is done for it.
	 *
	 * @param width width of an image in pixels
	 * @param height height of an image in pixels
	 * @param labels a label for each image
	 * @throws HyojoException if they do not
	 */
	public static void checkFits(int width, int height, List<String> labels) {
		layout(width, height, bytes(labels));
	}

	private static List<byte[]> bytes(List<String> labels) {
		return labels.stream().map(label -> label.getBytes(StandardCharsets.UTF_16BE)).toList();
	}

	private static Layout layout(int width, int height, List<byte[]> labels) {
		int count = labels.size();
		long labelBytes = labels.stream().mapToLong(label -> label.length).sum();
		Layout layout = new Layout(width, height, count, description(count).length, labelBytes);
		if (layout.end() < 1L << 32) return layout; // offsets in a TIFF have 32 bits
		throw new HyojoException(count + " images of " + width + " x " + height +
			" pixels do not fit into one TIFF file of 4 GB; take fewer frames per sequence or a smaller size.");
	}

	/**
	 * Writes images of any size one by one.
	 *
	 * @param file replaced if it exists
	 * @param width width of an image in pixels
	 * @param height height of an image in pixels
	 * @param labels a label for each image, at least one
	 * @param images the images
	 * @param progress told of, and asked at, each image
	 * @throws IOException if the file cannot be written
	 * @throws HyojoException if they are too large for a TIFF
	 */
	public static void write(Path file, int width, int height, List<String> labels, Images images, Progress progress)
		throws IOException
	{
		int count = labels.size();
		byte[] description = description(count);
		List<byte[]> texts = bytes(labels);
		Layout layout = layout(width, height, texts);
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
			out.writeShort(BIG_ENDIAN);
			out.writeShort(TIFF);
			out.writeInt((int) layout.directory(0));
			TiffDirectory first = page(layout, 0).with(270, ASCII, description.length, layout.description())
				.with(50838, LONG, count + 1, layout.labelLengths())
				.with(50839, BYTE, (int) (Layout.LABEL_HEADER_BYTES + layout.labelBytes()), layout.labels());
			first.write(out, count == 1 ? 0 : layout.directory(1));
			for (int i = 0; i < 3; i++) out.writeShort(8);
			out.write(description);
			writeLabels(out, texts);
			for (int i = 0; i < count; i++) {
				progress.checkCanceled();
				progress.report("Writing faces", i, count);
				out.write(images.rgb(i));
			}
			if (layout.pixels(count) % 2 == 1) out.writeByte(0);
			for (int i = 1; i < count; i++) {
				page(layout, i).write(out, i == count - 1 ? 0 : layout.directory(i + 1));
			}
		}
	}

	/** ImageJ looks for the number of images only in files of its own; ends with zeros up to an even length. */
	private static byte[] description(int count) {
		String text = "ImageJ=1.54p\nimages=" + count + "\nslices=" + count + "\nloop=false\n\0";
		return (text.length() % 2 == 0 ? text : text + "\0").getBytes(StandardCharsets.US_ASCII);
	}

	private static TiffDirectory page(Layout layout, int index) {
		return new TiffDirectory() //
			.with(254, LONG, 2) // a page of several
			.with(WIDTH, LONG, layout.width()) //
			.with(HEIGHT, LONG, layout.height()) //
			.with(258, SHORT, 3, layout.bitsPerSample()) //
			.with(COMPRESSION, SHORT, UNCOMPRESSED) //
			.with(PHOTOMETRIC, SHORT, RGB) //
			.with(STRIP_OFFSETS, LONG, layout.pixels(index)) //
			.with(SAMPLES_PER_PIXEL, SHORT, 3) //
			.with(278, LONG, layout.height()) // all rows in one strip
			.with(STRIP_BYTES, LONG, layout.imageBytes());
	}

	/** The lengths of header and labels, the header, the labels. */
	private static void writeLabels(DataOutputStream out, List<byte[]> labels) throws IOException {
		out.writeInt(Layout.LABEL_HEADER_BYTES);
		for (byte[] label : labels) out.writeInt(label.length);
		out.writeBytes("IJIJ");
		out.writeBytes("labl");
		out.writeInt(labels.size());
		for (byte[] label : labels) out.write(label);
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
		try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
			List<TiffDirectory> pages = pages(in);
			if (pages.size() != count) {
				throw new HyojoException("The image stack " + file + " has " + pages.size() +
					" images, but the table beside it has " + count + " rows; import the faces again.");
			}
			for (int i = 0; i < count; i++) {
				progress.checkCanceled();
				progress.report("Reading faces", i, count);
				checkSize(pages.get(i), i, size, file);
				images.add(pixels(in, pages.get(i), size));
			}
		}
		catch (IOException e) {
			String reason = e instanceof EOFException ? "it ends too early" : e.getMessage();
			throw new HyojoException("The image stack " + file + " is damaged or cut off (" + reason +
				"); import the faces again.", e);
		}
		return images;
	}

	private static List<TiffDirectory> pages(ImageInputStream in) throws IOException {
		int order = in.readUnsignedShort();
		in.setByteOrder(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		if (order != BIG_ENDIAN && order != LITTLE_ENDIAN || in.readUnsignedShort() != TIFF) {
			throw new IOException("it is no TIFF");
		}
		List<TiffDirectory> pages = new ArrayList<>();
		Set<Long> seen = new HashSet<>();
		for (long next = in.readUnsignedInt(); next != 0; next = pages.get(pages.size() - 1).next()) {
			if (!seen.add(next)) throw new IOException("its pages never end");
			pages.add(TiffDirectory.read(in, next));
		}
		return pages;
	}

	private static void checkSize(TiffDirectory page, int index, int size, Path file) {
		long width = page.value(WIDTH, 0), height = page.value(HEIGHT, 0);
		if (width == size && height == size) return;
		throw new HyojoException("Image " + (index + 1) + " of " + file + " has " + width + " x " + height +
			" pixels where " + size + " x " + size + " are expected; import the faces again.");
	}

	private static int[] pixels(ImageInputStream in, TiffDirectory page, int size) throws IOException {
		byte[] rgb = new byte[3 * size * size];
		boolean plain = page.value(COMPRESSION, UNCOMPRESSED) == UNCOMPRESSED && page.value(PHOTOMETRIC, 0) == RGB &&
			page.value(SAMPLES_PER_PIXEL, 1) == 3 && page.value(STRIP_BYTES, 0) == rgb.length &&
			page.value(PLANAR_CONFIGURATION, INTERLEAVED) == INTERLEAVED;
		if (!plain) throw new IOException("another program saved it in another way");
		in.seek(page.value(STRIP_OFFSETS, 0));
		in.readFully(rgb);
		return RgbBytes.argb(rgb);
	}
}
