package io.github.hyojo.model;

/**
 * The signatures that only a graph for resident faces has: it keeps all faces of a training and takes several steps in one
 * call, see {@link ModelExport#resident}.
 */
public final class ResidentTraining {

	/** Keeps all faces: M x S x S x 3 pixels of 0-255 as {@code image}. */
	public static final String KEEP_FACES = "keep_faces";
	/** Keeps what is known of all identities: M x I features as {@code identity}. */
	public static final String KEEP_IDENTITIES = "keep_identities";

	private ResidentTraining() {}

	/**
	 * @param stage of the steps
	 * @param steps of a call: 1, or as many as the graph was made for
	 * @return the signature; it gives every loss of every step
	 */
	public static String signature(Stage stage, int steps) {
		return stage.signature() + "_steps_" + steps;
	}
}
