package io.github.hyojo.command;

import java.util.Locale;

import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.model.ModelInfo;

/**
 * What there is to do with a model.
 *
 * @param text says it, without a full stop
 * @param faces that go through its networks
 * @param kind of work: others of the kind take as long per face
 */
record Work(String text, int faces, String kind) {

	/** A face goes through an encoder or a decoder, and little else is done. */
	static final String NETWORKS = "faces";

	/** Only the networks count. */
	Work(String text, int faces) {
		this(text, faces, NETWORKS);
	}

	/**
	 * @param count of faces
	 * @param model whose they are
	 * @return in words
	 */
	static String faces(int count, ModelInfo model) {
		int size = model.settings().model().size();
		return String.format(Locale.ROOT, "%d face%s of %d x %d pixels", count, count == 1 ? "" : "s", size, size);
	}

	/**
	 * @param dataset whose faces are looked at
	 * @return how many it has, in words
	 */
	static String faces(FaceDatasetFolder.Summary dataset) {
		String all = String.format(Locale.ROOT, "%d faces of %d x %d pixels", dataset.count(), dataset.size(), dataset.size());
		return dataset.test() == 0 ? all : all + ", " + dataset.test() + " of them of test subjects";
	}
}
