package io.github.hyojo.model.graph;

import static org.junit.Assert.assertEquals;

import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

import io.github.hyojo.Progress;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.model.Reduction;
import io.github.hyojo.model.graph.NetworkGraph.Posterior;

/** Equations 1 to 5 on two tiny images, against numbers worked out by hand. */
public class LossesTest {

	private static final float LN2 = 0.6931472f;

	private Graph graph;
	private Ops tf;
	private Losses losses;

	@BeforeClass
	public static void startTensorFlow() {
		TensorFlowEngine.start(Progress.SILENT);
	}

	@Before
	public void open() {
		graph = new Graph();
		tf = Ops.create(graph);
		losses = new Losses(tf);
	}

	@After
	public void close() {
		graph.close();
	}

	private double value(Operand<TFloat32> operand) {
		try (Session session = new Session(graph); TFloat32 value = (TFloat32) session.runner().fetch(operand).run().get(
			0))
		{
			return value.getFloat();
		}
	}

	@Test
	public void divergence() {
		// mean^2 + variance - 1 - ln variance: image 1: 1 + 1 - 1 - 0 = 1 and 0 + 2 - 1 - ln 2 = 0.3068528;
		// image 2: 0 + 1 - 1 - 0 = 0 and 4 + 4 - 1 - ln 4 = 5.6137056; half of the sum 6.9205584 is 3.4602792
		Posterior q = new Posterior(tf.constant(new float[][] { { 1, 0 }, { 0, 2 } }), tf.constant(new float[][] { { 0,
			LN2 }, { 0, 2 * LN2 } }));
		assertEquals(3.4602792, value(losses.kl(q, Reduction.PER_BATCH)), 1e-5);
		assertEquals(1.7301396, value(losses.kl(q, Reduction.PER_IMAGE)), 1e-5);
		assertEquals(0.8650698, value(losses.kl(q, Reduction.MEAN)), 1e-5);
	}

	@Test
	public void aPosteriorLikeThePriorHasNoDivergence() {
		Operand<TFloat32> zeros = tf.constant(new float[2][64]);
		assertEquals(0, value(losses.kl(new Posterior(zeros, zeros), Reduction.PER_BATCH)), 0);
	}

	@Test
	public void reconstruction() {
		// squared differences 0.25, 0, 0 and 0, 0.04, 1: 1.29 in two images of one pixel with three values
		Operand<TFloat32> original = tf.constant(new float[][][][] { { { { 0, 0, 0 } } }, { { { 1, 1, 1 } } } });
		Operand<TFloat32> decoded = tf.constant(new float[][][][] { { { { .5f, 0, 0 } } }, { { { 1, .8f, 0 } } } });
		assertEquals(1.29, value(losses.reconstruction(original, decoded, Reduction.PER_BATCH)), 1e-6);
		assertEquals(0.645, value(losses.reconstruction(original, decoded, Reduction.PER_IMAGE)), 1e-6);
		assertEquals(0.215, value(losses.reconstruction(original, decoded, Reduction.MEAN)), 1e-6);
	}

	@Test
	public void adversarial() {
		// D(0) = 1/2 and D(ln 3) = 3/4
		Operand<TFloat32> logits = tf.constant(new float[] { 0, 1.0986123f });
		// -(ln 1/2 + ln 3/4) / 2 = (0.6931472 + 0.2876821) / 2
		assertEquals(0.4904146, value(losses.real(logits)), 1e-6);
		// -(ln 1/2 + ln 1/4) / 2 = (0.6931472 + 1.3862944) / 2
		assertEquals(1.0397208, value(losses.decoded(logits)), 1e-6);
	}

	@Test
	public void adversarialStaysFiniteForADiscriminatorThatIsSure() {
		Operand<TFloat32> logits = tf.constant(new float[] { 200, 200 });
		assertEquals(0, value(losses.real(logits)), 1e-6);
		assertEquals(200, value(losses.decoded(logits)), 1e-3);
	}

	@Test
	public void switching() {
		// (0 + 4 + 9 + 0) / 4
		assertEquals(3.25, value(losses.features(tf.constant(new float[][] { { 1, 2 }, { 3, 4 } }), tf.constant(
			new float[][] { { 1, 0 }, { 0, 4 } }))), 1e-6);
	}
}
