package io.github.hyojo.model;

/**
 * What computed something, for those who repeat it.
 *
 * @param hyojo version of the plugin
 * @param tensorFlow version of TensorFlow
 * @param java version of Java
 */
public record Versions(String hyojo, String tensorFlow, String java) {

	/**
	 * @param tensorFlow version of TensorFlow
	 * @return the versions that run
	 */
	public static Versions running(String tensorFlow) {
		String version = Versions.class.getPackage().getImplementationVersion();
		return new Versions(version == null ? "development" : version, tensorFlow, System.getProperty("java.version"));
	}
}
