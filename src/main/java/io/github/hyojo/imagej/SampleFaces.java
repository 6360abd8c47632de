package io.github.hyojo.imagej;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import io.github.hyojo.Progress;

/**
 * The sample faces in the plugin's jar: 6 subjects x 4 expressions x 5 frames of 96 x 96 pixels, rendered from
 * ICT-FaceKit, as they lie in {@code test-images/faces}.
 */
public final class SampleFaces {

	private static final String FOLDER = "/io/github/hyojo/samples/faces/";

	private SampleFaces() {}

	/**
	 * @param progress hears of every image
	 * @return an RGB stack that is not shown yet; a slice's label tells subject, expression, its intensity and the file
	 * @throws IOException if the jar is incomplete
	 */
	public static ImagePlus open(Progress progress) throws IOException {
		List<String[]> rows = rows();
		ImageStack stack = null;
		for (int i = 0; i < rows.size(); i++) {
			progress.checkCanceled();
			progress.report("Opening sample faces", i, rows.size());
			String[] row = rows.get(i);
			ColorProcessor face = face(row[0]);
			if (stack == null) stack = new ImageStack(face.getWidth(), face.getHeight());
			stack.addSlice(row[1] + " " + row[4] + " " + row[5] + "\n" + row[0], face);
		}
		progress.report("Opening sample faces", rows.size(), rows.size());
		return new ImagePlus("Hyojo Sample Faces", stack);
	}

	/** Path, subject, sequence, frame, expression, intensity of each. */
	private static List<String[]> rows() throws IOException {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream("labels.csv"), StandardCharsets.UTF_8))) {
			return lines.lines().skip(1).map(line -> line.split(",")).toList();
		}
	}

	private static ColorProcessor face(String path) throws IOException {
		try (InputStream in = stream(path)) {
			BufferedImage image = ImageIO.read(in);
			return new ColorProcessor(image);
		}
	}

	private static InputStream stream(String path) throws IOException {
		InputStream stream = SampleFaces.class.getResourceAsStream(FOLDER + path);
		if (stream == null) throw new FileNotFoundException("sample " + path + " is missing in the plugin's jar");
		return stream;
	}
}
