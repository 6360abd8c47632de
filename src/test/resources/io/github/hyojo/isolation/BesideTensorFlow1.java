import java.nio.file.Path;

import org.tensorflow.DataType;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.TensorFlow;

import io.github.hyojo.isolation.UseHyojo;

/** Compiled against TensorFlow 1's Java API, as CSBDeep, StarDist and N2V are; uses it before and after Hyojo's, or after it. */
public final class BesideTensorFlow1 {

	private BesideTensorFlow1() {}

	public static void main(String[] args) throws Exception {
		if (args[0].equals("first")) System.out.println("TensorFlow " + TensorFlow.version() + " doubles 3 to " + doubled());
		UseHyojo.all(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
		System.out.println("TensorFlow " + TensorFlow.version() + " doubles 3 to " + doubled());
	}

	private static float doubled() {
		try (Graph graph = new Graph(); Session session = new Session(graph); Tensor<Float> value = Tensor.create(3f, Float.class)) {
			Output<Float> three = graph.opBuilder("Const", "three").setAttr("dtype", DataType.FLOAT).setAttr("value", value).build()
				.output(0);
			Output<Float> sum = graph.opBuilder("Add", "sum").addInput(three).addInput(three).build().output(0);
			try (Tensor<?> result = session.runner().fetch(sum).run().get(0)) {
				return result.floatValue();
			}
		}
	}
}
