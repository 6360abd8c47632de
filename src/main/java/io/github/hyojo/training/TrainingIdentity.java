package io.github.hyojo.training;

import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.model.TrainingSettings;

/**
 * What has to be the same for a training to go on: {@code training.json}.
 *
 * @param settings of the training
 * @param faces what it is trained on
 */
record TrainingIdentity(TrainingSettings settings, ModelInfo.Faces faces) {

	/** Its file in the training's folder. */
	static final String FILE = "training.json";
}
