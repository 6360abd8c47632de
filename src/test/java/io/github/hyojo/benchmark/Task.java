package io.github.hyojo.benchmark;

import java.util.function.ToLongFunction;

import io.github.hyojo.model.Method;
import io.github.hyojo.model.ModelSettings;
import io.github.hyojo.model.Operations;
import io.github.hyojo.model.Stage;

/** What is timed in images per second. */
enum Task {
	/** A step of the identity stage. */
	STAGE_1("Training, stage 1", "stage1", operations -> operations.training(Stage.IDENTITY)),
	/** A step of the expression stage with L_gan and L_switch. */
	STAGE_2("Training, stage 2, all losses", "stage2", operations -> operations.training(Stage.EXPRESSION)),
	/** A step of the expression stage without them. */
	STAGE_2_CONVENTIONAL("Training, stage 2, conventional", null, operations -> operations.training(Stage.EXPRESSION)),
	/** z_e alone. */
	ENCODE_ONE("Encoding, one encoder", "encode", Operations::encoding),
	/** z_i and z_e. */
	ENCODE_BOTH("Encoding, both encoders", null, operations -> 2 * operations.encoding()),
	/** From both features to a face. */
	DECODE("Decoding", null, Operations::decoding),
	/** From two faces to a third one. */
	SWAP("Swapping", null, Operations::swapping);

	private final String title;
	private final String peerName;
	private final ToLongFunction<Operations> operations;

	Task(String title, String peerName, ToLongFunction<Operations> operations) {
		this.title = title;
		this.peerName = peerName;
		this.operations = operations;
	}

	/**
	 * @param size of the faces
	 * @return billions of floating-point operations per image
	 */
	double operations(int size) {
		ModelSettings settings = ModelSettings.DEFAULT.withSize(size).withMethod(this == STAGE_2 ? Method.SWITCH
			: Method.CONVENTIONAL);
		return operations.applyAsLong(new Operations(settings, 2)) / 1e9;
	}

	/** @return what a reader of the table sees */
	String title() {
		return title;
	}

	/** @return whether it goes through a stack in batches of the product's own size */
	boolean hasOwnBatch() {
		return compareTo(ENCODE_ONE) >= 0;
	}

	/** @return how the peer calls it; null if it does not time this */
	String peerName() {
		return peerName;
	}
}
