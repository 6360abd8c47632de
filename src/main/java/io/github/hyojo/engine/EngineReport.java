package io.github.hyojo.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.hyojo.HyojoException;

/**
 * What can be said of TensorFlow in this process without starting it.
 *
 * @param state how far it has come
 * @param version TensorFlow's; empty as long as it does not run
 * @param gpu whether TensorFlow itself can use a GPU; false as long as it does not run
 * @param library the folder that its native library is or was to be loaded from; empty as long as none is known
 * @param cache where it is kept
 * @param cacheBytes what is kept there
 */
public record EngineReport(EngineState state, String version, boolean gpu, String library, Path cache, long cacheBytes) {

	/**
	 * @return as things are now
	 * @throws HyojoException if Hyojo is not installed completely
	 */
	public static EngineReport now() {
		EngineState state = TensorFlowEngine.state();
		boolean ready = state.phase() == EngineState.Phase.READY;
		TensorFlowBackend backend = TensorFlowBackend.get();
		return new EngineReport(state, ready ? backend.version() : "", ready && backend.hasGpu(), backend.library(), backend
			.cache(), size(backend.cache()));
	}

	/**
	 * @param settings may name a library
	 * @return whether TensorFlow's native library would have to be fetched from the network
	 * @throws HyojoException if there is none for this platform
	 */
	public static boolean needsDownload(EngineSettings settings) {
		return TensorFlowBackend.get().needsDownload(settings);
	}

	/** @return from where it would be fetched */
	public static String source() {
		return TensorFlowBackend.get().source();
	}

	private static long size(Path folder) {
		if (!Files.isDirectory(folder)) return 0;
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
		}
		catch (IOException e) {
			return 0;
		}
	}
}
