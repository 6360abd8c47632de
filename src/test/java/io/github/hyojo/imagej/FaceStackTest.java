package io.github.hyojo.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.hyojo.HyojoException;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceCutter;
import io.github.hyojo.picture.ImageFile;
import io.github.hyojo.picture.Picture;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** Images of every kind as face stacks, and back. */
public class FaceStackTest {

	private static final int S = 4;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void rgbIsTakenAsItIs() {
		int[] pixels = IntStream.range(0, S * S).map(i -> 0xff000000 | i * 0x010203).toArray();
		FaceStack stack = new FaceStack(new ImagePlus("face", new ColorProcessor(S, S, pixels.clone())), S);
		assertArrayEquals(pixels, pixels(stack, 0));
		assertFalse(stack.note().isPresent());
		assertEquals(List.of("face"), stack.labels());
	}

	@Test
	public void grayLooksAsOnTheScreen() {
		ImagePlus bytes = new ImagePlus("8", new ByteProcessor(S, S));
		bytes.getProcessor().set(1, 0, 200);
		assertGray(200, bytes);
		ImagePlus shorts = new ImagePlus("16", new ShortProcessor(S, S));
		shorts.getProcessor().set(1, 0, 3000);
		shorts.setDisplayRange(1000, 5000);
		assertGray(128, shorts);
		ImagePlus floats = new ImagePlus("32", new FloatProcessor(S, S));
		floats.getProcessor().setf(1, 0, 0.75f);
		floats.setDisplayRange(0, 1);
		assertGray(191, floats);
	}

	@Test
	public void inputsAreNotChanged() {
		ImageStack shorts = new ImageStack(8, 6);
		for (int n = 0; n < 3; n++) {
			ShortProcessor next = new ShortProcessor(8, 6);
			next.set(2, 2, 700 * (n + 1));
			shorts.addSlice(next);
		}
		ImagePlus image = new ImagePlus("stack", shorts);
		image.setDisplayRange(0, 2000);
		short[] before = ((short[]) shorts.getPixels(2)).clone();
		FaceStack stack = new FaceStack(image, S);
		Views.iterable(stack).forEach(ARGBType::get);
		assertArrayEquals(before, (short[]) shorts.getPixels(2));
		assertEquals(1, image.getCurrentSlice());
		assertEquals(2000, image.getDisplayRangeMax(), 0);
		assertEquals(16, image.getBitDepth());
		assertEquals(List.of("stack #1", "stack #2", "stack #3"), stack.labels());
		assertTrue(stack.note().get(), stack.note().get().contains("8 x 6, 16-bit"));
	}

	@Test
	public void compositeChannelsAreMerged() {
		ImageStack planes = new ImageStack(S, S);
		for (int frame = 0; frame < 2; frame++)
			for (int channel = 0; channel < 3; channel++) {
				ByteProcessor plane = new ByteProcessor(S, S);
				plane.setValue(frame == 0 ? 50 * (channel + 1) : 10);
				plane.fill();
				planes.addSlice("frame " + frame, plane);
			}
		ImagePlus image = new ImagePlus("composite", planes);
		image.setDimensions(3, 1, 2);
		CompositeImage composite = new CompositeImage(image, IJ.COMPOSITE);
		for (int channel = 1; channel <= 3; channel++) {
			composite.setC(channel);
			composite.setDisplayRange(0, 255);
		}
		FaceStack stack = new FaceStack(composite, S);
		assertEquals(2, stack.dimension(2));
		assertEquals(List.of("frame 0", "frame 1"), stack.labels());
		assertEquals(0xff326496, pixels(stack, 0)[5]);
		assertEquals(0xff0a0a0a, pixels(stack, 1)[5]);
	}

	@Test
	public void virtualStacksAreReadSliceBySlice() {
		AtomicInteger reads = new AtomicInteger();
		ImagePlus image = new ImagePlus("virtual", new VirtualStack(S, S, 20) {

			@Override
			public ImageProcessor getProcessor(int n) {
				reads.incrementAndGet();
				ByteProcessor plane = new ByteProcessor(S, S);
				plane.set(0, 0, n);
				return plane;
			}
		});
		FaceStack stack = new FaceStack(image, S);
		reads.set(0);
		RandomAccess<ARGBType> access = stack.randomAccess();
		access.setPosition(new int[] { 0, 0, 7 });
		assertEquals(0xff080808, access.get().get());
		access.fwd(0);
		access.get();
		assertEquals(1, reads.get());
		IntStream.range(0, 20).parallel()
			.forEach(n -> assertEquals(n + 1, pixels(stack, n)[0] & 255));
	}

