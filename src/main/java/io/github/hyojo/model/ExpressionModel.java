package io.github.hyojo.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.file.ZippedFolder;

/**
 * A trained model, ready to encode and decode. One call takes one batch; {@code io.github.hyojo.op} goes through stacks
 * of any length. Several threads may encode and decode at a time.
 */
public final class ExpressionModel implements AutoCloseable {

	/** The file in a model folder that says how the model was made. */
	public static final String INFO = "hyojo.json";
	/** The model folder in the folder of a training. */
	public static final String FOLDER = "model";

	/** What every version of {@link ModelInfo} has. */
	private record Format(int format, String hyojo) {}

	private final SavedModel model;
	private final ModelSettings settings;
	private final List<String> subjects;
	/** The folder or zip that it was opened from; null if it is somebody else's, who closes it. */
	private final Path place;
	private final Path unzipped;

	private ExpressionModel(SavedModel model, ModelSettings settings, List<String> subjects, Path place, Path unzipped) {
		this.model = model;
		this.settings = settings;
		this.subjects = List.copyOf(subjects);
		this.place = place;
		this.unzipped = unzipped;
	}

	/**
	 * Finds the model that a person means.
	 *
	 * @param path a model's folder or zip, the {@code hyojo.json} in its folder (file dialogs prefer files), or the folder
	 *          of a finished training; {@code sample} is the one that comes with the plugin
	 * @return the folder or zip, or {@code sample}
	 */
	public static Path place(Path path) {
		if (SampleModel.is(path)) return path;
		if (path.endsWith(INFO)) return path.toAbsolutePath().getParent();
		Path trained = path.resolve(FOLDER);
		return Files.exists(trained.resolve(INFO)) ? trained : path;
	}

	/**
	 * Reads how a model was made, without loading it.
	 *
	 * @param path the model's folder or zip, or {@code sample}
	 * @return what its {@code hyojo.json} says
	 * @throws HyojoException if this is no model, or one of a newer version
	 */
	public static ModelInfo info(Path path) {
		if (SampleModel.is(path)) return SampleModel.read(ExpressionModel::info);
		if (!Files.isDirectory(path)) {
			return ZippedFolder.read(path, INFO, file -> info(path, file));
		}
		if (!Files.exists(path.resolve(INFO))) {
			throw new HyojoException("The folder " + path + " holds no Hyojo model, because it has no " + INFO
				+ ": choose the folder that Train Expression Model wrote.");
		}
		return info(path, path.resolve(INFO));
	}

	private static ModelInfo info(Path path, Path file) {
		// by itself, because the rest of a newer format may be beyond this version
		Format format = JsonFile.read(file, Format.class);
		if (format.format() > ModelInfo.FORMAT) {
			throw new HyojoException("The model " + path + " was made by a newer Hyojo (" + format.hyojo()
				+ "): update Hyojo to use it.");
		}
		ModelInfo info = JsonFile.read(file, ModelInfo.class);
		if (info.settings() == null) {
			throw new HyojoException("The model " + path + " does not say how it was trained: copy it again from where it came "
				+ "from.");
		}
		return info;
	}

	/**
	 * Loads a model.
	 *
	 * @param path the model's folder or zip, or {@code sample}
	 * @param engine how to use the machine
	 * @param progress hears of TensorFlow's unpacking, the first time
	 * @return the model
	 * @throws HyojoException if this is no whole model, or one of a newer version
	 */
	public static ExpressionModel open(Path path, EngineSettings engine, Progress progress) {
		if (SampleModel.is(path)) return SampleModel.read(zip -> open(zip, engine, progress));
		ModelInfo info = info(path);
		ModelSettings settings = info.settings().model();
		List<String> subjects = info.faces().subjects();
		if (Files.isDirectory(path)) {
			return new ExpressionModel(SavedModel.load(path, engine, progress), settings, subjects, path, null);
		}
		Path folder = ZippedFolder.unzip(path);
		try {
			return new ExpressionModel(SavedModel.load(folder, engine, progress), settings, subjects, path, folder);
		}
		catch (RuntimeException e) {
			delete(folder);
			if (!(e instanceof HyojoException)) throw e;
			// the user knows the zip, not the folder
			throw new HyojoException(e.getMessage().replace(folder.toString(), path.toString()), e);
		}
	}

