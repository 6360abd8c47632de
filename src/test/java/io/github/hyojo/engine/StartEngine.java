package io.github.hyojo.engine;

import java.nio.file.Path;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

/** Starts TensorFlow in a process of its own, and on a GPU if it is given a model to load there. */
public final class StartEngine {

	private static final String LIBRARY = "library=";

	private StartEngine() {}

	public static void main(String[] args) {
		try {
			boolean named = args.length > 0 && args[0].startsWith(LIBRARY);
			EngineSettings settings = named ? new EngineSettings(ComputeDevice.CPU, 0, true, args[0].substring(LIBRARY.length()))
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
}
