package io.github.hyojo.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.hyojo.Progress;
import io.github.hyojo.imagej.RunMacro;
import io.github.hyojo.imagej.SampleFaces;

/** The model and the faces that come with the plugin, as a person tries them in the first minute. */
public class SampleModelTest {

	private static final String OPEN = "setBatchMode(true); run('Open Hyojo Sample Faces'); rename('faces'); ";

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	/** Slice 1 is the neutral face of S001, 5 her strongest surprise, 21 another person. */
	@Test
	public void swapDrawsThePersonWithTheExpression() throws IOException {
		Path file = FOLDER.getRoot().toPath().resolve("swapped.tif");
		run("run('Swap Expressions...', 'model=sample identities=faces identityslices=1 expressions=faces expressionslices=5 "
			+ "crop=model montage=false'); selectImage('Swapped'); saveAs('Tiff', '" + file + "');");
		ImageProcessor drawn = IJ.openImage(file.toString()).getProcessor();
		double apex = difference(drawn, face(5)), neutral = difference(drawn, face(1)), other = difference(drawn, face(21));
		assertTrue(apex + " from her surprise, " + neutral + " from her neutral face", apex < 0.75 * neutral);
		assertTrue(apex + " from her, " + other + " from another person", apex < 0.3 * other);
	}

	@Test
	public void interpolates() {
		Path file = FOLDER.getRoot().toPath().resolve("interpolated.tif");
		run("run('Interpolate Expressions...', 'model=sample source=faces sourceslice=1 target=faces targetslice=5 crop=model "
			+ "steps=5'); selectImage('Interpolated'); saveAs('Tiff', '" + file + "');");
		assertEquals(5, IJ.openImage(file.toString()).getStackSize());
	}

	@Test
	public void encodesAndExploresAndTells() throws IOException {
		Path file = FOLDER.getRoot().toPath().resolve("features.csv");
		run("run('Encode Expressions...', 'model=sample image=faces crop=model'); saveAs('Results', '" + file + "');"
			+ "run('Explore Expression Space...', 'model=sample image=faces crop=model grid=2 window=false');"
			+ "run('Expression Model Info...', 'model=sample');");
		assertEquals(1 + 120, Files.readAllLines(file).size());
	}

	@Test
	public void nothingIsLeftInTheTemporaryFolder() throws IOException {
		run("run('Expression Model Info...', 'model=sample');");
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			assertEquals(List.of(), files.filter(file -> file.getFileName().toString().startsWith("hyojo-sample-model")).toList());
		}
	}

	private static void run(String macro) {
		assertEquals(Optional.empty(), RunMacro.run(OPEN + macro, ""));
	}

	/** Cut as the model's faces were. */
	private static ImageProcessor face(int slice) throws IOException {
		ImagePlus faces = SampleFaces.open(Progress.SILENT);
		ImageProcessor whole = faces.getStack().getProcessor(slice);
		whole.setRoi(17, 27, 62, 61); // 0.18, 0.28, 0.82, 0.92 of 96 pixels
		whole.setInterpolationMethod(ImageProcessor.BILINEAR);
		return whole.crop().resize(64, 64, true);
	}

	/** @return the mean over pixels and colours, in grey levels */
	private static double difference(ImageProcessor a, ImageProcessor b) {
		double sum = 0;
		for (int i = 0; i < 64 * 64; i++) {
			for (int shift = 0; shift < 24; shift += 8) sum += Math.abs((a.get(i) >> shift & 0xff) - (b.get(i) >> shift & 0xff));
		}
		return sum / (3 * 64 * 64);
	}
}
