package io.github.hyojo.command;

import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;

import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

import io.github.hyojo.HyojoException;
import io.github.hyojo.data.FaceDatasetFolder;

/**
 * A command whose dialog says, before OK, what would come of the inputs: how much there is to do, how long it takes here,
 * and what is wrong. Inputs on which that depends have {@code callback = "forecast"}.
 */
public abstract class ForecastCommand extends HyojoCommand {

	@Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false, initializer = "forecast")
	private String forecast = "";

	private File seen;
	private FaceDatasetFolder.Summary summary;

	/** Called when the dialog opens and when an input changes. */
	@SuppressWarnings("unused") // by SciJava
	private void forecast() {
		String text;
		try {
			text = String.join("<br>", foresee());
		}
		// a path may be half typed
		catch (HyojoException | InvalidPathException | UncheckedIOException e) {
			text = e.getMessage();
		}
		forecast = "<html>" + text + "</html>";
	}

	/**
	 * Looks at the inputs, quickly: nothing is trained, loaded or decoded.
	 *
	 * @return sentences for the dialog, a line each
	 * @throws HyojoException if an input makes no sense; its sentence is shown instead
	 */
	abstract List<String> foresee();

	/** @return what a dataset has; looked at once as long as the same one is asked for */
	FaceDatasetFolder.Summary summary(File dataset) {
		if (!dataset.equals(seen)) {
			summary = FaceDatasetFolder.summary(dataset.toPath());
			seen = dataset;
		}
		return summary;
	}

	/** @return whether a file or folder was chosen */
	static boolean given(File file) {
		return file != null && !file.getPath().isBlank();
	}

	/**
	 * @param kind of work
	 * @param device auto, CPU or GPU, as the command has it
	 * @return how fast such work goes there
	 */
	Pace pace(String kind, String device) {
		return new Pace(preferences(), kind + "." + settings(device).device());
	}
}
