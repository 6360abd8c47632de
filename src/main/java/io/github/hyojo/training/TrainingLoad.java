package io.github.hyojo.training;

import java.util.List;

import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.TrainingSettings;

/**
 * How much there is to do in a training.
 *
 * @param faces that it is trained on, mirror images among them
 * @param steps of all its epochs
 * @param seconds on two cores, by {@link TrainingCost}
 */
public record TrainingLoad(int faces, long steps, double seconds) {

	/**
	 * @param settings of a training
	 * @param originals the faces that it is given, without mirror images
	 * @param done epochs that need not be trained any more
	 * @return what is to be done
	 */
	public static TrainingLoad of(TrainingSettings settings, int originals, int done) {
		int faces = settings.mirrored() ? 2 * originals : originals;
		List<Epoch> all = settings.schedule();
		List<Epoch> left = all.subList(Math.min(done, all.size()), all.size());
		double seconds = left.stream().mapToDouble(epoch -> faces * TrainingCost.perImage(settings, epoch.stage())).sum();
		return new TrainingLoad(faces, (long) left.size() * BatchPlan.steps(faces, settings.batch()), seconds);
	}
}
