package io.github.hyojo.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

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
import io.github.hyojo.model.Stage;
import io.github.hyojo.op.Decode;
import io.github.hyojo.op.Encode;
import io.github.hyojo.op.Features;
import io.github.hyojo.op.Swap;

/**
 * Times every {@link Task} on freshly initialised networks and prints a line per task: its name and images/s of each
 * repeat. Each step takes its faces from an ImgLib2 stack, as the product does. Encoding, decoding and swapping are the
 * product's own, of a whole stack, in batches of the product's size.
 */
final class Throughput {

	/** Steps until TensorFlow has optimised the graph, and Java its own part. */
	private static final int WARM_UP = 3;
	/** Images that a repeat encodes, decodes or swaps, as many as the peer's. */
	private static final int IMAGES = 1600;
	private static final int FEEDINGS = 21;

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
		TensorFlowEngine.start(Progress.SILENT);
		System.out.println("limit " + MatrixMultiplication.limit());
		throughput.conventional(folder);
		throughput.allLosses(folder);
	}

	private void conventional(Path folder) throws IOException {
		try (SavedModel model = load(Method.CONVENTIONAL, folder)) {
			Tensor identity = identity(model);
			Feed feed = step -> {
				Map<String, Tensor> inputs = inputs(step);
				inputs.put("identity", identity);
				return inputs;
			};
			double seconds = time(Task.STAGE_2_CONVENTIONAL, step -> model.run(Stage.IDENTITY_KNOWN, feed.of(step)));
			feeding("feeding2", feed, seconds);
		}
	}

	private void allLosses(Path folder) throws IOException {
		try (SavedModel model = load(Method.SWITCH, folder)) {
			Feed feed = step -> {
				Map<String, Tensor> inputs = inputs(step);
				inputs.put("target", FaceTensor.of(faces.images(), targets, indices));
				return inputs;
			};
			double seconds = time(Task.STAGE_1, step -> model.run(Stage.IDENTITY.signature(), feed.of(step)));
			feeding("feeding1", feed, seconds);
			Tensor identity = identity(model);
			Tensor donors = Tensor.of(IntStream.range(0, batch).map(i -> (i + 1) % batch).toArray());
			time(Task.STAGE_2, step -> {
				Map<String, Tensor> inputs = inputs(step);
				inputs.put("identity", identity);
				inputs.put("donor", donors);
				return model.run(Stage.IDENTITY_KNOWN, inputs);
			});
			use(model(model));
			String device = model.device();
			System.out.println("device " + device);
			System.out.println("tensorflow " + TensorFlowEngine.start(Progress.SILENT).version());
			System.out.println("djl " + Engine.getDjlVersion());
		}
	}

	/** As a training has it from before the first step of the stage. */
	private Tensor identity(SavedModel model) {
		return Tensor.of(model(model).encodeIdentity(image()), batch, model(model).identityFeatures());
	}

	private ExpressionModel model(SavedModel model) {
		return ExpressionModel.of(model, settings, List.of());
	}

	private void use(ExpressionModel model) {
		var stack = RandomFaces.of(settings.size(), IMAGES).images();
		List<Long> told = new ArrayList<>();
		Features features = Encode.encode(model, stack, (message, done, total) -> told.add(done));
		System.out.println("batch " + told.get(1));
		use(Task.ENCODE_ONE, () -> Encode.expression(model, stack, Progress.SILENT));
		use(Task.ENCODE_BOTH, () -> Encode.encode(model, stack, Progress.SILENT));
		use(Task.DECODE, () -> Decode.decode(model, features.identity(), features.expression(), Progress.SILENT));
		use(Task.SWAP, () -> Swap.paired(model, stack, stack, Progress.SILENT));
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

	/** One call of what is timed; its result is there so that nothing can be left out. */
	private interface Call {

		Object run(int number);
	}

	/** What a step is given. */
	private interface Feed {

		Map<String, Tensor> of(int step);
	}

	/**
	 * Prints the share of a step that it takes to gather its pixels from ImgLib2 and to copy them to TensorFlow, as the
	 * engine does.
	 */
	private static void feeding(String name, Feed feed, double step) {
		Samples seconds = new Samples();
		try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "TensorFlow")) {
			for (int i = 0; i < FEEDINGS; i++) {
				long start = System.nanoTime();
				try (NDManager call = manager.newSubManager()) {
					feed.of(i).values().stream().filter(tensor -> tensor.type() == Tensor.Type.BYTE).forEach(tensor -> call.create(
						tensor.data().duplicate().rewind(), new Shape(tensor.shape()), DataType.UINT8));
				}
				seconds.add((System.nanoTime() - start) / 1e9);
			}
		}
		System.out.println(name + " " + seconds.median() / step);
	}

	/** The middle one of the repeats is returned as seconds per step. */
	private double time(Task task, Call step) {
		return time(task, batch, steps, WARM_UP, step);
	}

	/** Goes through the stack once in each repeat. */
	private void use(Task task, Supplier<?> stack) {
		time(task, IMAGES, 1, 1, number -> stack.get());
	}

	/** Prints images/s. */
	private double time(Task task, int images, int calls, int warmUp, Call call) {
		int number = 0;
		while (number < warmUp) {
			call.run(number++);
		}
		Samples seconds = new Samples();
		StringBuilder line = new StringBuilder(task.name());
		for (int repeat = 0; repeat < repeats; repeat++) {
			long start = System.nanoTime();
			for (int i = 0; i < calls; i++) {
				call.run(number++);
			}
			double perCall = (System.nanoTime() - start) / 1e9 / calls;
			seconds.add(perCall);
			line.append(String.format(Locale.ROOT, " %.3f", images / perCall));
		}
		System.out.println(line);
		return seconds.median();
	}
}
