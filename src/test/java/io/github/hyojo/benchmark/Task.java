package io.github.hyojo.benchmark;

/** What is timed in images per second. */
enum Task {
	/** A step of the identity stage. */
	STAGE_1("Training, stage 1", "stage1"),
	/** A step of the expression stage with L_gan and L_switch. */
	STAGE_2("Training, stage 2, all losses", "stage2"),
	/** A step of the expression stage without them. */
	STAGE_2_CONVENTIONAL("Training, stage 2, conventional", null),
	/** z_e alone. */
	ENCODE_ONE("Encoding, one encoder", "encode"),
	/** z_i and z_e. */
	ENCODE_BOTH("Encoding, both encoders", null),
	/** From both features to a face. */
	DECODE("Decoding", null);

	private final String title;
	private final String peerName;

	Task(String title, String peerName) {
		this.title = title;
		this.peerName = peerName;
	}

	/** @return what a reader of the table sees */
	String title() {
		return title;
	}

	/** @return how the peer calls it; null if it does not time this */
	String peerName() {
		return peerName;
	}
}
