package io.github.hyojo.picture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;

import javax.imageio.stream.ImageInputStream;

/**
 * How the stored pixels become an upright picture: rows and columns are exchanged or not, then columns and rows
 * reversed or not.
 *
 * @param transposed whether rows and columns are exchanged first
 * @param mirrored whether left and right are exchanged then
 * @param upsideDown whether top and bottom are exchanged then
 */
public record Orientation(boolean transposed, boolean mirrored, boolean upsideDown) {

	/** Stored as it is to be seen. */
	public static final Orientation UPRIGHT = new Orientation(false, false, false);

	private static final int JPEG = 0xffd8;
	private static final int TIFF_BIG_ENDIAN = 'M' << 8 | 'M';
	private static final int TIFF_LITTLE_ENDIAN = 'I' << 8 | 'I';
	private static final int FIRST_MARKER = 0xff01, APP1 = 0xffe1, PIXELS = 0xffda;
	private static final byte[] EXIF = { 'E', 'x', 'i', 'f', 0, 0 };
	private static final int ORIENTATION = 0x112;
	private static final int FIELD_BYTES = 12;

	/**
	 * @param exif the value that Exif and TIFF note, 1 to 8
	 * @return the orientation; upright for any other value
	 */
	static Orientation of(int exif) {
		return switch (exif) {
			case 2 -> new Orientation(false, true, false);
			case 3 -> new Orientation(false, true, true);
			case 4 -> new Orientation(false, false, true);
			case 5 -> new Orientation(true, false, false);
			case 6 -> new Orientation(true, true, false);
			case 7 -> new Orientation(true, true, true);
			case 8 -> new Orientation(true, false, true);
			default -> UPRIGHT;
		};
	}

	/**
	 * @param stream a file of any kind; is where it was afterwards
	 * @return what a JPEG notes in its Exif block, or a TIFF; upright if it notes nothing that can be understood
	 * @throws IOException if the file cannot be read
	 */
	static Orientation of(ImageInputStream stream) throws IOException {
		stream.mark();
		try {
			int magic = stream.readUnsignedShort();
			if (magic == JPEG) return ofJpeg(stream);
			return magic == TIFF_BIG_ENDIAN || magic == TIFF_LITTLE_ENDIAN ? ofTiff(stream, 0) : UPRIGHT;
		}
		catch (EOFException e) {
			return UPRIGHT; // whoever reads the pixels will see that the file is cut off
		}
		finally {
			stream.setByteOrder(ByteOrder.BIG_ENDIAN);
			stream.reset();
		}
	}

	/** Goes from block to block up to the pixels. */
	private static Orientation ofJpeg(ImageInputStream stream) throws IOException {
		byte[] name = new byte[EXIF.length];
		for (int marker = stream.readUnsignedShort(); marker >= FIRST_MARKER && marker != PIXELS;
			marker = stream.readUnsignedShort())
		{
			long next = stream.getStreamPosition() + stream.readUnsignedShort();
			if (marker == APP1) {
				stream.readFully(name);
				if (Arrays.equals(EXIF, name)) return ofTiff(stream, stream.getStreamPosition());
			}
			stream.seek(next);
		}
		return UPRIGHT;
	}

	/** An Exif block is a small TIFF. */
	private static Orientation ofTiff(ImageInputStream stream, long start) throws IOException {
		stream.seek(start);
		boolean bigEndian = stream.readUnsignedShort() == TIFF_BIG_ENDIAN;
		stream.setByteOrder(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		stream.skipBytes(Short.BYTES);
		stream.seek(start + stream.readUnsignedInt());
		int fields = stream.readUnsignedShort();
		long first = stream.getStreamPosition();
		for (int i = 0; i < fields; i++) {
			stream.seek(first + (long) i * FIELD_BYTES);
			if (stream.readUnsignedShort() != ORIENTATION) continue;
			stream.skipBytes(Short.BYTES + Integer.BYTES);
			return of(stream.readUnsignedShort());
		}
		return UPRIGHT;
	}

	/**
	 * @param stored pixels as they are stored
	 * @return the upright picture
	 */
	public Picture apply(Picture stored) {
		if (equals(UPRIGHT)) return stored;
		int width = transposed ? stored.height() : stored.width();
		int height = transposed ? stored.width() : stored.height();
		int[] argb = new int[width * height];
		for (int y = 0; y < height; y++) {
			int row = upsideDown ? height - 1 - y : y;
			for (int x = 0; x < width; x++) {
				int column = mirrored ? width - 1 - x : x;
				int from = transposed ? column * stored.width() + row : row * stored.width() + column;
				argb[y * width + x] = stored.argb()[from];
			}
		}
		return new Picture(width, height, argb);
	}
}
