package io.github.hyojo.face;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.hyojo.HyojoException;

/** Reads the landmarks that CK+ brings: a text file per frame, 68 lines of {@code x y} in pixels. */
public final class Landmarks {

	private static final int POINTS = 68;
	/** Of the six points around the eye that is on the left in the picture, the first; the other eye's follow. */
	private static final int LEFT_EYE = 36;
	private static final int EYE_POINTS = 6;

	private Landmarks() {}

	/**
	 * Reads a file of landmarks.
	 *
	 * @param file 68 lines of two numbers; the points 37 to 42 (counted from 1) lie around the eye that is on the left
	 *          in the picture, the points 43 to 48 around the other one
	 * @return the centres of these points
	 * @throws HyojoException if the file cannot be read or is not of that kind
	 */
	public static Eyes read(Path file) {
		List<String> lines = lines(file).stream().filter(line -> !line.isBlank()).toList();
		if (lines.size() != POINTS) {
			throw new HyojoException("The landmarks " + file + " have " + lines.size() + " points instead of " + POINTS +
				"; replace or remove the file.");
		}
		double[] sums = new double[4];
		for (int point = 0; point < POINTS; point++) {
			double[] place = place(lines.get(point), point, file);
			int eye = Math.floorDiv(point - LEFT_EYE, EYE_POINTS);
			if (eye != 0 && eye != 1) continue;
			sums[2 * eye] += place[0];
			sums[2 * eye + 1] += place[1];
		}
		if (sums[0] >= sums[2]) {
			throw new HyojoException("The landmarks " + file + " have the left eye (points 37 to 42) not left of the right"
				+ " one (points 43 to 48); replace or remove the file.");
		}
		return new Eyes(sums[0] / EYE_POINTS, sums[1] / EYE_POINTS, sums[2] / EYE_POINTS, sums[3] / EYE_POINTS);
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (CharacterCodingException e) {
			throw new HyojoException("The landmarks " + file + " are not text; replace or remove the file.", e);
		}
		catch (IOException e) {
			throw new HyojoException("The landmarks " + file + " cannot be read; check that the file is there and that you"
				+ " may read it.", e);
		}
	}

	private static double[] place(String line, int point, Path file) {
		String[] parts = line.strip().split("\\s+");
		try {
			double x = Double.parseDouble(parts[0]), y = Double.parseDouble(parts[1]);
			if (parts.length == 2 && Double.isFinite(x) && Double.isFinite(y)) return new double[] { x, y };
		}
		catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
			// told below
		}
		throw new HyojoException("The landmarks " + file + " have \"" + line.strip() + "\" for point " + (point + 1) +
			", which are not two numbers; replace or remove the file.");
	}
}
