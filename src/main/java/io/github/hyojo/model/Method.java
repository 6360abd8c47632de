package io.github.hyojo.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.hyojo.HyojoException;

/** A row of the paper's table 1: all in which the methods differ, but for how an evaluation sees their features. */
public enum Method {
	/** The SMC 2020 method: both stages once, neither L_gan nor L_switch. */
	CONVENTIONAL("conventional", Architecture.TWO_ENCODERS, false, false, 1),
	/** With L_gan. */
	ADVERSARIAL("adversarial", Architecture.TWO_ENCODERS, true, false, 1),
	/** With L_gan and L_switch. */
	SWITCH("switch", Architecture.TWO_ENCODERS, true, true, 1),
	/** With L_gan and L_switch, the two stages repeated in turn. */
	ITERATED("iterated", Architecture.TWO_ENCODERS, true, true, 2),
	/** The same with faces of 128 x 128 pixels. */
	ITERATED_128("iterated at 128", ITERATED, 128),
	/** The original variational autoencoder, whose whole latent counts as expression. */
	VAE("VAE", Architecture.ONE_ENCODER, false, false, 1),
	/** The same model, seen otherwise: what is left of a latent without the mean of its subject's counts as expression. */
	VAE_MINUS_SUBJECT_MEAN("VAE minus subject mean", VAE, 64),
	/** A variational autoencoder conditioned on the subject in encoder and decoder. */
	C_VAE("C-VAE", Architecture.CONDITIONAL, false, false, 1);

	private final String label;
	private final Architecture architecture;
	private final boolean adversarial;
	private final boolean switching;
	private final int rounds;
	private final int size;
	/** Null for itself, which a constructor cannot name. */
	private final Method trained;

	Method(String label, Architecture architecture, boolean adversarial, boolean switching, int rounds) {
		this(label, architecture, adversarial, switching, rounds, 64, null);
	}

	/** A row that another one's training serves. */
	Method(String label, Method trained, int size) {
		this(label, trained.architecture, trained.adversarial, trained.switching, trained.rounds, size, trained);
	}

	Method(String label, Architecture architecture, boolean adversarial, boolean switching, int rounds, int size,
		Method trained)
	{
		this.label = label;
		this.architecture = architecture;
		this.adversarial = adversarial;
		this.switching = switching;
		this.rounds = rounds;
		this.size = size;
		this.trained = trained;
	}

	/**
	 * @param key what {@link #key} returns, in any case
	 * @return the method
	 * @throws HyojoException if there is none of that name
	 */
	public static Method of(String key) {
		return Arrays.stream(values()).filter(method -> method.key().equalsIgnoreCase(key.strip())).findAny().orElseThrow(
			() -> new HyojoException("There is no method \"" + key.strip() + "\": the methods are " + Arrays.stream(values())
				.map(Method::key).collect(Collectors.joining(", ")) + "."));
	}

	/** @return its name in macros and files, for example {@code c_vae} */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return its name for people, for example C-VAE */
	public String label() {
		return label;
	}

	/** @return which networks it has */
	public Architecture architecture() {
		return architecture;
	}

	/** @return the stages of a round, in order */
	public List<Stage> stages() {
		return architecture.stages();
	}

	/** @return whether a discriminator is trained and L_gan counts */
	public boolean adversarial() {
		return adversarial;
	}

	/** @return whether L_switch counts, which needs images of at least two subjects in each batch */
	public boolean switching() {
		return switching;
	}

	/** @return how often its stages are gone through unless the settings say otherwise */
	public int rounds() {
		return rounds;
	}

	/**
	 * Checks that its models see in a picture who it shows and, apart from that, what the face does.
	 *
	 * @throws HyojoException if they do not
	 */
	public void checkSeparates() {
		if (architecture == Architecture.TWO_ENCODERS) return;
		throw new HyojoException("A model of the method " + label
			+ " does not separate expression from identity by itself: choose a model of another method.");
	}

	/** @return width and height in pixels of the faces with which table 1 has it: 64 or 128 */
	public int size() {
		return size;
	}

	/** @return the method whose training serves this one: itself, or one that differs in the size or in the use only */
	public Method trained() {
		return trained == null ? this : trained;
	}
}