	@Test
	public void labelsAndPixelsSurviveSaving() {
		FaceStack one = new FaceStack(IJ.createImage("x", "RGB ramp", S, S, 3), S);
		for (List<String> labels : List.of(List.of("Ann, joy", "Bob", "M\u00fcller"), List.of("only one"))) {
			String path = new File(folder.getRoot(), labels.size() + ".tif").getPath();
			IJ.saveAsTiff(FaceStack.toImage("t", Views.interval(one, new long[3],
				new long[] { S - 1, S - 1, labels.size() - 1 }), labels), path);
			FaceStack again = new FaceStack(IJ.openImage(path), S);
			assertEquals(labels, again.labels());
			assertArrayEquals(pixels(one, 0), pixels(again, 0));
		}
	}

	@Test
	public void aSelectionIsViewedInItsOrder() {
		ImageStack planes = new ImageStack(S, S);
		for (int n = 1; n <= 5; n++) {
			ByteProcessor plane = new ByteProcessor(S, S);
			plane.set(2, 1, 10 * n);
			planes.addSlice(n == 3 ? null : "face " + n + "\nfile", plane);
		}
		FaceStack stack = new FaceStack(new ImagePlus("five", planes), S, new SliceSelection("5,2-3,5"));
		assertEquals(List.of("face 5", "face 2", "five #3", "face 5"), stack.labels());
		assertEquals(4, stack.dimension(2));
		int[] expected = { 50, 20, 30, 50 };
		for (int i = 0; i < expected.length; i++) assertEquals(expected[i], pixels(stack, i)[S + 2] & 255);
		assertEquals(5, new FaceStack(new ImagePlus("five", planes), S, SliceSelection.ALL).dimension(2));
	}

	@Test
	public void aSelectionOfFramesTakesAllTheirChannels() {
		ImageStack planes = new ImageStack(S, S);
		for (int i = 0; i < 6; i++) {
			ByteProcessor plane = new ByteProcessor(S, S);
			plane.set(0, 0, 10 * (i + 1));
			planes.addSlice("plane " + (i + 1), plane);
		}
		ImagePlus image = new ImagePlus("composite", planes);
		image.setDimensions(2, 1, 3);
		CompositeImage composite = new CompositeImage(image, IJ.COMPOSITE);
		for (int channel = 1; channel <= 2; channel++) {
			composite.setC(channel);
			composite.setDisplayRange(0, 255);
		}
		FaceStack stack = new FaceStack(composite, S, SliceSelection.single(3));
		assertEquals(List.of("plane 5"), stack.labels());
		assertEquals(0xff323c00, pixels(stack, 0)[0]);
	}

	@Test
	public void slicesThatAreNotThereAreTheUsersMistake() {
		ImagePlus image = new ImagePlus("face", new ByteProcessor(S, S));
		assertEquals(List.of("face"), new FaceStack(image, S, SliceSelection.single(1)).labels());
		assertThrows(HyojoException.class, () -> new FaceStack(image, S, SliceSelection.single(2)));
	}

	/** As an import finds and aligns it, so that a model trained on such faces fits. */
	@Test
	public void facesAreFoundInPictures() {
		Path file = Path.of("test-images/faces/images/S001/002/S001_002_00000001.png");
		ImagePlus image = IJ.openImage(file.toString());
		FaceStack stack = new FaceStack(image, SliceSelection.ALL, FaceCut.DEFAULT);
		try (FaceCutter cutter = new FaceCutter(FaceCut.DEFAULT)) {
			Picture picture = ImageFile.read(file);
			int[] face = cutter.cut(picture, cutter.find(picture).orElseThrow().eyes());
			assertArrayEquals(face, (int[]) FaceStack.slice(stack, 0).getPixels());
		}
		assertTrue(stack.note().orElseThrow().contains("(the faces found in it)"));
		FaceStack none = new FaceStack(IJ.createImage("ramp", "RGB ramp", 96, 96, 1), SliceSelection.ALL, FaceCut.DEFAULT);
		HyojoException e = assertThrows(HyojoException.class, () -> FaceStack.slice(none, 0));
		assertTrue(e.getMessage(), e.getMessage().contains("No face is found in \"ramp\""));
	}

	@Test
	public void noImageIsTheUsersMistake() {
		assertThrows(HyojoException.class, () -> new FaceStack(null, S));
	}

	private static void assertGray(int expected, ImagePlus image) {
		FaceStack stack = new FaceStack(image, S);
		int[] pixels = pixels(stack, 0);
		assertEquals(0xff000000, pixels[0]);
		assertEquals(expected, pixels[1] & 255, 1);
		assertEquals(pixels[1] & 255, pixels[1] >> 16 & 255);
		assertTrue(stack.note().get(), stack.note().get().contains(image.getTitle() + "-bit"));
	}

	private static int[] pixels(FaceStack stack, int index) {
		int[] pixels = ((int[]) FaceStack.slice(stack, index).getPixels()).clone();
		return IntStream.of(pixels).map(p -> p | 0xff000000).toArray();
	}
}
