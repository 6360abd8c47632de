package io.github.hyojo.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

import org.scijava.prefs.PrefService;

import io.github.hyojo.HyojoException;
import io.github.hyojo.TimeSpan;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.History;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingCost;

/** What a training would come to, in words, before it is begun. */
final class TrainingForecast {

	private static final Class<?> OWNER = TrainingCommand.class;
	/** How many times as long as {@link TrainingCost} says the last training here took. */
	private static final String SLOWNESS = "slowness";

	private TrainingForecast() {}

	/** Keeps what a training has shown of this machine. */
	static void remember(double slowness, PrefService preferences) {
		preferences.put(OWNER, SLOWNESS, slowness);
	}

	/**
	 * @param dataset the folder of the faces; null if there is none yet
	 * @param output the folder of the training; null if there is none yet
	 * @param trainings that are asked for, of faces of a size in pixels
	 * @param preferences with the speed of this machine
	 * @return lines for a dialog, as HTML
	 */
	static String text(File dataset, File output, IntFunction<List<TrainingSettings>> trainings, PrefService preferences) {
		try {
			String work = dataset == null || dataset.getPath().isBlank() ? "Choose a face dataset to see how long the training "
				+ "takes." : work(FaceDatasetFolder.summary(dataset.toPath()), trainings, preferences);
			return "<html>" + work + "<br>" + (output == null || output.getPath().isBlank() ? "" : place(output.toPath()))
				+ "</html>";
		}
		catch (HyojoException e) {
			return "<html>" + e.getMessage() + "</html>";
		}
	}

	private static String work(FaceDatasetFolder.Summary faces, IntFunction<List<TrainingSettings>> trainings,
		PrefService preferences)
	{
		double slowness = preferences.getDouble(OWNER, SLOWNESS, 0);
		double seconds = 0;
		long steps = 0;
		int images = faces.training();
		for (TrainingSettings settings : trainings.apply(faces.size())) {
			images = settings.mirrored() ? 2 * faces.training() : faces.training();
			steps += (long) settings.schedule().size() * ((images + settings.batch() - 1) / settings.batch());
			seconds += TrainingCost.whole(settings, images) * (slowness > 0 ? slowness : 1);
		}
		return String.format(Locale.ROOT, "%d training images of %d x %d pixels, %d steps, about %s %s.", images, faces.size(),
			faces.size(), steps, TimeSpan.text(seconds), slowness > 0 ? "(as fast as the last training here)"
				: "on two cores (a guess: nothing was trained here yet)");
	}

	private static String place(Path output) {
		if (Files.exists(output.resolve(ExpressionModel.FOLDER))) {
			return "The output folder holds a finished training: choose another one to train anew.";
		}
		int epochs = new History(output.resolve(Trainer.HISTORY)).read().size();
		if (epochs == 0) return "";
		return "The output folder holds a training that was stopped after epoch " + epochs
			+ ": with the same settings it goes on.";
	}
}
