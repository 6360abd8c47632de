package io.github.hyojo.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.io.Opener;
import ij.process.StackConverter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FaceStackFileTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path file;

	@Before
	public void chooseFile() {
		file = temp.getRoot().toPath().resolve("faces.tif");
	}

	@Test
	public void imageJShowsPixelsAndLabels() throws IOException {
		for (FaceDataset dataset : datasets().toList()) {
			FaceStackFile.write(dataset, file, Progress.SILENT);
			ImagePlus stack = new Opener().openImage(file.toString());
			assertEquals(ImagePlus.COLOR_RGB, stack.getType());
			assertEquals(dataset.count(), stack.getStackSize());
			assertEquals(dataset.count(), stack.getNSlices());
			for (int i = 0; i < dataset.count(); i++) {
				assertEquals(dataset.faces().get(i).label(), stack.getStack().getSliceLabel(i + 1));
				assertArrayEquals(dataset.pixels(i), opaque((int[]) stack.getStack().getPixels(i + 1)));
			}
		}
	}

	@Test
	public void imageJOpensOneFaceOfMany() throws IOException {
		FaceDataset dataset = dataset(5, 6);
		FaceStackFile.write(dataset, file, Progress.SILENT);
		assertArrayEquals(dataset.pixels(3), opaque((int[]) new Opener().openTiff(file.toString(), 4).getProcessor()
			.getPixels()));
	}

	@Test
	public void otherReadersSeeAllPages() throws IOException {
		for (FaceDataset dataset : datasets().toList()) {
			FaceStackFile.write(dataset, file, Progress.SILENT);
			ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
			try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
				reader.setInput(in);
				assertEquals(dataset.count(), reader.getNumImages(true));
				for (int i = 0; i < dataset.count(); i++) {
					int size = dataset.size();
					assertArrayEquals(dataset.pixels(i), reader.read(i).getRGB(0, 0, size, size, null, 0, size));
				}
			}
			finally {
				reader.dispose();
			}
		}
	}

	@Test
	public void readsWhatItWrote() throws IOException {
		for (FaceDataset dataset : datasets().toList()) {
			FaceStackFile.write(dataset, file, Progress.SILENT);
			assertReads(dataset);
		}
	}

	@Test
	public void readsWhatImageJSavedAgain() throws IOException {
		boolean before = Prefs.intelByteOrder;
		try {
			for (boolean littleEndian : new boolean[] { false, true }) {
				Prefs.intelByteOrder = littleEndian;
				for (FaceDataset dataset : datasets().toList()) {
					FaceStackFile.write(dataset, file, Progress.SILENT);
					IJ.saveAsTiff(new Opener().openImage(file.toString()), file.toString());
					assertReads(dataset);
				}
			}
		}
		finally {
			Prefs.intelByteOrder = before;
		}
	}

	@Test
	public void refusesWhatIsNotColors() throws IOException {
		FaceDataset dataset = dataset(3, 4);
		FaceStackFile.write(dataset, file, Progress.SILENT);
		ImagePlus stack = new Opener().openImage(file.toString());
		new StackConverter(stack).convertToGray8();
		IJ.saveAsTiff(stack, file.toString());
		assertReadFails(dataset, "damaged or cut off (another program saved it in another way)");
	}

	@Test
	public void refusesOtherSizesAndCounts() throws IOException {
		FaceStackFile.write(dataset(3, 4), file, Progress.SILENT);
		assertReadFails(dataset(3, 5), "Image 1 of " + file + " has 4 x 4 pixels where 5 x 5 are expected");
		assertReadFails(dataset(2, 4), file + " has 3 images, but the table beside it has 2 rows");
	}

	@Test
	public void refusesAFileThatIsCutOffWherever() throws IOException {
		for (FaceDataset dataset : List.of(dataset(1, 5), dataset(3, 4))) {
			FaceStackFile.write(dataset, file, Progress.SILENT);
			byte[] whole = Files.readAllBytes(file);
			// one face of odd size ends with a byte that fills up
			for (int length = 0; length < whole.length - 1; length++) {
				Files.write(file, Arrays.copyOf(whole, length));
				assertReadFails(dataset, "The image stack " + file + " is damaged or cut off (");
			}
		}
	}

	@Test
	public void refusesPagesThatNeverEnd() throws IOException {
		FaceDataset dataset = dataset(2, 4);
		FaceStackFile.write(dataset, file, Progress.SILENT);
		byte[] content = Files.readAllBytes(file);
		ByteBuffer.wrap(content).putInt(content.length - 4, 8);
		Files.write(file, content);
		assertReadFails(dataset, "damaged or cut off (its pages never end)");
	}

	private static Stream<FaceDataset> datasets() {
		return Stream.of(dataset(1, 4), dataset(1, 5), dataset(2, 1), dataset(3, 5), dataset(7, 6));
	}

	private static FaceDataset dataset(int count, int size) {
		Random random = new Random(1);
		List<int[]> pixels = new ArrayList<>();
		List<Face> faces = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			pixels.add(opaque(random.ints(size * size).toArray()));
			String expression = i % 2 == 0 ? "happy" : null;
			faces.add(new Face("花子/笑顔/顔 " + i + ".png", "花子", "笑顔", i, expression, i / 10.0));
		}
		ImportSettings settings = ImportSettings.DEFAULT.withSize(size);
		return new FaceDataset(FaceDataset.images(pixels, size), faces, Set.of(), settings);
	}

	private static int[] opaque(int[] rgb) {
		return IntStream.of(rgb).map(color -> color | 0xff000000).toArray();
	}

	private void assertReads(FaceDataset dataset) {
		List<int[]> images = FaceStackFile.read(file, dataset.size(), dataset.count(), Progress.SILENT);
		assertEquals(dataset.count(), images.size());
		for (int i = 0; i < dataset.count(); i++) assertArrayEquals(dataset.pixels(i), images.get(i));
	}

	private void assertReadFails(FaceDataset expected, String sentence) {
		HyojoException e = assertThrows(HyojoException.class,
			() -> FaceStackFile.read(file, expected.size(), expected.count(), Progress.SILENT));
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
