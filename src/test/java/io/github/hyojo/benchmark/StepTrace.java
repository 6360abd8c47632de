package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.proto.RunMetadata;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.Initialization;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelExport;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Stage;

/**
 * Tells where the time of a training step and of an encoding goes: TensorFlow's own trace, summed by kind of operation, as
 * a table. Several operations run at a time, so that the sum is more than the time of a step.
 */
public final class StepTrace {

	private static final int WARM_UP = 3;
	private static final int STEPS = 5;
	/** Kinds that take less than this share are summed up as others. */
	private static final double LEAST = 0.01;

	/** What operations of a kind took in all steps, in milliseconds, and how many there were. */
	private record Taken(double milliseconds, int count) {

		Taken and(Taken other) {
			return new Taken(milliseconds + other.milliseconds, count + other.count);
		}
	}

	private final Session session;
	private final Map<String, SignatureDef> signatures;
	private final Map<String, Tensor> inputs = new HashMap<>();

	private StepTrace(SavedModelBundle bundle, int size, int batch) {
		session = bundle.session();
		signatures = bundle.metaGraphDef().getSignatureDefMap();
		inputs.put("image", image(size, batch));
		inputs.put("target", image(size, batch));
		inputs.put("identity", TFloat32.tensorOf(Shape.of(batch, 64)));
		inputs.put("expression", TFloat32.tensorOf(Shape.of(batch, 64)));
		inputs.put("seed", TInt64.vectorOf(1, 1));
		inputs.put("learning_rate", TFloat32.scalarOf(5e-4f));
		inputs.put("donor", TInt32.vectorOf(IntStream.range(0, batch).map(i -> (i + 1) % batch).toArray()));
	}

	private static Tensor image(int size, int batch) {
		byte[] pixels = new byte[batch * size * size * 3];
		new Random(1).nextBytes(pixels);
		return TUint8.tensorOf(Shape.of(batch, size, size, 3), DataBuffers.of(pixels));
	}

	/**
	 * @param args size of the faces, and batch
	 * @throws IOException if a model cannot be written
	 */
	public static void main(String[] args) throws IOException {
		int size = Integer.parseInt(args[0]);
		Path folder = Files.createTempDirectory("trace");
		TensorFlowEngine.start(Progress.SILENT);
		try {
			ModelExport.training(ModelSettings.DEFAULT.withSize(size).withMethod(Method.SWITCH), 2, Initialization.he(1), Optional
				.empty(), folder, Progress.SILENT);
			try (SavedModelBundle bundle = SavedModelBundle.loader(folder.toString()).withTags("serve").withConfigProto(config())
				.load())
			{
				StepTrace trace = new StepTrace(bundle, size, Integer.parseInt(args[1]));
				for (String signature : List.of(Stage.IDENTITY.signature(), Stage.IDENTITY_KNOWN, "encode_expression", "decode")) {
					trace.print(signature);
				}
			}
		}
		finally {
			NewFolder.delete(folder);
		}
	}

	/** As in the engine. */
	private static ConfigProto config() {
		return ConfigProto.newBuilder().putDeviceCount("GPU", 0).setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(
			RewriterConfig.newBuilder().setDisableMetaOptimizer(true))).build();
	}

	private void print(String signature) {
		for (int i = 0; i < WARM_UP; i++) {
			call(signature).run().close();
		}
		Map<String, Taken> kinds = new HashMap<>();
		double milliseconds = 0;
		for (int i = 0; i < STEPS; i++) {
			Session.Runner call = call(signature).setOptions(RunOptions.newBuilder().setTraceLevel(
				RunOptions.TraceLevel.FULL_TRACE).setOutputPartitionGraphs(true).build());
			long start = System.nanoTime();
			try (Result result = call.runAndFetchMetadata()) {
				milliseconds += (System.nanoTime() - start) / 1e6;
				sum(result.getMetadata().orElseThrow(), kinds);
			}
		}
		print(signature, milliseconds / STEPS, kinds);
	}

	private Session.Runner call(String signature) {
		SignatureDef definition = signatures.get(signature);
		Session.Runner runner = session.runner();
		definition.getInputsMap().forEach((key, info) -> runner.feed(info.getName(), inputs.get(key)));
		definition.getOutputsMap().values().forEach(info -> runner.fetch(info.getName()));
		return runner;
	}

	private static void sum(RunMetadata trace, Map<String, Taken> kinds) {
		Map<String, String> kindOf = new HashMap<>();
		trace.getPartitionGraphsList().forEach(graph -> graph.getNodeList().forEach(node -> kindOf.put(node.getName(), node
			.getOp())));
		trace.getStepStats().getDevStatsList().forEach(device -> device.getNodeStatsList().forEach(node -> kinds.merge(kindOf
			.getOrDefault(node.getNodeName(), node.getNodeName()), new Taken((node.getOpEndRelNanos() - node.getOpStartRelNanos())
				/ 1e6, 1), Taken::and)));
	}

	private static void print(String signature, double milliseconds, Map<String, Taken> kinds) {
		double sum = kinds.values().stream().mapToDouble(Taken::milliseconds).sum();
		System.out.printf(Locale.ROOT, "%n%s: %.0f ms, traced%n%n| operation | number | ms | %% |%n| --- | ---: | ---: | ---: |%n",
			signature, milliseconds);
		kinds.entrySet().stream().filter(kind -> kind.getValue().milliseconds() >= LEAST * sum).sorted(Comparator.comparing(
			kind -> -kind.getValue().milliseconds())).forEach(kind -> row(kind.getKey(), kind.getValue(), sum));
		row("others", kinds.values().stream().filter(taken -> taken.milliseconds() < LEAST * sum).reduce(new Taken(0, 0),
			Taken::and), sum);
	}

	private static void row(String kind, Taken taken, double sum) {
		System.out.printf(Locale.ROOT, "| %s | %d | %.1f | %.1f |%n", kind, taken.count() / STEPS, taken.milliseconds() / STEPS,
			100 * taken.milliseconds() / sum);
	}
}
