package io.github.hyojo.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

import io.github.hyojo.model.Architecture;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.ResidentTraining;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.graph.TrainingStep.Given;
import io.github.hyojo.model.graph.TrainingStep.Result;

/**
 * A training graph that also keeps all faces, takes those of a step by number, and takes several steps, one after the
 * other, in one call. The steps are written one by one into the graph: a loop would need gradients within a function.
 */
final class ResidentGraph extends TrainingGraph {

	private final FacesOnDevice faces;
	private final Operand<TInt32> numbers = numbers("faces");
	private final Operand<TInt32> targets = numbers("targets");
	private final Operand<TInt32> donors = numbers("donors");

	/**
	 * @param settings the networks and losses
	 * @param subjects number of training subjects
	 * @param steps of a call
	 */
	ResidentGraph(ModelSettings settings, int subjects, int steps) {
		super(settings, subjects);
		faces = new FacesOnDevice(tf, settings.size(), architecture.identityFeatures(subjects));
		add(ResidentTraining.KEEP_FACES, Map.of("image", faces.givenPixels()), done(faces.keepPixels()));
		add(ResidentTraining.KEEP_IDENTITIES, Map.of("identity", faces.givenIdentities()), done(faces.keepIdentities()));
		for (Stage stage : architecture.stages()) {
			addSteps(stage, 1, subjects);
			if (steps > 1) addSteps(stage, steps, subjects);
		}
	}

	/** Steps whose faces, targets and donors are those of the first, then those of the second, and so on. */
	private void addSteps(Stage stage, int steps, int subjects) {
		String name = ResidentTraining.signature(stage, steps);
		Operand<TInt32> sizes = tf.withName(name + "_sizes").placeholder(TInt32.class, Placeholder.shape(Shape.of(steps)));
		Map<String, Operand<?>> inputs = new TreeMap<>(Map.of("faces", numbers, "sizes", sizes, "seed", seed,
			"learning_rate", rate));
		if (stage == Stage.IDENTITY) inputs.put("targets", targets);
		if (switching(stage)) inputs.put("donors", donors);
		Map<String, List<Operand<TFloat32>>> losses = new TreeMap<>();
		Operand<TInt32> first = tf.constant(new int[] { 0 });
		Op before = null;
		for (int step = 0; step < steps; step++) {
			Operand<TInt32> size = tf.slice(sizes, tf.constant(new int[] { step }), tf.constant(new int[] { 1 }));
			GraphVariables now = before == null ? variables : variables.after(before);
			NetworkGraphs weights = before == null ? networks : new NetworkGraphs(tf, now, settings, subjects);
			AdamGraph moments = before == null ? adam : new AdamGraph(tf, now);
			Result result = new TrainingStep(graph, settings, weights, moments, given(stage, first, size, step)).of(stage);
			result.losses().forEach((term, loss) -> losses.computeIfAbsent(term, t -> new ArrayList<>()).add(loss));
			before = result.done();
			first = tf.math.add(first, size);
		}
		Map<String, Operand<?>> outputs = new TreeMap<>();
		losses.forEach((term, values) -> outputs.put(term, tf.stack(values)));
		add(name, inputs, outputs);
	}

	private Given given(Stage stage, Operand<TInt32> first, Operand<TInt32> size, int step) {
		Operand<TInt32> batch = tf.slice(numbers, first, size);
		boolean known = stage == Stage.EXPRESSION || architecture == Architecture.CONDITIONAL;
		Optional<Operand<TUint8>> target = stage == Stage.IDENTITY ? Optional.of(faces.images(tf.slice(targets, first,
			size))) : Optional.empty();
		Optional<Operand<TFloat32>> identity = known ? Optional.of(faces.identities(batch)) : Optional.empty();
		Optional<Operand<TInt32>> donor = switching(stage) ? Optional.of(tf.slice(donors, first, size)) : Optional.empty();
		return new Given(faces.images(batch), target, identity, donor, tf.math.add(seed, tf.constant(new long[] { 0, step })),
			rate);
	}
}
