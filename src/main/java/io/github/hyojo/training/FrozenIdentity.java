package io.github.hyojo.training;

import java.util.concurrent.CancellationException;

import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Network;
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
	/** Of all faces, one after the other, as they are in an expression stage. */
	private float[] features;
	/** The round of that stage; 0 as long as there is none. */
	private int round;

	/**
	 * @param model in training
	 * @param settings its networks
	 * @param faces that are trained on
	 */
	FrozenIdentity(SavedModel model, ModelSettings settings, FaceDataset faces) {
		this.model = model;
		this.settings = settings;
		this.faces = faces;
	}

	/**
	 * @param epoch of an expression stage
	 * @param progress hears of the encoding, at the beginning of a stage
	 * @return 64 features of each face, one after the other; not a copy
	 * @throws CancellationException if the progress is canceled
	 */
	float[] features(Epoch epoch, Progress progress) {
		if (epoch.round() != round) encode(epoch.round(), progress);
		return features;
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
