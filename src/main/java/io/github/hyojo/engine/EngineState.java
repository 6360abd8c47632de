package io.github.hyojo.engine;

/**
 * How far TensorFlow has come in this process.
 *
 * @param phase how far
 * @param reason why it failed, in one sentence; empty if it did not
 */
public record EngineState(Phase phase, String reason) {

	/** What can be the case. */
	public enum Phase {
		/** Nobody has needed it yet. */
		NOT_LOADED,
		/** It is being fetched, unpacked or started. */
		LOADING,
		/** It runs. */
		READY,
		/** It could not be started; the next one who needs it tries again. */
		FAILED
	}

	static final EngineState NOT_LOADED = new EngineState(Phase.NOT_LOADED, "");
	static final EngineState LOADING = new EngineState(Phase.LOADING, "");
	static final EngineState READY = new EngineState(Phase.READY, "");

	static EngineState failed(String reason) {
		return new EngineState(Phase.FAILED, reason);
	}
}
