package io.github.hyojo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.ImportSettings;

/** Faces drawn for tests: the colours tell the subject, the mouth the expression. */
public final class TinyFaces {

	private static final int[] SKINS = { 0xffe0b090, 0xff906040, 0xfff0d0c0, 0xff604030, 0xffc08060 };
	private static final int[] WALLS = { 0xff203060, 0xff80a080, 0xff702020, 0xffd0d0f0, 0xff505050 };

	private TinyFaces() {}

	/** Subjects A, B, ... (at most 5) with as many faces each, every one a sequence of its own; none is held out. */
	public static FaceDataset draw(int subjects, int each, int size) {
		List<int[]> pixels = new ArrayList<>();
		List<Face> faces = new ArrayList<>();
		for (int s = 0; s < subjects; s++) {
			String subject = String.valueOf((char) ('A' + s));
			for (int e = 0; e < each; e++) {
				pixels.add(face(s, each == 1 ? 0 : 2.0 * e / (each - 1) - 1, size));
				faces.add(new Face(subject + "/" + e + ".png", subject, "" + e, 0, null, null));
			}
		}
		return new FaceDataset(FaceDataset.images(pixels, size), faces, Set.of(), ImportSettings.DEFAULT.withSize(size));
	}

	/** A face whose mouth bends from -1 (down) to 1 (up). */
	private static int[] face(int subject, double bend, int size) {
		int[] pixels = new int[size * size];
		for (int i = 0; i < pixels.length; i++) {
			double x = (i % size + 0.5) / size - 0.5;
			double y = (i / size + 0.5) / size - 0.5;
			boolean head = 6 * x * x + 4.5 * y * y < 1;
			boolean eye = Math.hypot(Math.abs(x) - 0.16, y + 0.12) < 0.06;
			boolean mouth = Math.abs(x) < 0.2 && Math.abs(y - 0.2 + bend * (3 * x * x - 0.06)) < 0.04;
			pixels[i] = mouth ? 0xff801010 : eye ? 0xff101010 : head ? SKINS[subject] : WALLS[subject];
		}
		return pixels;
	}
}
