package io.github.hyojo.model;

import java.util.List;

import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.ImportSettings;

/**
 * How a model was made: {@code hyojo.json}.
 *
 * @param format version of the model folder's format
 * @param hyojo version of the plugin
 * @param tensorFlow version of TensorFlow
 * @param java version of Java
 * @param settings of the training
 * @param faces what it was trained on
 * @param history losses of every epoch
 */
public record ModelInfo(int format, String hyojo, String tensorFlow, String java, TrainingSettings settings,
	Faces faces, List<EpochLosses> history)
{

	/** The format that this version writes, and the newest it reads. */
	public static final int FORMAT = 1;

	/**
	 * The faces of a training.
	 *
	 * @param fingerprint of the training faces
	 * @param images number of training images
	 * @param subjects the training subjects
	 * @param source how they were imported; new faces have to be framed alike
	 */
	public record Faces(String fingerprint, int images, List<String> subjects, ImportSettings source) {

		/**
		 * @param training the training faces
		 * @return what a model tells of them
		 */
		public static Faces of(FaceDataset training) {
			return new Faces(training.fingerprint(), training.count(), training.subjects(), training.settings());
		}
	}

	/**
	 * @param settings of the training
	 * @param faces what it is trained on
	 * @param tensorFlow version of TensorFlow
	 * @param history losses of every epoch so far
	 * @return what this version of the plugin says of a model
	 */
	public static ModelInfo of(TrainingSettings settings, Faces faces, String tensorFlow, List<EpochLosses> history) {
		Versions versions = Versions.running(tensorFlow);
		return new ModelInfo(FORMAT, versions.hyojo(), versions.tensorFlow(), versions.java(), settings, faces, List.copyOf(
			history));
	}
}
