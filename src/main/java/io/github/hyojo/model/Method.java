package io.github.hyojo.model;

/** A row of the paper's table 1: which losses the expression stage adds to the variational ones, and how often stages repeat. */
public enum Method {
	/** The SMC 2020 method: both stages once, neither L_gan nor L_switch. */
	CONVENTIONAL(false, false, 1),
	/** With L_gan. */
	ADVERSARIAL(true, false, 1),
	/** With L_gan and L_switch. */
	SWITCH(true, true, 1),
	/** With L_gan and L_switch, the two stages repeated in turn. */
	ITERATED(true, true, 2);

	private final boolean adversarial;
	private final boolean switching;
	private final int rounds;

	Method(boolean adversarial, boolean switching, int rounds) {
		this.adversarial = adversarial;
		this.switching = switching;
		this.rounds = rounds;
	}

	/** @return whether a discriminator is trained and L_gan counts */
	public boolean adversarial() {
		return adversarial;
	}

	/** @return whether L_switch counts, which needs images of at least two subjects in each batch */
	public boolean switching() {
		return switching;
	}

	/** @return how often the two stages are gone through unless the settings say otherwise */
	public int rounds() {
		return rounds;
	}
}
