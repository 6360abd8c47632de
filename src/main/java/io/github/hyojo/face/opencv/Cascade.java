package io.github.hyojo.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.FileStorage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

import io.github.hyojo.HyojoException;

/** One of the detectors that OpenCV brings: what it was trained on, it finds in grey pictures. */
final class Cascade implements AutoCloseable {

	private static final String FOLDER = "/share/opencv4/haarcascades/";

	private final CascadeClassifier classifier;

	/**
	 * Something found.
	 *
	 * @param x left edge in pixels
	 * @param y upper edge in pixels
	 * @param size edge length of the square around it in pixels
	 * @param votes how many overlapping squares it was found in
	 */
	record Hit(int x, int y, int size, int votes) {}

	/**
	 * @param name file name without extension
	 * @throws HyojoException if OpenCV does not bring it
	 */
	Cascade(String name) {
		String place = "/org/bytedeco/opencv/" + Loader.getPlatform() + FOLDER + name + ".xml";
		classifier = new CascadeClassifier();
		// From memory, as OpenCV opens no file in a folder whose name has characters of other countries on Windows.
		try (InputStream in = Cascade.class.getResourceAsStream(place); PointerScope scope = new PointerScope()) {
			if (in == null) throw new HyojoException("OpenCV's " + name + " is missing; install OpenCV's library again.");
			String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			FileStorage storage = new FileStorage(content, FileStorage.READ | FileStorage.MEMORY);
			classifier.read(storage.getFirstTopLevelNode());
			storage.release();
		}
		catch (IOException e) {
			throw new HyojoException("OpenCV's " + name + " cannot be read (" + e.getMessage() +
				"); install OpenCV's library again.", e);
		}
	}

	/**
	 * @param gray a grey picture
	 * @param step factor between one size that is looked for and the next, greater than 1
	 * @param votes in how many overlapping squares it has to be found; 0 gives each of the squares
	 * @param smallest smallest edge length that is looked for, in pixels
	 * @param largest largest edge length, in pixels
	 * @return what was found, in no particular order
	 */
	List<Hit> find(Mat gray, double step, int votes, double smallest, double largest) {
		List<Hit> hits = new ArrayList<>();
		try (PointerScope scope = new PointerScope()) {
			RectVector squares = new RectVector();
			IntPointer counts = new IntPointer();
			int least = (int) Math.round(smallest), most = (int) Math.round(largest);
			if (votes == 0) classifier.detectMultiScale(gray, squares, step, 0, 0, new Size(least, least), new Size(most, most));
			else classifier.detectMultiScale2(gray, squares, counts, step, votes, 0, new Size(least, least), new Size(most, most));
			for (long i = 0; i < squares.size(); i++) {
				Rect square = squares.get(i);
				hits.add(new Hit(square.x(), square.y(), square.width(), votes == 0 ? 1 : counts.get(i)));
			}
		}
		return hits;
	}

	/**
	 * @param argb width * height pixels, row by row, packed as ARGB
	 * @return them in grey, to be closed
	 */
	static Mat gray(int[] argb, int width, int height) {
		byte[] gray = new byte[width * height];
		for (int i = 0; i < gray.length; i++) {
			// BT.601
			gray[i] = (byte) ((77 * (argb[i] >> 16 & 0xff) + 150 * (argb[i] >> 8 & 0xff) + 29 * (argb[i] & 0xff) + 128) >> 8);
		}
		Mat mat = new Mat(height, width, CV_8UC1);
		mat.data().put(gray);
		return mat;
	}

	@Override
	public void close() {
		classifier.close();
	}
}
