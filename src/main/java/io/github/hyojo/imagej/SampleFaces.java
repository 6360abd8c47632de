package io.github.hyojo.imagej;

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
import io.github.hyojo.data.Expression;
import io.github.hyojo.data.Face;

/**
 * The sample faces in the plugin's jar: 6 subjects x 4 expressions x 5 frames of 96 x 96 pixels, rendered from
 * ICT-FaceKit, as they lie in {@code test-images/faces}.
 */
public final class SampleFaces {

	private static final String FOLDER = "/io/github/hyojo/samples/faces/";

	private SampleFaces() {}

	/**
	 * @param progress hears of every image
	 * @return an RGB stack that is not shown yet; its slices have the labels of the faces, see {@link Face#label()}
	 * @throws IOException if the jar is incomplete
	 */
	public static ImagePlus open(Progress progress) throws IOException {
		List<Face> faces = faces();
		ImageStack stack = null;
		for (int i = 0; i < faces.size(); i++) {
			progress.checkCanceled();
			progress.report("Opening sample faces", i, faces.size());
			Face face = faces.get(i);
			ColorProcessor image = image(face.file());
			if (stack == null) stack = new ImageStack(image.getWidth(), image.getHeight());
			stack.addSlice(face.label(), image);
		}
		progress.report("Opening sample faces", faces.size(), faces.size());
		return new ImagePlus("Hyojo Sample Faces", stack);
	}

	private static List<Face> faces() throws IOException {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream("labels.csv"), StandardCharsets.UTF_8))) {
			return lines.lines().skip(1).map(line -> face(line.split(","))).toList();
		}
	}

	/** From path, subject, sequence, frame, expression, intensity. */
	private static Face face(String[] row) {
		return new Face(row[0], row[1], row[2], Integer.parseInt(row[3]), Expression.commonName(row[4]), Double.valueOf(
			row[5]));
	}

	private static ColorProcessor image(String path) throws IOException {
		try (InputStream in = stream(path)) {
			return new ColorProcessor(ImageIO.read(in));
		}
	}

	private static InputStream stream(String path) throws IOException {
		InputStream stream = SampleFaces.class.getResourceAsStream(FOLDER + path);
		if (stream == null) throw new FileNotFoundException("sample " + path + " is missing in the plugin's jar");
		return stream;
	}
}
