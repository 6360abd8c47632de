package io.github.hyojo.model;

/**
 * One layer with weights, as a row of the paper's tables 2 and 3.
 *
 * @param kind what it computes
 * @param name its name in the table, for example {@code conv1_1}
 * @param kernel kernel width and height in pixels; 1 for a dense layer
 * @param stride step in pixels: of the input in a convolution, of the output in a transposed one
 * @param inputs input channels
 * @param outputs output channels
 * @param size width and height of the output in pixels; 1 for a dense layer
 */
public record Layer(Kind kind, String name, int kernel, int stride, int inputs, int outputs, int size) {

	/** What a layer computes. */
	public enum Kind {
		/** Convolution, zero padding of 1 on every side. */
		CONVOLUTION,
		/** Transposed convolution, kernel 4, stride 2, padding 1: doubles width and height. */
		TRANSPOSED_CONVOLUTION,
		/** Fully connected. */
		DENSE,
		/** Fully connected without bias, on a one-hot code: the row of weights of the one. */
		EMBEDDING
	}

	static Layer convolution(String name, int stride, int inputs, int outputs, int size) {
		return new Layer(Kind.CONVOLUTION, name, 3, stride, inputs, outputs, size);
	}

	static Layer transposed(String name, int inputs, int outputs, int size) {
		return new Layer(Kind.TRANSPOSED_CONVOLUTION, name, 4, 2, inputs, outputs, size);
	}

	static Layer dense(String name, int inputs, int outputs) {
		return new Layer(Kind.DENSE, name, 1, 1, inputs, outputs, 1);
	}

	static Layer embedding(String name, int inputs, int outputs) {
		return new Layer(Kind.EMBEDDING, name, 1, 1, inputs, outputs, 1);
	}

	/** @return number of trained values: weights and one bias per output channel, which an embedding lacks */
	public long parameters() {
		return kind == Kind.EMBEDDING ? weights() : weights() + outputs;
	}

	/** @return number of weights, without biases */
	public long weights() {
		return (long) kernel * kernel * inputs * outputs;
	}

	/**
	 * How many inputs one output value sums over; He's initialisation divides by it. A stride of 2 lets a transposed
	 * convolution see a quarter of its kernel at each output pixel.
	 *
	 * @return inputs of one output value
	 */
	public int fanIn() {
		int taps = kernel * kernel * inputs;
		return kind == Kind.TRANSPOSED_CONVOLUTION ? taps / (stride * stride) : taps;
	}

	/** @return multiply-accumulate operations of one forward pass of one image */
	public long multiplications() {
		return (long) fanIn() * outputs * size * size;
	}
}
