package io.github.hyojo.model;

import java.nio.ByteBuffer;

import io.github.hyojo.engine.Tensor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** Carries faces between ImgLib2 and the engine, as N x S x S x 3 pixels of 0-255. */
public final class FaceTensor {

	private FaceTensor() {}

	/**
	 * @param faces S x S x N
	 * @param indices which of them, counted from the first
	 * @return these faces, in this order
	 */
	public static Tensor of(RandomAccessibleInterval<ARGBType> faces, int... indices) {
		return of(faces, room((int) faces.dimension(0), indices.length), indices);
	}

	/**
	 * Room for many batches in turn. Direct memory is freed only when Java collects garbage, and a training makes so
	 * little of it that batches with rooms of their own would pile up to gigabytes.
	 *
	 * @param size width and height of the faces
	 * @param count the largest number of faces of a batch
	 * @return room for a batch
	 */
	public static ByteBuffer room(int size, int count) {
		return Tensor.allocate(count * size * size * 3);
	}

	/**
	 * @param faces S x S x N
	 * @param room what the faces are written into; the tensor is good until the next batch is
	 * @param indices which of them, counted from the first
	 * @return these faces, in this order
	 */
	public static Tensor of(RandomAccessibleInterval<ARGBType> faces, ByteBuffer room, int... indices) {
		int size = (int) faces.dimension(0);
		// whole planes, because a pixel at a time takes up to ten times as long once Java has met several kinds of images
		PrimitiveBlocks<ARGBType> planes = PrimitiveBlocks.of(faces, PrimitiveBlocks.OnFallback.ACCEPT);
		int[] plane = new int[size * size];
		byte[] bytes = new byte[3 * plane.length];
		long[] position = faces.minAsLongArray();
		room.clear();
		for (int index : indices) {
			position[2] = faces.min(2) + index;
			planes.copy(position, plane, new int[] { size, size, 1 });
			int at = 0;
			for (int rgb : plane) {
				bytes[at++] = (byte) (rgb >> 16);
				bytes[at++] = (byte) (rgb >> 8);
				bytes[at++] = (byte) rgb;
			}
			room.put(bytes);
		}
		return Tensor.bytes(room.flip(), indices.length, size, size, 3);
	}

	/**
	 * @param tensor faces as they come out of the engine
	 * @param into S x S x N, at least as many images as the tensor has from the first one on
	 * @param first where in it the first face goes, counted from its first
	 */
	public static void copy(Tensor tensor, RandomAccessibleInterval<ARGBType> into, long first) {
		ByteBuffer data = tensor.data().duplicate().rewind();
		byte[] bytes = new byte[data.limit() / Math.max(1, (int) tensor.shape()[0])];
		for (long i = 0; i < tensor.shape()[0]; i++) {
			data.get(bytes);
			int at = 0;
			for (ARGBType pixel : Views.flatIterable(Views.hyperSlice(into, 2, into.min(2) + first + i))) {
				pixel.set(ARGBType.rgba(bytes[at++] & 0xff, bytes[at++] & 0xff, bytes[at++] & 0xff, 255));
			}
		}
	}
}
