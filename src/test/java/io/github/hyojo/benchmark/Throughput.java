package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import ai.djl.engine.Engine;

import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.model.Initialization;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelExport;
import io.github.hyojo.model.ModelSettings;

/**
 * Times every {@link Task} on freshly initialised networks and prints a line per task: its name and images/s of each
 * repeat. Each call takes its faces from an ImgLib2 stack, as the product does.
 */
final class Throughput {

	/** Steps until TensorFlow has optimised the graph, and Java its own part. */
	private static final int WARM_UP = 3;
	/** Images that a repeat encodes or decodes, as many as the peer's. */
	private static final int IMAGES = 1600;
	private static final int FEATURES = 64;

	private final ModelSettings settings;
	private final int batch;
	private final int steps;
	private final int repeats;
	private final FaceDataset faces;
	private final ByteBuffer images;
	private final ByteBuffer targets;
	private final int[] indices;

	private Throughput(int size, int batch, int steps, int repeats) {
		settings = ModelSettings.DEFAULT.withSize(size);
		this.batch = batch;
		this.steps = steps;
		this.repeats = repeats;
		faces = RandomFaces.of(size, batch);
		images = FaceTensor.room(size, batch);
		targets = FaceTensor.room(size, batch);
		indices = IntStream.range(0, batch).toArray();
	}

	/**
	 * @param args size, batch, training steps of a repeat, repeats, and a folder to write models into
	 * @throws IOException if a model cannot be written
	 */
	public static void main(String[] args) throws IOException {
		int[] numbers = IntStream.range(0, 4).map(i -> Integer.parseInt(args[i])).toArray();
		Throughput throughput = new Throughput(numbers[0], numbers[1], numbers[2], numbers[3]);
		Path folder = Path.of(args[4]);
		throughput.conventional(folder);
		throughput.allLosses(folder);
	}

	private void conventional(Path folder) throws IOException {
		try (SavedModel model = load(Method.CONVENTIONAL, folder)) {
			time(Task.STAGE_2_CONVENTIONAL, steps, step -> model.run("train_expression", inputs(step)));
		}
	}

	private void allLosses(Path folder) throws IOException {
		try (SavedModel model = load(Method.SWITCH, folder)) {
			time(Task.STAGE_1, steps, step -> {
				Map<String, Tensor> inputs = inputs(step);
				inputs.put("target", FaceTensor.of(faces.images(), targets, indices));
				return model.run("train_identity", inputs);
			});
			Tensor donors = Tensor.of(IntStream.range(0, batch).map(i -> (i + 1) % batch).toArray());
			time(Task.STAGE_2, steps, step -> {
				Map<String, Tensor> inputs = inputs(step);
				inputs.put("donor", donors);
				return model.run("train_expression", inputs);
			});
			encodeAndDecode(ExpressionModel.of(model, settings, List.of()));
			String device = model.device();
			System.out.println("device " + device);
			System.out.println("tensorflow " + TensorFlowEngine.start(Progress.SILENT).version());
			System.out.println("djl " + Engine.getDjlVersion());
		}
	}

	private void encodeAndDecode(ExpressionModel model) {
		int calls = Math.max(8, IMAGES / batch);
		time(Task.ENCODE_ONE, calls, call -> model.encodeExpression(image()));
		time(Task.ENCODE_BOTH, calls, call -> {
			Tensor image = image();
			model.encodeIdentity(image);
			return model.encodeExpression(image);
		});
		float[] identity = features(1);
		float[] expression = features(2);
		time(Task.DECODE, calls, call -> model.decode(identity, expression));
	}

	private SavedModel load(Method method, Path folder) throws IOException {
		Path bundle = Files.createDirectories(folder.resolve(method.name()));
		ModelExport.training(settings.withMethod(method), 2, Initialization.he(1), Optional.empty(), bundle, Progress.SILENT);
		return SavedModel.load(bundle, EngineSettings.DEFAULT, Progress.SILENT);
	}

	private Tensor image() {
		return FaceTensor.of(faces.images(), images, indices);
	}

	private Map<String, Tensor> inputs(int step) {
		return new HashMap<>(Map.of("image", image(), "seed", Tensor.of(1L, step), "learning_rate", Tensor.of(5e-4f)));
	}

	private float[] features(long seed) {
		Random random = new Random(seed);
		float[] values = new float[batch * FEATURES];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

	/** One call of what is timed; its result is there so that nothing can be left out. */
	private interface Call {

		Object run(int number);
	}

	private void time(Task task, int calls, Call call) {
		int number = 0;
		while (number < WARM_UP) {
			call.run(number++);
		}
		StringBuilder line = new StringBuilder(task.name());
		for (int repeat = 0; repeat < repeats; repeat++) {
			long start = System.nanoTime();
			for (int i = 0; i < calls; i++) {
				call.run(number++);
			}
			double seconds = (System.nanoTime() - start) / 1e9;
			line.append(String.format(Locale.ROOT, " %.3f", (double) calls * batch / seconds));
		}
		System.out.println(line);
	}
}
