package io.github.hyojo.model;

import java.util.List;

/** Which networks a model has, and what its features are. */
public enum Architecture {

	/** The paper's: an encoder for identity and one for expression, 64 features each. */
	TWO_ENCODERS(List.of(Stage.IDENTITY, Stage.EXPRESSION)) {

		@Override
		public List<Network> networks(Networks networks, int subjects) {
			return List.of(networks.encoder("identity"), networks.encoder("expression"), networks.decoder());
		}

		@Override
		public int identityFeatures(int subjects) {
			return Network.LATENT;
		}

		@Override
		public int expressionFeatures() {
			return Network.LATENT;
		}
	},

	/**
	 * A variational autoencoder: one encoder whose latent is as large as both halves together. It separates nothing: all
	 * 128 features count as expression, and there are none of identity.
	 */
	ONE_ENCODER(List.of(Stage.JOINT)) {

		@Override
		public List<Network> networks(Networks networks, int subjects) {
			return List.of(networks.encoder("expression", expressionFeatures(), 0), networks.decoder());
		}

		@Override
		public int identityFeatures(int subjects) {
			return 0;
		}

		@Override
		public int expressionFeatures() {
			return 2 * Network.LATENT;
		}
	},

	/**
	 * A variational autoencoder that is told whose face it is, at both ends: identity is a one-hot code of the training
	 * subjects, see {@link KnownSubjects}. The decoder takes it beside the 64 expression features. The encoder would take
	 * it as one constant plane per subject beside the image; what a convolution makes of a constant plane is, but for the
	 * border, a constant per channel, so it takes it as a bias per subject on the channels of conv1_1.
	 */
	CONDITIONAL(List.of(Stage.JOINT)) {

		@Override
		public List<Network> networks(Networks networks, int subjects) {
			return List.of(networks.encoder("expression", expressionFeatures(), subjects), networks.decoder(subjects
				+ expressionFeatures()));
		}

		@Override
		public int identityFeatures(int subjects) {
			return subjects;
		}

		@Override
		public int expressionFeatures() {
			return Network.LATENT;
		}
	};

	private final List<Stage> stages;

	Architecture(List<Stage> stages) {
		this.stages = stages;
	}

	/** @return the stages of a round, in order */
	public List<Stage> stages() {
		return stages;
	}

	/**
	 * @param networks of the faces' size and some width
	 * @param subjects number of training subjects
	 * @return the encoders, called {@code identity} and {@code expression} where there are such, and the {@code decoder}
	 */
	public abstract List<Network> networks(Networks networks, int subjects);

	/**
	 * @param subjects number of training subjects
	 * @return number I of identity features of a face
	 */
	public abstract int identityFeatures(int subjects);

	/** @return number E of expression features of a face */
	public abstract int expressionFeatures();
}
