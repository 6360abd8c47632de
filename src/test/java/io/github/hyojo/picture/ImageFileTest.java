package io.github.hyojo.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;

public class ImageFileTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();
	private Path root;

	@Before
	public void findRoot() {
		root = folder.getRoot().toPath();
	}

	@Test
	public void readsByContentWhateverTheName() throws IOException {
		int[] pixels = { 0xff102030, 0xff405060 };
		Path file = write("png", "顔, 1.jpg", pixels);
		assertArrayEquals(pixels, ImageFile.read(file).argb());
	}

	@Test
	public void readsGreyOf16Bits() throws IOException {
		BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
		image.getRaster().setSample(1, 0, 0, 25700);
		for (String kind : new String[] { "png", "tif" }) {
			Path file = root.resolve("x." + kind);
			ImageIO.write(image, kind, file.toFile());
			assertArrayEquals(new int[] { 0xff000000, 0xff646464 }, ImageFile.read(file).argb());
		}
	}

	@Test
	public void turnsPhotographsUpright() throws IOException {
		// a picture of 32 x 16 pixels, its left half red, its right half blue
		Path file = photograph(1);
		assertEquals("32 x 16: red left, blue right", describe(ImageFile.read(file)));
		assertEquals("32 x 16: blue left, red right", describe(ImageFile.read(photograph(2))));
		assertEquals("32 x 16: blue left, red right", describe(ImageFile.read(photograph(3))));
		// 6: turned by a quarter clockwise, so that what was left is above; 8: the other way
		assertEquals("16 x 32: red above, blue below", describe(ImageFile.read(photograph(6))));
		assertEquals("16 x 32: blue above, red below", describe(ImageFile.read(photograph(8))));
		assertEquals("32 x 16: red left, blue right", describe(ImageFile.read(photograph(99))));
	}

	@Test
	public void readsHugePicturesInPart() throws IOException {
		Path file = root.resolve("huge.png");
		writeHuge(file, 20000);
		Picture picture = ImageFile.read(file);
		// every fourth row and column
		assertEquals(5000, picture.width());
		assertEquals(5000, picture.height());
		assertEquals(0xff070707, picture.argb()[0]);
	}

	@Test
	public void refusesWhatIsNoImage() throws IOException {
		Path file = Files.write(root.resolve("empty.png"), new byte[0]);
		assertFails(file, "The file " + file + " is not an image that can be read: it is empty; replace or remove it.");
		Files.writeString(file, "A letter.");
		assertFails(file, "The file " + file + " is not an image that can be read (PNG, JPEG, TIFF)");
		assertFails(root.resolve("none.png"), "cannot be read; check that you may read it.");
	}

	@Test
	public void refusesColoursForPrinting() throws IOException {
		Path file = root.resolve("print.jpg");
		try (InputStream in = ImageFileTest.class.getResourceAsStream("print.jpg")) {
			Files.copy(in, file);
		}
		assertFails(file, file + ": The image has colours for printing (CMYK); save it as RGB.");
	}

	@Test
	public void refusesPhotographsThatAreCutOff() throws IOException {
		byte[] whole = Files.readAllBytes(photograph(6));
		Path file = root.resolve("cut.jpg");
		for (int left : new int[] { 1, 2, 20, whole.length / 2, whole.length - 20 }) {
			Files.write(file, Arrays.copyOf(whole, left));
			HyojoException e = assertThrows("" + left, HyojoException.class, () -> ImageFile.read(file));
			assertTrue(e.getMessage(), e.getMessage().contains(file.toString()));
		}
	}

	private Path write(String kind, String name, int... pixels) throws IOException {
		BufferedImage image = new BufferedImage(pixels.length, 1, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, pixels.length, 1, pixels, 0, pixels.length);
		Path file = root.resolve(name);
		ImageIO.write(image, kind, file.toFile());
		return file;
	}

	/** A JPEG with an Exif block, as a camera writes it. */
	private Path photograph(int orientation) throws IOException {
		BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 32 * 16; i++) image.setRGB(i % 32, i / 32, i % 32 < 16 ? 0xff0000 : 0x0000ff);
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(image, "jpg", jpeg);
		byte[] plain = jpeg.toByteArray();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.write(plain, 0, 2);
		out.writeShort(0xffe1);
		out.writeShort(2 + 6 + 8 + 2 + 12 + 4);
		out.write("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
		out.writeInt(8);
		out.writeShort(1);
		out.writeShort(0x112);
		out.writeShort(3);
		out.writeInt(1);
		out.writeInt(orientation << 16);
		out.writeInt(0);
		out.write(plain, 2, plain.length - 2);
		return Files.write(root.resolve("photograph" + orientation + ".jpg"), bytes.toByteArray());
	}

	private static String describe(Picture picture) {
		int width = picture.width(), height = picture.height();
		String size = width + " x " + height + ": ";
		String first = color(picture.argb()[0]), last = color(picture.argb()[width * height - 1]);
		boolean sideways = !color(picture.argb()[width - 1]).equals(first);
		return size + first + (sideways ? " left, " : " above, ") + last + (sideways ? " right" : " below");
	}

	private static String color(int argb) {
		return (argb >> 16 & 0xff) > 127 ? "red" : (argb & 0xff) > 127 ? "blue" : "dark";
	}

	/** A PNG of grey 7, written line by line. */
	private static void writeHuge(Path file, int size) throws IOException {
		ByteArrayOutputStream header = new ByteArrayOutputStream(), lines = new ByteArrayOutputStream();
		DataOutputStream fields = new DataOutputStream(header);
		fields.writeInt(size);
		fields.writeInt(size);
		fields.write(new byte[] { 8, 0, 0, 0, 0 });
		byte[] line = new byte[1 + size];
		Arrays.fill(line, 1, line.length, (byte) 7);
		try (DeflaterOutputStream deflated = new DeflaterOutputStream(lines)) {
			for (int y = 0; y < size; y++) deflated.write(line);
		}
		try (OutputStream stream = Files.newOutputStream(file); DataOutputStream out = new DataOutputStream(stream)) {
			out.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
			chunk(out, "IHDR", header.toByteArray());
			chunk(out, "IDAT", lines.toByteArray());
			chunk(out, "IEND", new byte[0]);
		}
	}

	private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
		out.writeInt(content.length);
		CRC32 check = new CRC32();
		check.update(name.getBytes(StandardCharsets.US_ASCII));
		check.update(content);
		out.write(name.getBytes(StandardCharsets.US_ASCII));
		out.write(content);
		out.writeInt((int) check.getValue());
	}

	private static void assertFails(Path file, String sentence) {
		HyojoException e = assertThrows(sentence, HyojoException.class, () -> ImageFile.read(file));
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
