package io.github.hyojo.model.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import io.github.hyojo.model.Reduction;
import io.github.hyojo.model.graph.NetworkGraph.Posterior;

/** The terms of the paper's losses (eq. 1-5), each one number for a batch. */
final class Losses {

	private final Ops tf;

	Losses(Ops tf) {
		this.tf = tf;
	}

	/** KL(q(z|x) || N(0, I)) in nats (eq. 1 and 2). */
	Operand<TFloat32> kl(Posterior q, Reduction reduction) {
		Operand<TFloat32> variance = tf.math.exp(q.logVariance());
		Operand<TFloat32> terms = tf.math.sub(tf.math.sub(tf.math.add(tf.math.square(q.mean()), variance), number(1)), q
			.logVariance());
		return tf.math.mul(number(0.5), reduce(terms, reduction));
	}

	/** Squared error between images N x S x S x 3 in 0-1 (eq. 1 and 2). */
	Operand<TFloat32> reconstruction(Operand<TFloat32> original, Operand<TFloat32> decoded, Reduction reduction) {
		return reduce(tf.math.squaredDifference(decoded, original), reduction);
	}

	/** -log D for logits that should say "real", averaged over images (eq. 3). */
	Operand<TFloat32> real(Operand<TFloat32> logits) {
		return mean(tf.math.softplus(tf.math.neg(logits)));
	}

	/** -log(1 - D) for logits that should say "decoded", averaged over images (eq. 3). */
	Operand<TFloat32> decoded(Operand<TFloat32> logits) {
		return mean(tf.math.softplus(logits));
	}

	/** Mean squared error between features N x 64 (eq. 4). */
	Operand<TFloat32> features(Operand<TFloat32> target, Operand<TFloat32> encoded) {
		return mean(tf.math.squaredDifference(encoded, target));
	}

	Operand<TFloat32> number(double value) {
		return tf.constant((float) value);
	}

	private Operand<TFloat32> reduce(Operand<TFloat32> terms, Reduction reduction) {
		return switch (reduction) {
			case MEAN -> mean(terms);
			case PER_BATCH -> sum(terms);
			case PER_IMAGE -> tf.math.div(sum(terms), tf.dtypes.cast(tf.squeeze(tf.shape.head(tf.shape(terms))),
				TFloat32.class));
		};
	}

	private Operand<TFloat32> mean(Operand<TFloat32> terms) {
		return tf.math.mean(flat(terms), tf.constant(0));
	}

	private Operand<TFloat32> sum(Operand<TFloat32> terms) {
		return tf.sum(flat(terms), tf.constant(0));
	}

	private Operand<TFloat32> flat(Operand<TFloat32> terms) {
		return tf.reshape(terms, tf.constant(new int[] { -1 }));
	}
}
