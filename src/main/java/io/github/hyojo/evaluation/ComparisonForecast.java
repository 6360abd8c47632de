package io.github.hyojo.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.TrainingLoad;

/** What a comparison would come to, before it is begun. */
public final class ComparisonForecast {

	private ComparisonForecast() {}

	/**
	 * @param faces of the dataset
	 * @param methods rows of table 1
	 * @param settings how to train
	 * @return the trainings: one that serves two methods is there once, and an identity stage that several have in common
	 *         is part of the first alone
	 */
	public static List<TrainingLoad> trainings(FaceDatasetFolder.Summary faces, Collection<Method> methods,
		ComparisonSettings settings)
	{
		Set<TrainingSettings> trained = new HashSet<>();
		Set<TrainingSettings> stages = new HashSet<>();
		List<TrainingLoad> loads = new ArrayList<>();
		if (methods.isEmpty()) return loads;
		for (Method method : EnumSet.copyOf(methods)) {
			TrainingSettings training = settings.training(method);
			if (!trained.add(training)) continue;
			Optional<TrainingSettings> stage = training.identityStage();
			boolean there = stage.isPresent() && !stages.add(stage.get());
			loads.add(TrainingLoad.of(training, faces.training(settings.frames()), there ? training.epochs() : 0));
		}
		return loads;
	}

	/**
	 * @param folder of a comparison, need not exist
	 * @return how many methods are trained and evaluated there; empty if no comparison was begun there
	 */
	public static Optional<Integer> done(Path folder) {
		ComparisonFolder begun = new ComparisonFolder(folder);
		if (!begun.exists()) return Optional.empty();
		return Optional.of((int) begun.methods().stream().filter(ComparedMethod::done).count());
	}
}
