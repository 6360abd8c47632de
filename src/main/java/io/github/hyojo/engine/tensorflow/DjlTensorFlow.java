package io.github.hyojo.engine.tensorflow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.tensorflow.engine.javacpp.LibUtils;
import ai.djl.util.Utils;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.TensorFlowBackend;

/** DJL's TensorFlow engine. */
public final class DjlTensorFlow implements TensorFlowBackend {

	static final String NAME = "TensorFlow";

	/** System properties by which DJL and we tell JavaCPP what to do. Other plugins' TensorFlow would listen to them, too. */
	private static final List<String> TOLD = List.of(NativeLibrary.FOLDER, "org.bytedeco.javacpp.platform.preloadpath",
		"org.bytedeco.javacpp.maxBytes", "org.bytedeco.javacpp.maxPhysicalBytes");

	private Engine engine;
	private String library;

	@Override
	public synchronized void start(EngineSettings settings, Progress progress) {
		if (engine != null) return;
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		Map<String, String> told = new HashMap<>();
		TOLD.forEach(property -> told.put(property, System.getProperty(property)));
		try {
			// DJL looks in it for its engines
			thread.setContextClassLoader(DjlTensorFlow.class.getClassLoader());
			NativeLibrary.prepare(settings, progress);
			library = Utils.getEnvOrSystemProperty(NativeLibrary.FOLDER);
			LibUtils.loadLibrary();
			beFirst(settings);
			engine = Engine.getEngine(NAME);
		}
		catch (CancellationException e) {
			throw e; // it is an IllegalStateException, too
		}
		catch (EngineException | IllegalArgumentException | IllegalStateException | LinkageError e) {
			Throwable cause = e.getCause() == null ? e : e.getCause();
			throw new HyojoException("TensorFlow's native library cannot be loaded (" + cause.getMessage()
				+ "): check the network, or name a folder that holds version 2.16.1 in TENSORFLOW_LIBRARY_PATH.", e);
		}
		finally {
			thread.setContextClassLoader(before);
			// so that the next attempt may take another library, and that others are left alone
			told.forEach((property, value) -> {
				if (value == null) System.clearProperty(property);
				else System.setProperty(property, value);
			});
		}
	}

	/**
	 * Opens a session before DJL does. The process has one pool of threads for computing and takes a GPU's memory in one way:
	 * as its first session asks for. DJL's own asks for nothing.
	 */
	private static void beFirst(EngineSettings settings) {
		ConfigProto config = ConfigProto.newBuilder().setIntraOpParallelismThreads(settings.threads()).setGpuOptions(
			GPUOptions.newBuilder().setAllowGrowth(settings.growth())).build();
		try (Graph graph = new Graph()) {
			new Session(graph, config).close();
		}
	}

	@Override
	public synchronized String version() {
		return engine.getVersion();
	}

	@Override
	public synchronized boolean hasGpu() {
		return engine.hasCapability(StandardCapabilities.CUDA);
	}

	@Override
	public SavedModel load(Path folder, EngineSettings settings, Progress progress) {
		return LoadedModel.load(folder, settings, progress);
	}

	@Override
	public synchronized boolean needsDownload(EngineSettings settings) {
		return engine == null && NativeLibrary.isMissing(settings);
	}

	@Override
	public String source() {
		return LibraryDownload.standard().address().toString();
	}

	@Override
	public synchronized String library() {
		String given = engine == null ? Utils.getEnvOrSystemProperty(NativeLibrary.FOLDER) : library;
		return given == null ? "" : given;
	}

	@Override
	public Path cache() {
		return NativeLibrary.cache();
	}
}
