package io.github.hyojo.model;

/** The function after every hidden layer. The paper does not name it. */
public enum Activation {
	/** max(0, x) */
	RELU,
	/** x where positive, 0.2 x where negative */
	LEAKY_RELU,
	/** x where positive, exp(x) - 1 where negative */
	ELU
}
