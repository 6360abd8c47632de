package io.github.hyojo.training;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.model.Epoch;

/** How the steps of a training reach TensorFlow; what they come to is the same. */
interface Stepping {

	/**
	 * @param left steps that are left in an epoch, at least one
	 * @return how many of them one call takes
	 */
	int atOnce(int left);

	/**
	 * Takes steps, unless it is canceled before the first of them.
	 *
	 * @param epoch they belong to
	 * @param batches as many as one call takes
	 * @param done steps of the training that are done
	 * @param rate the learning rate
	 * @param progress hears of what there is to do before the first step of a stage
	 * @return the losses of each step by name
	 * @throws CancellationException if the progress is canceled
	 */
	List<Map<String, Double>> take(Epoch epoch, List<Batch> batches, long done, Tensor rate, Progress progress);
}
