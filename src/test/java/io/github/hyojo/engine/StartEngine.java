package io.github.hyojo.engine;

import java.nio.file.Path;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

/** Starts TensorFlow in a process of its own, and on a GPU if it is given a model to load there. */
public final class StartEngine {

	private StartEngine() {}

	public static void main(String[] args) {
		try {
			System.out.println("started " + TensorFlowEngine.start(Progress.SILENT).version());
			if (args.length > 0) {
				SavedModel.load(Path.of(args[0]), new EngineSettings(ComputeDevice.GPU, 0), Progress.SILENT).close();
			}
		}
		catch (HyojoException e) {
			System.out.println("refused: " + e.getMessage());
		}
	}
}
