package io.github.hyojo.model.graph;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

/**
 * All faces of a training in variables of a graph, which are filled once and belong to no checkpoint. Steps take theirs by
 * number.
 */
final class FacesOnDevice {

	/** Pixels lie in words of eight bytes: GPUs have no kernel that gathers single ones. */
	private static final int WORD = Long.BYTES;

	private final Ops tf;
	private final int size;
	/** M x words. */
	private final Operand<?> pixels;
	/** M x I. */
	private final Operand<?> identities;
	private final Operand<TUint8> givenPixels;
	private final Operand<TFloat32> givenIdentities;

	/**
	 * @param tf the graph
	 * @param size width and height S of the faces in pixels
	 * @param identityFeatures number I of identity features; may be 0
	 */
	FacesOnDevice(Ops tf, int size, int identityFeatures) {
		this.tf = tf;
		this.size = size;
		pixels = tf.varHandleOp(TInt64.class, Shape.of(-1, words()), VarHandleOp.sharedName("faces/pixels"));
		identities = tf.varHandleOp(TFloat32.class, Shape.of(-1, identityFeatures), VarHandleOp.sharedName(
			"faces/identities"));
		givenPixels = tf.withName("all_images").placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, size, size, 3)));
		givenIdentities = tf.withName("all_identities").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1,
			identityFeatures)));
	}

	private long words() {
		return (long) size * size * 3 / WORD;
	}

	/** M x S x S x 3 pixels in 0-255. */
	Operand<TUint8> givenPixels() {
		return givenPixels;
	}

	/** M x I. */
	Operand<TFloat32> givenIdentities() {
		return givenIdentities;
	}

	/** Takes the given pixels. */
	Op keepPixels() {
		Operand<TUint8> bytes = tf.reshape(givenPixels, tf.constant(new long[] { -1, words(), WORD }));
		return tf.assignVariableOp(pixels, tf.bitcast(bytes, TInt64.class));
	}

	/** Takes the given identities. */
	Op keepIdentities() {
		return tf.assignVariableOp(identities, givenIdentities);
	}

	/** N x S x S x 3 pixels in 0-255 of N faces. */
	Operand<TUint8> images(Operand<TInt32> numbers) {
		Operand<TInt64> rows = tf.gather(tf.readVariableOp(pixels, TInt64.class), numbers, tf.constant(0));
		return tf.reshape(tf.bitcast(rows, TUint8.class), tf.constant(new int[] { -1, size, size, 3 }));
	}

	/** N x I of N faces. */
	Operand<TFloat32> identities(Operand<TInt32> numbers) {
		return tf.gather(tf.readVariableOp(identities, TFloat32.class), numbers, tf.constant(0));
	}
}
