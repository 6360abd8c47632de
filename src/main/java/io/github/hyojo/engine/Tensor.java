package io.github.hyojo.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An array that goes into or comes out of a signature.
 *
 * @param type of its values
 * @param shape its dimensions, outermost first; empty for a single value
 * @param data its values in native byte order, in a direct buffer from position 0 to its limit
 */
public record Tensor(Type type, long[] shape, ByteBuffer data) {

	/** Types of values. */
	public enum Type {
		/** 32-bit floating point */
		FLOAT,
		/** 32-bit integer */
		INT,
		/** 64-bit integer */
		LONG,
		/** unsigned 8-bit integer */
		BYTE,
		/** a text in UTF-8, always a single one */
		TEXT
	}

	/**
	 * @param values all values, innermost dimension fastest
	 * @param shape the dimensions; none for a single value
	 * @return a tensor with a copy of the values
	 */
	public static Tensor of(float[] values, long... shape) {
		ByteBuffer data = allocate(4 * values.length);
		data.asFloatBuffer().put(values);
		return new Tensor(Type.FLOAT, shape, data);
	}

	/**
	 * @param value the value
	 * @return a tensor of one number
	 */
	public static Tensor of(float value) {
		return of(new float[] { value });
	}

	/**
	 * @param values the values
	 * @return a vector with a copy of the values
	 */
	public static Tensor of(int... values) {
		ByteBuffer data = allocate(4 * values.length);
		data.asIntBuffer().put(values);
		return new Tensor(Type.INT, new long[] { values.length }, data);
	}

	/**
	 * @param values the values
	 * @return a vector with a copy of the values
	 */
	public static Tensor of(long... values) {
		ByteBuffer data = allocate(8 * values.length);
		data.asLongBuffer().put(values);
		return new Tensor(Type.LONG, new long[] { values.length }, data);
	}

	/**
	 * @param text the text
	 * @return a tensor of one text
	 */
	public static Tensor of(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return new Tensor(Type.TEXT, new long[0], allocate(bytes.length).put(bytes).flip());
	}

	/**
	 * @param data direct buffer, from position 0 to its limit; not copied
	 * @param shape the dimensions
	 * @return a tensor of unsigned bytes
	 */
	public static Tensor bytes(ByteBuffer data, long... shape) {
		return new Tensor(Type.BYTE, shape, data);
	}

	/**
	 * @param bytes number of bytes
	 * @return a direct buffer in native byte order
	 */
	public static ByteBuffer allocate(int bytes) {
		return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
	}

	/** @return a copy of the values of a tensor of floats */
	public float[] floats() {
		float[] values = new float[data.limit() / 4];
		data.duplicate().order(ByteOrder.nativeOrder()).rewind().asFloatBuffer().get(values);
		return values;
	}

	@Override
	public String toString() {
		return type + Arrays.toString(shape);
	}
}
