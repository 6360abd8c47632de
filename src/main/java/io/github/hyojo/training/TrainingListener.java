package io.github.hyojo.training;

import java.util.List;
import java.util.Map;

import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.EpochLosses;
import io.github.hyojo.model.TrainingSettings;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** Hears of a training as it goes on, in the thread that trains. Windows, logs and files hang on it. */
public interface TrainingListener {

	/** Hears nothing. */
	TrainingListener NONE = new TrainingListener() {};

	/**
	 * What is going to be trained.
	 *
	 * @param settings of the training
	 * @param faces number of training faces
	 * @param stepsPerEpoch steps in an epoch
	 * @param stepsDone steps that an earlier run has done
	 * @param device where TensorFlow computes: CPU or GPU
	 * @param history losses of the epochs that an earlier run has done
	 */
	record Plan(TrainingSettings settings, int faces, int stepsPerEpoch, long stepsDone, String device,
		List<EpochLosses> history)
	{

		/** @return steps of the whole training */
		public long steps() {
			return (long) settings.schedule().size() * stepsPerEpoch;
		}
	}

	/**
	 * A step that is done.
	 *
	 * @param epoch it belongs to
	 * @param number in the epoch, from 1
	 * @param total number in the training, from 1
	 * @param faces in its batch
	 * @param losses each term by name
	 * @param more steps that were taken in the same call, and are told at once after this one
	 */
	record Step(Epoch epoch, int number, long total, int faces, Map<String, Double> losses, int more) {

		/**
		 * A step that was taken by itself.
		 *
		 * @param epoch it belongs to
		 * @param number in the epoch, from 1
		 * @param total number in the training, from 1
		 * @param faces in its batch
		 * @param losses each term by name
		 */
		public Step(Epoch epoch, int number, long total, int faces, Map<String, Double> losses) {
			this(epoch, number, total, faces, losses, 0);
		}
	}

	/**
	 * Fixed examples, swapped by the model as it is now.
	 *
	 * @param step after which
	 * @param identities S x S x I faces
	 * @param expressions S x S x E faces
	 * @param swapped S x S x (I * E) faces, number e * I + i with the identity of i and the expression of e
	 */
	record Preview(Step step, RandomAccessibleInterval<ARGBType> identities,
		RandomAccessibleInterval<ARGBType> expressions, RandomAccessibleInterval<ARGBType> swapped) {}

	/**
	 * Where the model of a training comes from that was finished early.
	 *
	 * @param epoch that was under way when its weights were saved, from 1
	 * @param step steps of that epoch that they have learnt; 0 if the epochs before are whole
	 */
	record Early(int epoch, int step) {}

	/** @param plan what is going to be trained */
	default void started(Plan plan) {}

	/** @param step that is done */
	default void stepDone(Step step) {}

	/** @param epoch that is done */
	default void epochDone(EpochLosses epoch) {}

	/**
	 * @param step that is done
	 * @return whether a preview is wanted after it; only methods with two encoders give one, and it goes to all who listen
	 */
	default boolean wantsPreview(Step step) {
		return false;
	}

	/** @param preview that was asked for */
	default void preview(Preview preview) {}

	/** The training goes on after it has waited, for a pause or a model that was written. */
	default void resumed() {}

	/** @param early where the model comes from, as the training is finished early */
	default void finishedEarly(Early early) {}

	/** @param listeners that shall all hear
	 * @return one that passes everything on to them, in order */
	static TrainingListener all(List<TrainingListener> listeners) {
		return new TrainingListeners(listeners);
	}
}
