package io.github.hyojo.training;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Network;
import io.github.hyojo.model.Stage;
import io.github.hyojo.op.Encode;

import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * What the identity encoder makes of the faces while it is frozen: the same in all steps of an expression stage, so that
 * it is computed once, before the first one.
 */
final class FrozenIdentity {

	private final SavedModel model;
	private final ModelSettings settings;
	private final FaceDataset faces;
	private final ByteBuffer room;
	/** Of all faces, one after the other, as they are in an expression stage. */
	private float[] features;
	/** The round of that stage; 0 as long as there is none. */
	private int round;

	/**
	 * @param model in training
	 * @param settings its networks
	 * @param faces that are trained on
	 * @param largest number of faces in a step
	 */
	FrozenIdentity(SavedModel model, ModelSettings settings, FaceDataset faces, int largest) {
		this.model = model;
		this.settings = settings;
		this.faces = faces;
		room = Tensor.allocate(largest * Network.LATENT * Float.BYTES);
	}

	/**
	 * @param epoch of the step
	 * @param batch the faces of the step
	 * @param progress hears of the encoding, at the beginning of a stage
	 * @return N x 64 identity features, good until the next call; empty if the step does not ask for them
	 * @throws CancellationException if the progress is canceled
	 */
	Optional<Tensor> of(Epoch epoch, Batch batch, Progress progress) {
		if (epoch.stage() != Stage.EXPRESSION || !model.has(Stage.IDENTITY_KNOWN)) return Optional.empty();
		if (epoch.round() != round) encode(epoch.round(), progress);
		room.clear();
		for (int face : batch.faces()) {
			room.asFloatBuffer().put(features, face * Network.LATENT, Network.LATENT);
			room.position(room.position() + Network.LATENT * Float.BYTES);
		}
		return Optional.of(new Tensor(Tensor.Type.FLOAT, new long[] { batch.faces().length, Network.LATENT }, room.flip()));
	}

	private void encode(int theRound, Progress progress) {
		ExpressionModel encoder = ExpressionModel.of(model, settings, faces.subjects());
		float[] all = new float[Math.multiplyExact(faces.count(), Network.LATENT)];
		int i = 0;
		for (FloatType value : Views.flatIterable(Encode.identity(encoder, faces.images(), progress))) {
			all[i++] = value.get();
		}
		features = all;
		round = theRound;
	}
}
