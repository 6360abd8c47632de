package io.github.hyojo.model.graph;

import java.util.Map;
import java.util.TreeMap;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * One call that an exported graph answers.
 *
 * @param name its key in the SavedModel
 * @param inputs what it is fed
 * @param outputs what it returns
 */
record Signature(String name, Map<String, Operand<?>> inputs, Map<String, Operand<?>> outputs) {

	Signature {
		inputs = new TreeMap<>(inputs);
		outputs = new TreeMap<>(outputs);
	}

	SignatureDef definition() {
		SignatureDef.Builder definition = SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
		inputs.forEach((key, operand) -> definition.putInputs(key, info(operand)));
		outputs.forEach((key, operand) -> definition.putOutputs(key, info(operand)));
		return definition.build();
	}

	private static TensorInfo info(Operand<?> operand) {
		Output<?> output = operand.asOutput();
		Shape shape = output.shape();
		TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
		if (shape.isUnknown()) dimensions.setUnknownRank(true);
		else for (long size : shape.asArray()) {
			dimensions.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
		}
		return TensorInfo.newBuilder().setName(output.op().name() + ":" + output.index()).setDtype(output.dataType())
			.setTensorShape(dimensions).build();
	}
}
