package io.github.hyojo.model.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

import io.github.hyojo.model.Architecture;
import io.github.hyojo.model.LossWeights;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Network;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.graph.GraphVariables.Variable;
import io.github.hyojo.model.graph.NetworkGraph.Posterior;

/** A step of a training as a part of a graph: from the weights that the variables have at some time to the next ones. */
final class TrainingStep {

	/**
	 * What a step is given.
	 *
	 * @param image N x S x S x 3 pixels in 0-255
	 * @param target other images of the same subjects, in the identity stage
	 * @param identity N x I: what the frozen encoder makes of the images, in the expression stage; the subjects' code, if
	 *          the model is told that; otherwise empty
	 * @param donor for each image, the place in the batch of another subject's, if there is L_switch; otherwise empty
	 * @param seed what makes the noise: the run's seed and the number of the step
	 * @param rate the learning rate
	 */
	record Given(Operand<TUint8> image, Optional<Operand<TUint8>> target, Optional<Operand<TFloat32>> identity,
		Optional<Operand<TInt32>> donor, Operand<TInt64> seed, Operand<TFloat32> rate) {}

	/**
	 * What a step has come to.
	 *
	 * @param losses each term by name; known only when the step is done
	 * @param done after which the variables have their next values
	 */
	record Result(Map<String, Operand<TFloat32>> losses, Op done) {}

	private final Graph graph;
	private final Ops tf;
	private final ModelSettings settings;
	private final LossWeights weights;
	private final Losses losses;
	private final NetworkGraphs networks;
	private final AdamGraph adam;
	private final Given given;
	private final Operand<TFloat32> x;
	private final Map<String, Operand<TFloat32>> terms = new TreeMap<>();

	/**
	 * @param graph that it becomes a part of
	 * @param settings the networks and losses
	 * @param networks with the weights before the step
	 * @param adam with the moments before the step
	 * @param given what it is given
	 */
	TrainingStep(Graph graph, ModelSettings settings, NetworkGraphs networks, AdamGraph adam, Given given) {
		this.graph = graph;
		tf = Ops.create(graph);
		this.settings = settings;
		weights = settings.weights();
		losses = new Losses(tf);
		this.networks = networks;
		this.adam = adam;
		this.given = given;
		x = networks.unit(given.image());
	}

	/**
	 * Adds the step to the graph.
	 *
	 * @param stage what is trained
	 * @return what it comes to
	 */
	Result of(Stage stage) {
		Map<Variable, Operand<TFloat32>> gradients = switch (stage) {
			case IDENTITY -> identityStage();
			case EXPRESSION -> expressionStage();
			case JOINT -> jointStage();
		};
		List<Op> updates = adam.update(gradients, given.rate());
		List<Op> all = new ArrayList<>(updates);
		all.addAll(adam.advance(updates));
		Op done = tf.withControlDependencies(all).noOp();
		Ops then = tf.withControlDependencies(List.of(done));
		terms.replaceAll((name, term) -> then.identity(term));
		return new Result(terms, done);
	}

	/** Eq. 1: another image of the subject from z_i alone. */
	private Map<Variable, Operand<TFloat32>> identityStage() {
		Posterior q = networks.identity().encode(x);
		Operand<TFloat32> zi = sample(q, noise(Network.LATENT));
		Operand<TFloat32> decoded = networks.decode(Optional.of(zi), tf.zerosLike(zi));
		Operand<TFloat32> loss = variational(q, decoded, networks.unit(given.target().orElseThrow()), weights.klIdentity(),
			weights.reconstructionIdentity());
		terms.put("loss", loss);
		return gradients(loss, networks.identity(), networks.decoder());
	}

