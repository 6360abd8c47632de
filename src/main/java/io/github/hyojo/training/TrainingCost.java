package io.github.hyojo.training;

import io.github.hyojo.model.Method;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.TrainingSettings;

/** Roughly how long trainings take, as a guess before any was measured, and to compare what takes longer. */
public final class TrainingCost {

	/** Images that two cores of a server train per second in the identity stage, at 64 x 64 pixels and 256 channels. */
	private static final double REFERENCE = 200;
	private static final int REFERENCE_SIZE = 64;
	private static final int REFERENCE_CHANNELS = 256;
	/** Half the channels train about 2.5 times as fast. */
	private static final double CHANNELS_EXPONENT = Math.log(2.5) / Math.log(2);

	private TrainingCost() {}

	/**
	 * @param settings of a training
	 * @param stage of it
	 * @return seconds per image and epoch on two cores
	 */
	public static double perImage(TrainingSettings settings, Stage stage) {
		double pixels = Math.pow((double) settings.model().size() / REFERENCE_SIZE, 2);
		double width = Math.pow((double) settings.model().channels() / REFERENCE_CHANNELS, CHANNELS_EXPONENT);
		return relative(settings.model().method(), stage) * pixels * width / REFERENCE;
	}

	/** In identity stages; measured with networks of the paper's width. */
	private static double relative(Method method, Stage stage) {
		if (stage == Stage.IDENTITY) return 1;
		return 1 + (method.adversarial() ? 1.3 : 0) + (method.switching() ? 1.7 : 0);
	}
}
