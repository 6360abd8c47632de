package io.github.hyojo.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.TensorFlowEngine;

/** Writes the noise that golden.py needs: 5 x 8 x 64 numbers, then 5 x 8 x 192, for seed 1 and steps 0 to 4. */
public final class GoldenNoise {

	private GoldenNoise() {}

	public static void main(String[] args) throws IOException {
		TensorFlowEngine.start(Progress.SILENT);
		ByteBuffer data = ByteBuffer.allocate(5 * 8 * (64 + 192) * 4).order(ByteOrder.LITTLE_ENDIAN);
		try (Graph graph = new Graph(); Session session = new Session(graph)) {
			Ops tf = Ops.create(graph);
			for (int columns : new int[] { 64, 192 }) {
				for (long step = 0; step < 5; step++) {
					var noise = tf.random.statelessRandomNormal(tf.constant(new int[] { 8, columns }), tf.constant(new long[] { 1,
						step }), TFloat32.class);
					try (TFloat32 values = (TFloat32) session.runner().fetch(noise).run().get(0)) {
						values.scalars().forEach(value -> data.putFloat(value.getFloat()));
					}
				}
			}
		}
		Files.write(Path.of(args[0]), data.array());
	}
}
