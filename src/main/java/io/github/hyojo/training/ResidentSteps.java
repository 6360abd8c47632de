package io.github.hyojo.training;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.model.Architecture;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.model.KnownSubjects;
import io.github.hyojo.model.Network;
import io.github.hyojo.model.ResidentTraining;
import io.github.hyojo.model.Stage;
import io.github.hyojo.model.TrainingSettings;

/** Gives TensorFlow all faces once, then the numbers of those of several steps in one call. */
final class ResidentSteps implements Stepping {

	private final SavedModel model;
	private final FaceDataset faces;
	private final TrainingSettings settings;
	private final FrozenIdentity frozen;
	private final int steps;
	private boolean kept;
	/** The round whose identities TensorFlow has; 0 as long as it has none. */
	private int round;

	/**
	 * @param model in training, with the signatures of {@link ResidentTraining}
	 * @param faces that are trained on
	 * @param settings of the training
	 * @param steps of a call
	 */
	ResidentSteps(SavedModel model, FaceDataset faces, TrainingSettings settings, int steps) {
		this.model = model;
		this.faces = faces;
		this.settings = settings;
		this.steps = steps;
		frozen = new FrozenIdentity(model, settings.model(), faces);
	}

	/** @return whether so many faces fit into what is given to TensorFlow at once */
	static boolean fits(FaceDataset faces) {
		return (long) faces.count() * faces.size() * faces.size() * 3 <= Integer.MAX_VALUE;
	}

	@Override
	public int atOnce(int left) {
		return left < steps ? 1 : steps;
	}

	@Override
	public List<Map<String, Double>> take(Epoch epoch, List<Batch> batches, long done, Tensor rate, Progress progress) {
		keep(epoch, progress);
		Map<String, Tensor> given = new HashMap<>();
		given.put("faces", all(batches, Batch::faces));
		given.put("sizes", Tensor.of(batches.stream().mapToInt(batch -> batch.faces().length).toArray()));
		given.put("seed", Tensor.of(settings.seed(), done));
		given.put("learning_rate", rate);
		if (epoch.stage() == Stage.IDENTITY) given.put("targets", all(batches, Batch::partners));
		if (batches.get(0).donors().length > 0) given.put("donors", all(batches, Batch::donors));
		List<Map<String, Double>> losses = new ArrayList<>();
		batches.forEach(batch -> losses.add(new TreeMap<>()));
		model.run(ResidentTraining.signature(epoch.stage(), batches.size()), given).forEach((name, tensor) -> {
			float[] values = tensor.floats();
			for (int step = 0; step < values.length; step++) losses.get(step).put(name, (double) values[step]);
		});
		return losses;
	}

	private static Tensor all(List<Batch> batches, Function<Batch, int[]> part) {
		return Tensor.of(batches.stream().map(part).flatMapToInt(IntStream::of).toArray());
	}

	private void keep(Epoch epoch, Progress progress) {
		if (!kept) {
			progress.report("Giving the faces to TensorFlow", 0, 1);
			progress.checkCanceled();
			keepFaces();
			if (settings.model().method().architecture() == Architecture.CONDITIONAL) keepIdentities(codes());
			kept = true;
		}
		if (epoch.stage() != Stage.EXPRESSION || epoch.round() == round) return;
		keepIdentities(Tensor.of(frozen.features(epoch, progress), faces.count(), Network.LATENT));
		round = epoch.round();
	}

	private void keepFaces() {
		try {
			model.run(ResidentTraining.KEEP_FACES, Map.of("image", pixels()));
		}
		catch (RuntimeException e) {
			throw new HyojoException("The " + faces.count() + " faces cannot be kept on the " + model.device() + " (" + e
				.getMessage() + "): set the training steps per call to 1 in Expression Engine..., so that each step is given its "
				+ "own.", e);
		}
	}

	private void keepIdentities(Tensor identities) {
		model.run(ResidentTraining.KEEP_IDENTITIES, Map.of("identity", identities));
	}

	private Tensor pixels() {
		int count = faces.count();
		ByteBuffer room = FaceTensor.room(faces.size(), count);
		return FaceTensor.of(faces.images(), room, IntStream.range(0, count).toArray());
	}

	private Tensor codes() {
		List<String> names = faces.faces().stream().map(face -> face.subject()).toList();
		KnownSubjects subjects = new KnownSubjects(faces.subjects());
		return Tensor.of(subjects.code(names), names.size(), subjects.names().size());
	}
}
