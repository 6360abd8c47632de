package io.github.hyojo.engine.tensorflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.tensorflow.engine.SavedModelBundle;
import ai.djl.tensorflow.engine.TfSymbolBlock;
import ai.djl.training.ParameterStore;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.Precision;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.engine.TensorFlowEngine;

/**
 * A SavedModel in DJL: a block per signature, all on one session. TensorFlow's sessions serve several threads, DJL's blocks
 * keep nothing of a call, and each call has a manager of its own.
 */
final class LoadedModel implements SavedModel {

	/** DJL wants one for the model's own block, which is not used; all our models have this one. */
	private static final String ANY_SIGNATURE = "decode";

	private final Model model;
	private final NDManager manager;
	private final SavedModelBundle bundle;
	private final String device;
	private final int callsAtATime;
	private final Set<String> signatures;
	private final ParameterStore none;
	private final Map<String, TfSymbolBlock> blocks = new ConcurrentHashMap<>();
	/** Calls share it, and closing has it for itself: a session that is closed under a call ends the process. */
	private final ReadWriteLock lock = new ReentrantReadWriteLock();
	private boolean closed;

	private LoadedModel(Model model, NDManager manager, String device, int callsAtATime) {
		this.model = model;
		this.manager = manager;
		this.device = device;
		this.callsAtATime = callsAtATime;
		bundle = ((TfSymbolBlock) model.getBlock()).getSavedModelBundle();
		signatures = bundle.getMetaGraphDef().getSignatureDefMap().keySet();
		none = new ParameterStore(manager, false);
	}

	static SavedModel load(Path folder, EngineSettings settings, Progress progress) {
		checkWhole(folder);
		boolean gpu = TensorFlowEngine.start(settings, progress).usesGpu(settings.device());
		NDManager manager = null;
		Model model = null;
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try {
			// DJL looks in it for what else it may need
			thread.setContextClassLoader(LoadedModel.class.getClassLoader());
			manager = NDManager.newBaseManager(Device.cpu(), DjlTensorFlow.NAME);
			model = Model.newInstance("saved_model", Device.cpu(), DjlTensorFlow.NAME);
			model.load(folder, null, Map.of("ConfigProto", config(settings, gpu), "SignatureDefKey", ANY_SIGNATURE));
			return new LoadedModel(model, manager, gpu ? "GPU" : "CPU", callsAtATime(settings, gpu));
		}
		catch (IOException | MalformedModelException | RuntimeException e) {
			if (model != null) model.close();
			if (manager != null) manager.close();
			throw new HyojoException(damaged(folder, firstLine(e)), e);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/** TensorFlow itself loads a model without variables, and fails when it is used. */
	private static void checkWhole(Path folder) {
		for (String file : List.of("saved_model.pb", "variables/variables.index")) {
			if (!Files.exists(folder.resolve(file))) throw new HyojoException(damaged(folder, file + " is missing"));
		}
	}

	private static String damaged(Path folder, String why) {
		return "The TensorFlow model in " + folder + " cannot be loaded (" + why
			+ "): it is incomplete or damaged, so copy it again from where it came from.";
	}

	private static ConfigProto config(EngineSettings settings, boolean gpu) {
		ConfigProto.Builder config = ConfigProto.newBuilder().setIntraOpParallelismThreads(settings.threads())
			.setInterOpParallelismThreads(settings.threads());
		if (gpu) config.setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(settings.growth()));
		else {
			config.putDeviceCount("GPU", 0);
			config.setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriting(settings.precision())));
		}
		return config.build();
	}

	private static int callsAtATime(EngineSettings settings, boolean gpu) {
		int threads = settings.threads() == 0 ? Runtime.getRuntime().availableProcessors() : settings.threads();
		return threads > 1 || gpu ? 2 : 1;
	}

	/**
	 * What the graph optimiser does on the CPU: nothing but what the precision needs. The rest makes our graphs slower, and
	 * its remapper fails on training graphs (METHODS.md).
	 */
	private static RewriterConfig.Builder rewriting(Precision precision) {
		RewriterConfig.Builder config = RewriterConfig.newBuilder();
		return switch (precision) {
			case FLOAT32 -> config.setDisableMetaOptimizer(true);
			case BFLOAT16 -> config.addOptimizers("pruning").addOptimizers("auto_mixed_precision_onednn_bfloat16");
		};
	}

	@Override
	public String device() {
		return device;
	}

	@Override
	public boolean has(String signature) {
		return signatures.contains(signature);
	}

	@Override
	public int callsAtATime() {
		return callsAtATime;
	}

	@Override
	public Map<String, Tensor> run(String signature, Map<String, Tensor> inputs) {
		lock.readLock().lock();
		try {
			if (closed) throw new IllegalStateException("The model is closed.");
			return call(signature, inputs);
		}
		finally {
			lock.readLock().unlock();
		}
	}

	private Map<String, Tensor> call(String signature, Map<String, Tensor> inputs) {
		if (!has(signature)) {
			throw new IllegalArgumentException("No signature " + signature + " among " + signatures);
		}
		TfSymbolBlock block = blocks.computeIfAbsent(signature, key -> new TfSymbolBlock(bundle, key));
		try (NDManager call = manager.newSubManager()) {
			NDList arguments = new NDList();
			new TreeMap<>(inputs).forEach((key, tensor) -> {
				NDArray array = array(call, tensor);
				array.setName(key);
				arguments.add(array);
			});
			Map<String, Tensor> outputs = new LinkedHashMap<>();
			for (NDArray array : block.forward(none, arguments, false)) {
				outputs.put(array.getName(), tensor(array));
			}
			return outputs;
		}
	}

	@Override
	public void save(String signature, Path prefix) throws IOException {
		try {
			run(signature, Map.of("path", Tensor.of(prefix.toString())));
		}
		catch (TensorFlowException e) {
			throw new IOException(firstLine(e), e);
		}
	}

	private static NDArray array(NDManager manager, Tensor tensor) {
		ByteBuffer data = tensor.data().duplicate().order(tensor.data().order()).rewind();
		Shape shape = new Shape(tensor.shape());
		return switch (tensor.type()) {
			case TEXT -> manager.create(new String[] { StandardCharsets.UTF_8.decode(data).toString() },
				StandardCharsets.UTF_8, new Shape());
			case FLOAT -> manager.create(data, shape, DataType.FLOAT32);
			case INT -> manager.create(data, shape, DataType.INT32);
			case LONG -> manager.create(data, shape, DataType.INT64);
			case BYTE -> manager.create(data, shape, DataType.UINT8);
		};
	}

	private static Tensor tensor(NDArray array) {
		Tensor.Type type = array.getDataType() == DataType.UINT8 ? Tensor.Type.BYTE : Tensor.Type.FLOAT;
		return new Tensor(type, array.getShape().getShape(), array.toByteBuffer());
	}

	private static String firstLine(Exception e) {
		return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
	}

	@Override
	public void close() {
		lock.writeLock().lock();
		try {
			closed = true;
			manager.close();
			model.close();
		}
		finally {
			lock.writeLock().unlock();
		}
	}
}
