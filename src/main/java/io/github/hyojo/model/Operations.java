package io.github.hyojo.model;

import java.util.function.Predicate;

/**
 * Counts the floating-point operations that a model takes per image, from its networks' layers: two for each
 * multiplication with its addition, also where a kernel lies on the padding. What is done value by value (biases,
 * activations, losses, noise, the optimiser) is not counted; it takes time, but little arithmetic.
 *
 * <p>Going back through a layer takes as many operations as going forward for the gradient of its weights, and as many
 * again for the gradient of its input, where these are asked for.
 */
public final class Operations {

	private static final long PER_MULTIPLICATION = 2;
	private static final String LOG_VARIANCE = "log_variance";

	private final ModelSettings settings;
	private final Network expression;
	private final Network decoder;
	private final Network discriminator;

	/**
	 * @param settings the networks and losses
	 * @param subjects number of training subjects, of which only conditional networks are told
	 */
	public Operations(ModelSettings settings, int subjects) {
		this.settings = settings;
		expression = network("expression", subjects);
		decoder = network("decoder", subjects);
		discriminator = settings.networks().discriminator();
	}

	private Network network(String name, int subjects) {
		return settings.method().architecture().networks(settings.networks(), subjects).stream().filter(network -> network
			.name().equals(name)).findAny().orElseThrow();
	}

	/** @return of one encoder, means alone */
	public long encoding() {
		return PER_MULTIPLICATION * mean();
	}

	/** @return of the decoder */
	public long decoding() {
		return PER_MULTIPLICATION * decoder.multiplications();
	}

	/** @return of a face with the identity of one face and the expression of another, both still to be encoded */
	public long swapping() {
		return 2 * encoding() + decoding();
	}

	/**
	 * @param stage of the method
	 * @return of a training step, per image of its batch
	 * @throws IllegalArgumentException if the method has no such stage
	 */
	public long training(Stage stage) {
		if (!settings.method().stages().contains(stage)) {
			throw new IllegalArgumentException("The method " + settings.method().key() + " has no stage " + stage);
		}
		// Both encoders are alike, so that one stands for the other.
		long autoencoder = trained(expression.multiplications(), firsts(expression)) + trained(decoder.multiplications(), 0);
		return PER_MULTIPLICATION * (stage == Stage.EXPRESSION ? autoencoder + expressionStage() : autoencoder);
	}

	/**
	 * What the expression stage has beside the expression encoder and the decoder of the reconstruction. The frozen
	 * identity encoder saw the faces before the first step.
	 */
	private long expressionStage() {
		return (settings.method().adversarial() ? adversarial() : 0) + (settings.method().switching() ? switching() : 0);
	}

	/** Faces decoded from noise; the discriminator on these, on reconstructions and on real ones. */
	private long adversarial() {
		long imagined = trained(decoder.multiplications(), firsts(decoder));
		long score = discriminator.multiplications();
		long judged = 3 * trained(score, firsts(discriminator));
		long generator = 2 * score; // back to both kinds of decoded faces, with another loss, and no weights
		return imagined + judged + generator;
	}

	/** Decoded from one's identity and another's expression, and encoded again by both. */
	private long switching() {
		boolean fixed = settings.weights().fixedSwitchTargets();
		long switched = trained(decoder.multiplications(), fixed ? firsts(decoder) : 0);
		long identity = 2 * mean(); // forward, and back to the image; its weights are frozen
		return switched + identity + trained(mean(), 0);
	}

	/** Forward, and back to weights and inputs but for those inputs that need no gradient. */
	private static long trained(long forward, long withoutInputGradient) {
		return 3 * forward - withoutInputGradient;
	}

	private long mean() {
		return sum(expression, layer -> !layer.name().equals(LOG_VARIANCE));
	}

	/** Of the layers that take what the whole network is given: the first, and one that takes a code of the subject. */
	private static long firsts(Network network) {
		Layer first = network.layers().stream().filter(layer -> layer.kind() != Layer.Kind.EMBEDDING).findFirst()
			.orElseThrow();
		return sum(network, layer -> layer == first || layer.kind() == Layer.Kind.EMBEDDING);
	}

	private static long sum(Network network, Predicate<Layer> which) {
		return network.layers().stream().filter(which).mapToLong(Layer::multiplications).sum();
	}
}
