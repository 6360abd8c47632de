package io.github.hyojo.model.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

import io.github.hyojo.model.LossWeights;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Network;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.graph.GraphVariables.Saver;
import io.github.hyojo.model.graph.GraphVariables.Variable;
import io.github.hyojo.model.graph.NetworkGraph.Posterior;

/**
 * The graph of a model in training: what {@link ModelGraph} has, and a signature for a step of each stage. Only what
 * the method needs is in it.
 */
final class TrainingGraph extends ModelGraph {

	private final Losses losses = new Losses(tf);
	private final LossWeights weights;
	private final AdamGraph adam = new AdamGraph(tf, variables);
	private final Operand<TInt32> count;
	/** What makes the noise of a step: the run's seed and the number of the step. */
	private final Operand<TInt64> seed;
	private final Operand<TFloat32> rate;

	/**
	 * @param settings the networks and losses
	 * @param subjects number of training subjects
	 */
	TrainingGraph(ModelSettings settings, int subjects) {
		super(settings, subjects);
		weights = settings.weights();
		count = tf.shape.head(tf.shape(image));
		seed = tf.withName("seed").placeholder(TInt64.class, Placeholder.shape(Shape.of(2)));
		rate = tf.withName("learning_rate").placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
		for (Stage stage : architecture.stages()) {
			switch (stage) {
				case IDENTITY -> identityStage();
				case EXPRESSION -> expressionStage();
				case JOINT -> jointStage();
			}
		}
		add("reset_optimizer", Map.of("learning_rate", rate), Map.of("done", tf.withControlDependencies(adam.reset())
			.identity(rate)));
		saving("save_training", variables.saver("training", variables.all()));
		saving("save_model", variables.saver("model", modelVariables()));
	}

	/** Eq. 1: another image of the subject from z_i alone. */
	private void identityStage() {
		Operand<TUint8> target = images("target");
		Posterior q = identity().encode(x);
		Operand<TFloat32> zi = sample(q, noise(Network.LATENT));
		Operand<TFloat32> decoded = decoder.decode(latent(zi, tf.zerosLike(zi)));
		Map<String, Operand<?>> terms = new TreeMap<>();
		Operand<TFloat32> loss = variational(q, decoded, unit(target), weights.klIdentity(), weights
			.reconstructionIdentity(), terms);
		List<Variable> trained = new ArrayList<>(identity().variables());
		trained.addAll(decoder.variables());
		List<Op> updates = adam.update(gradients(loss, trained), rate);
		add(Stage.IDENTITY.signature(), Map.of("image", image, "target", target, "seed", seed, "learning_rate", rate), after(
			updates, terms));
	}

	/** Eq. 2-5: the image itself from the frozen encoder's z_i and from z_e. */
	private void expressionStage() {
		Map<String, Operand<?>> inputs = new TreeMap<>(Map.of("image", image, "seed", seed, "learning_rate", rate));
		Map<String, Operand<?>> terms = new TreeMap<>();
		boolean adversarial = settings.method().adversarial();
		Operand<TFloat32> zi = tf.stopGradient(identity().encodeMean(x));
		Posterior q = expression.encode(x);
		Operand<TFloat32> noise = noise(adversarial ? 3 * Network.LATENT : Network.LATENT);
		Operand<TFloat32> decoded = decoder.decode(latent(zi, sample(q, columns(noise, 0, 1))));
		Operand<TFloat32> loss = variational(q, decoded, x, weights.klExpression(), weights.reconstructionExpression(),
			terms);
		Operand<TFloat32> discriminatorLoss = null;
		NetworkGraph discriminator = null;
		if (adversarial) {
			discriminator = network(settings.networks().discriminator());
			Operand<TFloat32> imagined = decoder.decode(columns(noise, 1, 3));
			Operand<TFloat32> real = discriminator.score(x);
			Operand<TFloat32> reconstructed = discriminator.score(decoded);
			Operand<TFloat32> drawn = discriminator.score(imagined);
			discriminatorLoss = tf.math.add(losses.real(real), tf.math.add(losses.decoded(reconstructed), losses.decoded(
				drawn)));
			Operand<TFloat32> generator = tf.math.add(losses.real(reconstructed), losses.real(drawn));
			terms.put("discriminator", discriminatorLoss);
			terms.put("generator", generator);
			loss = tf.math.add(loss, tf.math.mul(losses.number(weights.adversarial()), generator));
		}
		if (settings.method().switching()) {
			Operand<TInt32> donor = tf.withName("donor").placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
			inputs.put("donor", donor);
			Operand<TFloat32> term = switchLoss(zi, tf.gather(q.mean(), donor, tf.constant(0)));
			terms.put("switch", term);
			loss = tf.math.add(loss, tf.math.mul(losses.number(weights.switching()), term));
		}
		terms.put("loss", loss);
		List<Variable> trained = new ArrayList<>(expression.variables());
		trained.addAll(decoder.variables());
		Map<Variable, Operand<TFloat32>> gradients = gradients(loss, trained);
		if (discriminator != null) gradients.putAll(gradients(discriminatorLoss, discriminator.variables()));
		Map<String, Operand<?>> outputs = after(adam.update(gradients, rate), terms);
		add(Stage.EXPRESSION.signature(), inputs, outputs);
		// TensorFlow takes values for any tensor, and leaves out what would compute it
		inputs.put("identity", zi);
		add(Stage.IDENTITY_KNOWN, inputs, outputs);
	}

