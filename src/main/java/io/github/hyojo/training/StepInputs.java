package io.github.hyojo.training;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.Tensor;
import io.github.hyojo.model.Architecture;
import io.github.hyojo.model.FaceTensor;
import io.github.hyojo.model.KnownSubjects;
import io.github.hyojo.model.TrainingSettings;

/** What a step of a training is given. The pixels of one step are overwritten by those of the next. */
final class StepInputs {

	private final FaceDataset faces;
	private final TrainingSettings settings;
	/** Whose each face is. */
	private final List<String> names;
	private final KnownSubjects subjects;
	private final ByteBuffer images;
	private final ByteBuffer targets;

	/**
	 * @param faces that are trained on
	 * @param settings of the training
	 * @param largest number of faces in a step
	 */
	StepInputs(FaceDataset faces, TrainingSettings settings, int largest) {
		this.faces = faces;
		this.settings = settings;
		names = faces.faces().stream().map(face -> face.subject()).toList();
		subjects = new KnownSubjects(faces.subjects());
		images = FaceTensor.room(faces.size(), largest);
		targets = FaceTensor.room(faces.size(), largest);
	}

	/**
	 * @param batch the faces of the step
	 * @param steps of the training that are done
	 * @param rate the learning rate
	 * @return the inputs of the signature that trains, by key
	 */
	Map<String, Tensor> of(Batch batch, long steps, Tensor rate) {
		Map<String, Tensor> inputs = new HashMap<>();
		inputs.put("image", FaceTensor.of(faces.images(), images, batch.faces()));
		inputs.put("seed", Tensor.of(settings.seed(), steps));
		inputs.put("learning_rate", rate);
		if (batch.partners().length > 0) inputs.put("target", FaceTensor.of(faces.images(), targets, batch.partners()));
		if (batch.donors().length > 0) inputs.put("donor", Tensor.of(batch.donors()));
		if (settings.model().method().architecture() == Architecture.CONDITIONAL) inputs.put("identity", whose(batch));
		return inputs;
	}

	private Tensor whose(Batch batch) {
		float[] code = subjects.code(IntStream.of(batch.faces()).mapToObj(names::get).toList());
		return Tensor.of(code, batch.faces().length, subjects.names().size());
	}
}
