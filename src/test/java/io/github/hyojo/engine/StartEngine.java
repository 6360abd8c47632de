package io.github.hyojo.engine;

import java.io.File;
import java.nio.file.Path;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

/**
 * Starts TensorFlow in a process of its own, and on a GPU if it is given a model to load there. Given a number of
 * processor threads, it tells how many threads came with it.
 */
public final class StartEngine {

	private static final String LIBRARY = "library=";
	private static final String THREADS = "threads=";

	private StartEngine() {}

	public static void main(String[] args) {
		try {
			if (args.length > 0 && args[0].startsWith(THREADS)) {
				int before = threads();
				TensorFlowEngine.start(new EngineSettings(ComputeDevice.CPU, Integer.parseInt(args[0].substring(THREADS.length()))),
					Progress.SILENT);
				System.out.println(threads() - before);
				return;
			}
			boolean named = args.length > 0 && args[0].startsWith(LIBRARY);
			EngineSettings settings = named ? new EngineSettings(ComputeDevice.CPU, 0, true, args[0].substring(LIBRARY.length()), 0,
				Precision.FLOAT32)
				: EngineSettings.DEFAULT;
			System.out.println("started " + TensorFlowEngine.start(settings, Progress.SILENT).version());
			if (args.length > 0 && !named) {
				SavedModel.load(Path.of(args[0]), new EngineSettings(ComputeDevice.GPU, 0), Progress.SILENT).close();
			}
		}
		catch (HyojoException e) {
			System.out.println("refused: " + e.getMessage());
			EngineState state = TensorFlowEngine.state();
			// a refusal of a device is none of TensorFlow
			if (state.phase() != EngineState.Phase.READY && !state.equals(EngineState.failed(e.getMessage()))) {
				System.out.println("but the state is " + state);
			}
		}
	}

	/** All of the process, as Linux counts them. */
	private static int threads() {
		return new File("/proc/self/task").list().length;
	}
}