	/**
	 * Looks at a model in training.
	 *
	 * @param model has the signatures of a finished model; stays open when this is closed
	 * @param settings the networks
	 * @param subjects the training subjects, in the order of {@link ModelInfo.Faces}
	 * @return a model whose features change as the training goes on
	 */
	public static ExpressionModel of(SavedModel model, ModelSettings settings, List<String> subjects) {
		return new ExpressionModel(model, settings, subjects, null, null);
	}

	/** @return the folder or zip that it was opened from, if that has gone since; the model works without it */
	public Optional<Path> lost() {
		return Optional.ofNullable(place).filter(Files::notExists);
	}

	/** @return width and height S of its faces in pixels */
	public int size() {
		return settings.size();
	}

	/** @return the method it was trained with */
	public Method method() {
		return settings.method();
	}

	/** @return the subjects it was trained on, in natural order */
	public List<String> subjects() {
		return subjects;
	}

	/** @return number I of identity features of a face: 64, 0 of a VAE, or the number of subjects of a C-VAE */
	public int identityFeatures() {
		return method().architecture().identityFeatures(subjects.size());
	}

	/** @return number E of expression features of a face: 64, or 128 of a VAE */
	public int expressionFeatures() {
		return method().architecture().expressionFeatures();
	}

	/** @return how many batches at a time pay, see {@link SavedModel#callsAtATime()} */
	public int callsAtATime() {
		return model.callsAtATime();
	}

	/**
	 * @param faces N x S x S x 3 pixels of 0-255, see {@link FaceTensor}
	 * @return N x I identity features
	 * @throws HyojoException if the model has to be told them, see {@link KnownSubjects}
	 */
	public float[] encodeIdentity(Tensor faces) {
		checkUnconditional();
		if (identityFeatures() == 0) return new float[0];
		return model.run("encode_identity", Map.of("image", faces)).get("identity").floats();
	}

	/**
	 * @param faces N x S x S x 3 pixels of 0-255, see {@link FaceTensor}
	 * @return N x E expression features
	 * @throws HyojoException if the model has to be told the identity, see {@link KnownSubjects}
	 */
	public float[] encodeExpression(Tensor faces) {
		checkUnconditional();
		return model.run("encode_expression", Map.of("image", faces)).get("expression").floats();
	}

	/**
	 * Encodes faces, and tells a model that asks for it whose they are.
	 *
	 * @param faces N x S x S x 3 pixels of 0-255, see {@link FaceTensor}
	 * @param identity N x I identity features; used by a conditional model only
	 * @return N x E expression features
	 */
	public float[] encodeExpression(Tensor faces, float[] identity) {
		if (method().architecture() != Architecture.CONDITIONAL) return encodeExpression(faces);
		return model.run("encode_expression", Map.of("image", faces, "identity", features(identity, identityFeatures())))
			.get("expression").floats();
	}

	/**
	 * @param identity N x I identity features
	 * @param expression N x E expression features
	 * @return N x S x S x 3 pixels of 0-255, see {@link FaceTensor}
	 */
	public Tensor decode(float[] identity, float[] expression) {
		Map<String, Tensor> inputs = new TreeMap<>(Map.of("expression", features(expression, expressionFeatures())));
		if (identityFeatures() > 0) inputs.put("identity", features(identity, identityFeatures()));
		return model.run("decode", inputs).get("image");
	}

	private void checkUnconditional() {
		if (method().architecture() != Architecture.CONDITIONAL) return;
		throw new HyojoException("A model of the method " + method().label()
			+ " knows its subjects only by name, which images do not tell: give a face dataset, or choose a model of another "
				+ "method.");
	}

	private static Tensor features(float[] values, int width) {
		return Tensor.of(values, values.length / width, width);
	}

	/** Waits for batches that are computed. */
	@Override
	public void close() {
		if (place != null) model.close();
		if (unzipped != null) delete(unzipped);
	}

	private static void delete(Path folder) {
		try {
			NewFolder.delete(folder);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