	/** Eq. 2-5: the image itself from the frozen encoder's z_i and from z_e. */
	private Map<Variable, Operand<TFloat32>> expressionStage() {
		boolean adversarial = settings.method().adversarial();
		Posterior q = networks.expression().encode(x);
		Operand<TFloat32> noise = noise(adversarial ? 3 * Network.LATENT : Network.LATENT);
		Operand<TFloat32> decoded = networks.decode(given.identity(), sample(q, columns(noise, 0, 1)));
		Operand<TFloat32> loss = variational(q, decoded, x, weights.klExpression(), weights.reconstructionExpression());
		Map<Variable, Operand<TFloat32>> gradients = new LinkedHashMap<>();
		if (adversarial) {
			NetworkGraph discriminator = networks.discriminator();
			Operand<TFloat32> imagined = networks.decoder().decode(columns(noise, 1, 3));
			Operand<TFloat32> real = discriminator.score(x);
			Operand<TFloat32> reconstructed = discriminator.score(decoded);
			Operand<TFloat32> drawn = discriminator.score(imagined);
			Operand<TFloat32> judged = tf.math.add(losses.real(real), tf.math.add(losses.decoded(reconstructed), losses
				.decoded(drawn)));
			Operand<TFloat32> generator = tf.math.add(losses.real(reconstructed), losses.real(drawn));
			terms.put("discriminator", judged);
			terms.put("generator", generator);
			loss = tf.math.add(loss, tf.math.mul(losses.number(weights.adversarial()), generator));
			gradients.putAll(gradients(judged, discriminator));
		}
		if (settings.method().switching()) {
			Operand<TFloat32> term = switchLoss(given.identity().orElseThrow(), tf.gather(q.mean(), given.donor()
				.orElseThrow(), tf.constant(0)));
			terms.put("switch", term);
			loss = tf.math.add(loss, tf.math.mul(losses.number(weights.switching()), term));
		}
		terms.put("loss", loss);
		gradients.putAll(gradients(loss, networks.expression(), networks.decoder()));
		return gradients;
	}

	/** The only stage of a variational autoencoder: the image itself from its z and, if that is told, its subject. */
	private Map<Variable, Operand<TFloat32>> jointStage() {
		Posterior q = networks.expression().encode(x, given.identity());
		Operand<TFloat32> z = sample(q, noise(settings.method().architecture().expressionFeatures()));
		Operand<TFloat32> loss = variational(q, networks.decode(given.identity(), z), x, weights.klExpression(), weights
			.reconstructionExpression());
		terms.put("loss", loss);
		return gradients(loss, networks.expression(), networks.decoder());
	}

	/** Eq. 4: what is decoded from one image's z_i and a donor's z_e has to show both again. */
	private Operand<TFloat32> switchLoss(Operand<TFloat32> zi, Operand<TFloat32> ze) {
		Operand<TFloat32> target = weights.fixedSwitchTargets() ? tf.stopGradient(ze) : ze;
		Operand<TFloat32> switched = networks.decode(Optional.of(zi), target);
		return tf.math.add(losses.features(zi, networks.identity().encodeMean(switched)), losses.features(target, networks
			.expression().encodeMean(switched)));
	}

	private Operand<TFloat32> variational(Posterior q, Operand<TFloat32> decoded, Operand<TFloat32> original,
		double klWeight, double reconstructionWeight)
	{
		Operand<TFloat32> kl = losses.kl(q, weights.klReduction());
		Operand<TFloat32> reconstruction = losses.reconstruction(original, decoded, weights.reconstructionReduction());
		terms.put("kl", kl);
		terms.put("reconstruction", reconstruction);
		return tf.math.add(tf.math.mul(losses.number(klWeight), kl), tf.math.mul(losses.number(reconstructionWeight),
			reconstruction));
	}

	/** N x columns standard normal numbers, the same for the same seed and step. */
	private Operand<TFloat32> noise(int columns) {
		Operand<TInt32> count = tf.shape.head(tf.shape(given.image()));
		return tf.random.statelessRandomNormal(tf.concat(List.of(count, tf.constant(new int[] { columns })), tf.constant(
			0)), given.seed(), TFloat32.class);
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
	private Map<Variable, Operand<TFloat32>> gradients(Operand<TFloat32> loss, NetworkGraph... trained) {
		List<Variable> of = new ArrayList<>();
		for (NetworkGraph network : trained) {
			of.addAll(network.variables());
		}
		Output<?>[] values = of.stream().map(v -> v.value().asOutput()).toArray(Output<?>[]::new);
		Output<?>[] gradients = graph.addGradients(loss.asOutput(), values);
		Map<Variable, Operand<TFloat32>> result = new LinkedHashMap<>();
		for (int i = 0; i < gradients.length; i++) {
			result.put(of.get(i), (Output<TFloat32>) gradients[i]);
		}
		return result;
	}
}