	/** The only stage of a variational autoencoder: the image itself from its z and, if that is told, its subject. */
	private void jointStage() {
		Map<String, Operand<?>> inputs = new TreeMap<>(Map.of("image", image, "seed", seed, "learning_rate", rate));
		condition().ifPresent(subject -> inputs.put("identity", subject));
		Map<String, Operand<?>> terms = new TreeMap<>();
		Posterior q = expression.encode(x, condition());
		Operand<TFloat32> z = sample(q, noise(architecture.expressionFeatures()));
		Operand<TFloat32> loss = variational(q, decoder.decode(latent(condition(), z)), x, weights.klExpression(), weights
			.reconstructionExpression(), terms);
		add(Stage.JOINT.signature(), inputs, after(adam.update(gradients(loss, modelVariables()), rate), terms));
	}

	/** Eq. 4: what is decoded from one image's z_i and a donor's z_e has to show both again. */
	private Operand<TFloat32> switchLoss(Operand<TFloat32> zi, Operand<TFloat32> ze) {
		Operand<TFloat32> target = weights.fixedSwitchTargets() ? tf.stopGradient(ze) : ze;
		Operand<TFloat32> switched = decoder.decode(latent(zi, target));
		return tf.math.add(losses.features(zi, identity().encodeMean(switched)), losses.features(target, expression.encodeMean(
			switched)));
	}

	private Operand<TFloat32> variational(Posterior q, Operand<TFloat32> decoded, Operand<TFloat32> original,
		double klWeight, double reconstructionWeight, Map<String, Operand<?>> terms)
	{
		Operand<TFloat32> kl = losses.kl(q, weights.klReduction());
		Operand<TFloat32> reconstruction = losses.reconstruction(original, decoded, weights.reconstructionReduction());
		Operand<TFloat32> loss = tf.math.add(tf.math.mul(losses.number(klWeight), kl), tf.math.mul(losses.number(
			reconstructionWeight), reconstruction));
		terms.put("kl", kl);
		terms.put("reconstruction", reconstruction);
		terms.put("loss", loss);
		return loss;
	}

	/** N x columns standard normal numbers, the same for the same seed and step. */
	private Operand<TFloat32> noise(int columns) {
		return tf.random.statelessRandomNormal(tf.concat(List.of(count, tf.constant(new int[] { columns })), tf.constant(
			0)), seed, TFloat32.class);
	}

	/** Columns of the latent's width, from one to before another. */
	private Operand<TFloat32> columns(Operand<TFloat32> noise, int from, int to) {
		return tf.slice(noise, tf.constant(new int[] { 0, from * Network.LATENT }), tf.constant(new int[] { -1, (to - from) *
			Network.LATENT }));
	}

	private Operand<TFloat32> sample(Posterior q, Operand<TFloat32> noise) {
		return tf.math.add(q.mean(), tf.math.mul(noise, tf.math.exp(tf.math.mul(losses.number(0.5), q.logVariance()))));
	}

	@SuppressWarnings("unchecked")
	private Map<Variable, Operand<TFloat32>> gradients(Operand<TFloat32> loss, List<Variable> of) {
		Output<?>[] values = of.stream().map(v -> v.value().asOutput()).toArray(Output<?>[]::new);
		Output<?>[] gradients = graph.addGradients(loss.asOutput(), values);
		Map<Variable, Operand<TFloat32>> result = new LinkedHashMap<>();
		for (int i = 0; i < gradients.length; i++) {
			result.put(of.get(i), (Output<TFloat32>) gradients[i]);
		}
		return result;
	}

	/** The terms, once the step is done. */
	private Map<String, Operand<?>> after(List<Op> updates, Map<String, Operand<?>> terms) {
		List<Op> done = new ArrayList<>(updates);
		done.addAll(adam.advance(updates));
		Map<String, Operand<?>> outputs = new TreeMap<>();
		terms.forEach((name, term) -> outputs.put(name, tf.withControlDependencies(done).identity(term)));
		return outputs;
	}

	private void saving(String name, Saver saver) {
		add(name, Map.of("path", saver.path()), Map.of("done", tf.withControlDependencies(List.of(saver.save())).identity(tf
			.constant(1f))));
	}
}
