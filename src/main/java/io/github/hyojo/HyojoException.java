package io.github.hyojo;

/**
 * A problem that the user can solve. Its message is one sentence that says what is wrong, where, and what to do about
 * it; it is shown as it is, without a stack trace.
 */
public class HyojoException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** @param message one sentence for the user */
	public HyojoException(String message) {
		super(message);
	}

	/**
	 * @param message one sentence for the user
	 * @param cause what made it happen, for the log
	 */
	public HyojoException(String message, Throwable cause) {
		super(message, cause);
	}
}
