package io.github.hyojo.model.graph;

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
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.graph.GraphVariables.Saver;
import io.github.hyojo.model.graph.TrainingStep.Given;

/**
 * The graph of a model in training: what {@link ModelGraph} has, and a signature for a step of each stage, which is given
 * the pixels of its faces. Only what the method needs is in it.
 */
class TrainingGraph extends ModelGraph {

	/** What makes the noise of a step: the run's seed and the number of the step. */
	final Operand<TInt64> seed;
	final Operand<TFloat32> rate;
	final AdamGraph adam = new AdamGraph(tf, variables);

	/**
	 * @param settings the networks and losses
	 * @param subjects number of training subjects
	 */
	TrainingGraph(ModelSettings settings, int subjects) {
		super(settings, subjects);
		seed = tf.withName("seed").placeholder(TInt64.class, Placeholder.shape(Shape.of(2)));
		rate = tf.withName("learning_rate").placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
		for (Stage stage : architecture.stages()) addStep(stage);
		add("reset_optimizer", Map.of("learning_rate", rate), Map.of("done", tf.withControlDependencies(adam.reset())
			.identity(rate)));
		saving("save_training", variables.saver("training", variables.all()));
		saving("save_model", variables.saver("model", networks.variables()));
	}

	private void addStep(Stage stage) {
		Map<String, Operand<?>> inputs = new TreeMap<>(Map.of("image", image, "seed", seed, "learning_rate", rate));
		Optional<Operand<TUint8>> target = stage == Stage.IDENTITY ? Optional.of(images("target")) : Optional.empty();
		target.ifPresent(images -> inputs.put("target", images));
		Optional<Operand<TInt32>> donor = switching(stage) ? Optional.of(numbers("donor")) : Optional.empty();
		donor.ifPresent(places -> inputs.put("donor", places));
		condition().ifPresent(subject -> inputs.put("identity", subject));
		Optional<Operand<TFloat32>> identity = stage == Stage.EXPRESSION ? Optional.of(tf.stopGradient(networks.identity()
			.encodeMean(x))) : condition();
		Map<String, Operand<TFloat32>> losses = new TrainingStep(graph, settings, networks, adam, new Given(image, target,
			identity, donor, seed, rate)).of(stage).losses();
		add(stage.signature(), inputs, new TreeMap<>(losses));
		if (stage != Stage.EXPRESSION) return;
		// TensorFlow takes values for any tensor, and leaves out what would compute it
		inputs.put("identity", identity.orElseThrow());
		add(Stage.IDENTITY_KNOWN, inputs, new TreeMap<>(losses));
	}

	/** @return whether a step of a stage has L_switch, and asks for donors */
	boolean switching(Stage stage) {
		return stage == Stage.EXPRESSION && settings.method().switching();
	}

	/** A list of whole numbers that is fed. */
	Operand<TInt32> numbers(String name) {
		return tf.withName(name).placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
	}

	/** An output that is there once something is done. */
	Map<String, Operand<?>> done(Op op) {
		return Map.of("done", tf.withControlDependencies(List.of(op)).identity(tf.constant(1f)));
	}

	private void saving(String name, Saver saver) {
		add(name, Map.of("path", saver.path()), done(saver.save()));
	}
}
