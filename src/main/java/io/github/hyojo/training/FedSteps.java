package io.github.hyojo.training;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.Network;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.TrainingSettings;

/** Gives TensorFlow the pixels of each step. */
final class FedSteps implements Stepping {

	private final SavedModel model;
	private final StepInputs inputs;
	private final FrozenIdentity frozen;
	/** Of the features of a step. The next one overwrites them: direct memory is freed late. */
	private final ByteBuffer room;

	/**
	 * @param model in training
	 * @param faces that are trained on
	 * @param settings of the training
	 * @param largest number of faces in a step
	 */
	FedSteps(SavedModel model, FaceDataset faces, TrainingSettings settings, int largest) {
		this.model = model;
		inputs = new StepInputs(faces, settings, largest);
		frozen = new FrozenIdentity(model, settings.model(), faces);
		room = Tensor.allocate(largest * Network.LATENT * Float.BYTES);
	}

	@Override
	public int atOnce(int left) {
		return 1;
	}

	@Override
	public List<Map<String, Double>> take(Epoch epoch, List<Batch> batches, long done, Tensor rate, Progress progress) {
		Batch batch = batches.get(0);
		Map<String, Tensor> given = inputs.of(batch, done, rate);
		boolean known = epoch.stage() == Stage.EXPRESSION && model.has(Stage.IDENTITY_KNOWN);
		if (known) given.put("identity", identities(batch, frozen.features(epoch, progress)));
		Map<String, Double> losses = new TreeMap<>();
		model.run(known ? Stage.IDENTITY_KNOWN : epoch.stage().signature(), given).forEach((name, value) -> losses.put(name,
			(double) value.floats()[0]));
		return List.of(losses);
	}

	private Tensor identities(Batch batch, float[] all) {
		room.clear();
		FloatBuffer features = room.asFloatBuffer();
		for (int face : batch.faces()) features.put(all, face * Network.LATENT, Network.LATENT);
		room.limit(features.position() * Float.BYTES);
		return new Tensor(Tensor.Type.FLOAT, new long[] { batch.faces().length, Network.LATENT }, room);
	}
}
