package io.github.hyojo.gate;

/** Whether this Java is too old for Hyojo. */
final class OldJava {

	/** What the names of all its classes begin with. */
	static final String HYOJO = "io.github.hyojo.";
	/** What the names of those classes begin with that are not too new. */
	static final String GATE = HYOJO + "gate.";

	/** The sentence for the user. */
	static final String SENTENCE = "Hyojo needs Java 17 or newer, and this Fiji or ImageJ runs on Java " + System.getProperty(
		"java.version") + ": install Hyojo in a current Fiji from https://fiji.sc, which brings its own Java.";

	private OldJava() {}

	/** @return whether Java refuses Hyojo's classes because they are too new for it */
	static boolean isRunning() {
		try {
			Class.forName(HYOJO + "HyojoException", false, OldJava.class.getClassLoader());
			return false;
		}
		catch (UnsupportedClassVersionError e) {
			return true;
		}
		catch (ClassNotFoundException e) {
			return false; // what is missing is told where it is needed
		}
	}
}
