package io.github.hyojo.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelExport;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.model.TrainingSettings;

/**
 * Makes a model for users of one in training.
 *
 * @param settings of the training
 * @param faces it is trained on
 * @param tensorFlow version
 */
record ModelWriter(TrainingSettings settings, ModelInfo.Faces faces, String tensorFlow) {

	/**
	 * @param model in training
	 * @param epochs that it was trained for
	 * @param place a new or empty folder
	 */
	void write(SavedModel model, List<EpochLosses> epochs, Path place) throws IOException {
		try (NewFolder writing = NewFolder.at(place)) {
			ModelExport.model(settings.model(), faces.subjects().size(), writing.path());
			model.save("save_model", writing.path().resolve(ModelExport.VARIABLES));
			JsonFile.write(writing.path().resolve(ExpressionModel.INFO), ModelInfo.of(settings, faces, tensorFlow, epochs));
			writing.complete();
		}
	}
}
