package io.github.hyojo.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.w3c.dom.NodeList;

/**
 * How the stored pixels become an upright picture: rows and columns are exchanged or not, then columns and rows
 * reversed or not.
 *
 * @param transposed whether rows and columns are exchanged first
 * @param mirrored whether left and right are exchanged then
 * @param upsideDown whether top and bottom are exchanged then
 */
record Orientation(boolean transposed, boolean mirrored, boolean upsideDown) {

	/** Stored as it is to be seen. */
	static final Orientation UPRIGHT = new Orientation(false, false, false);

	private static final String JPEG = "javax_imageio_jpeg_image_1.0";
	/** An Exif block is a small TIFF after these bytes. */
	private static final String EXIF = "Exif\0\0";
	private static final int APP1 = 0xe1;

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
	 * @param reader with its input set
	 * @return what a JPEG or TIFF notes; upright if it notes nothing, or what it notes cannot be understood
	 */
	static Orientation of(ImageReader reader) {
		try {
			return switch (reader.getFormatName().toLowerCase()) {
				case "jpeg" -> ofJpeg(reader.getImageMetadata(0));
				case "tif", "tiff" -> ofTiff(reader.getImageMetadata(0));
				default -> UPRIGHT;
			};
		}
		catch (IOException | RuntimeException e) {
			return UPRIGHT; // a picture is worth more than a note about it
		}
	}

	private static Orientation ofJpeg(IIOMetadata metadata) throws IOException {
		IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(JPEG);
		NodeList blocks = root.getElementsByTagName("unknown");
		for (int i = 0; i < blocks.getLength(); i++) {
			IIOMetadataNode block = (IIOMetadataNode) blocks.item(i);
			byte[] content = (byte[]) block.getUserObject();
			boolean exif = Integer.parseInt(block.getAttribute("MarkerTag")) == APP1 &&
				new String(content, StandardCharsets.ISO_8859_1).startsWith(EXIF);
			if (exif) return ofExif(new ByteArrayInputStream(content, EXIF.length(), content.length - EXIF.length()));
		}
		return UPRIGHT;
	}

	private static Orientation ofExif(ByteArrayInputStream tiff) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
		try (ImageInputStream stream = new MemoryCacheImageInputStream(tiff)) {
			reader.setInput(stream);
			return ofTiff(reader.getImageMetadata(0));
		}
		finally {
			reader.dispose();
		}
	}

	private static Orientation ofTiff(IIOMetadata metadata) throws IOException {
		TIFFField field =
			TIFFDirectory.createFromMetadata(metadata).getTIFFField(BaselineTIFFTagSet.TAG_ORIENTATION);
		return field == null ? UPRIGHT : of(field.getAsInt(0));
	}

	/**
	 * @param stored pixels as they are stored
	 * @return the upright picture
	 */
	Picture apply(Picture stored) {
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
