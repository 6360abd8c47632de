package io.github.hyojo.benchmark;

import java.nio.file.Path;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.op.Encode;

/** Opens a model, encodes one image and prints how long ago this JVM was started, in milliseconds. */
final class ColdStart {

	private ColdStart() {}

	/** @param args the model, and the time at which the JVM was started, in milliseconds since 1970 */
	public static void main(String[] args) {
		try (ExpressionModel model = ExpressionModel.open(Path.of(args[0]), EngineSettings.DEFAULT, Progress.SILENT)) {
			Encode.encode(model, RandomFaces.of(model.size(), 1).images(), Progress.SILENT);
			System.out.println("encoded " + (System.currentTimeMillis() - Long.parseLong(args[1])));
		}
	}
}
