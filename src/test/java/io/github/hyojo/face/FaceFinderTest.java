package io.github.hyojo.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

import io.github.hyojo.picture.ImageFile;
import io.github.hyojo.picture.Picture;

/** The eyes of two of the sample faces were looked up by hand, in the pictures enlarged eight times. */
public class FaceFinderTest {

	private static final Path SAMPLES = Path.of("test-images/faces/images");
	private static final String NEUTRAL = "S001/002/S001_002_00000001.png", SMILE = "S021/008/S021_008_00000005.png";
	private static final Eyes NEUTRAL_EYES = new Eyes(31.2, 38.4, 61.9, 38.4);
	private static final Eyes SMILING_EYES = new Eyes(32.4, 37.8, 62.5, 37.7);
	/** Part of the eyes' distance. */
	private static final double TOLERANCE = 0.08;

	private static FaceFinder finder;

	@BeforeClass
	public static void open() {
		finder = FaceFinder.open();
	}

	@AfterClass
	public static void close() {
		finder.close();
	}

	@Test
	public void findsTheEyes() {
		assertNear(NEUTRAL_EYES, find(NEUTRAL));
		assertNear(SMILING_EYES, find(SMILE));
	}

	@Test
	public void findsEverybody() {
		for (File subject : SAMPLES.toFile().listFiles()) {
			for (File sequence : subject.listFiles()) {
				File[] frames = sequence.listFiles();
				Arrays.sort(frames);
				File apex = frames[frames.length - 1];
				assertTrue(apex.toString(), finder.find(ImageFile.read(apex.toPath())).isPresent());
			}
		}
	}

	@Test
	public void findsLargeFacesAndLeaningHeads() throws IOException {
		for (double degrees : new double[] { -30, -15, 15, 30 }) {
			// around the middle of a picture of 1200 x 900, six times as large
			AffineTransform transform = new AffineTransform();
			transform.translate(600, 450);
			transform.rotate(Math.toRadians(degrees));
			transform.scale(6, 6);
			transform.translate(-48, -48);
			Optional<FoundFace> face = finder.find(transformed(NEUTRAL, transform));
			assertNear(transformed(NEUTRAL_EYES, transform), face);
			assertEquals(degrees, Math.toDegrees(face.get().eyes().roll()), 4);
		}
	}

	@Test
	public void findsSmallFacesInLargePictures() throws IOException {
		AffineTransform transform = AffineTransform.getTranslateInstance(900, 500);
		assertNear(transformed(SMILING_EYES, transform), finder.find(transformed(SMILE, transform)));
	}

	@Test
	public void findsNoFaceWhereThereIsNone() {
		int[] slope = new int[200 * 150];
		for (int i = 0; i < slope.length; i++) slope[i] = 0xff000000 | i % 200 * 0x10101;
		assertEquals(Optional.empty(), finder.find(new Picture(200, 150, slope)));
		assertEquals(Optional.empty(), finder.find(new Picture(1, 1, new int[1])));
		assertEquals(Optional.empty(), finder.find(new Picture(3000, 2, new int[6000])));
	}

	@Test
	public void findsTheSameAgain() {
		try (FaceFinder other = FaceFinder.open()) {
			Picture picture = ImageFile.read(SAMPLES.resolve(SMILE));
			assertEquals(finder.find(picture), other.find(picture));
			assertEquals(finder.find(picture), finder.find(picture));
		}
	}

	private static Optional<FoundFace> find(String name) {
		return finder.find(ImageFile.read(SAMPLES.resolve(name)));
	}

	private static Picture transformed(String name, AffineTransform transform) throws IOException {
		BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
		image.createGraphics().drawImage(ImageIO.read(SAMPLES.resolve(name).toFile()), 0, 0, null);
		BufferedImage large = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
		return Picture.of(new AffineTransformOp(transform, AffineTransformOp.TYPE_BILINEAR).filter(image, large));
	}

	private static Eyes transformed(Eyes eyes, AffineTransform transform) {
		double[] places = { eyes.leftX(), eyes.leftY(), eyes.rightX(), eyes.rightY() };
		transform.transform(places, 0, places, 0, 2);
		return new Eyes(places[0], places[1], places[2], places[3]);
	}

	private static void assertNear(Eyes expected, Optional<FoundFace> face) {
		assertTrue("" + expected, face.isPresent());
		Eyes eyes = face.get().eyes();
		String message = expected + " but " + face;
		double tolerance = TOLERANCE * expected.distance();
		assertTrue(message, Math.hypot(eyes.leftX() - expected.leftX(), eyes.leftY() - expected.leftY()) < tolerance);
		assertTrue(message, Math.hypot(eyes.rightX() - expected.rightX(), eyes.rightY() - expected.rightY()) < tolerance);
	}
}
