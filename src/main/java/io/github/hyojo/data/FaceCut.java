package io.github.hyojo.data;

import io.github.hyojo.HyojoException;
import io.github.hyojo.face.Alignment;
import io.github.hyojo.face.Framing;

/**
 * How a picture becomes a face.
 *
 * @param size edge length of the face in pixels, 1 to 1024; the networks want 64 or 128
 * @param alignment how the face is found in the picture
 * @param framing where the eyes come to lie; counts unless the alignment is {@link Alignment#OFF}
 * @param crop part of each picture that is kept if the alignment is {@link Alignment#OFF}, otherwise
 *          {@link Crop#WHOLE}; it is scaled to size x size whatever its shape
 */
public record FaceCut(int size, Alignment alignment, Framing framing, Crop crop) {

	/** Faces of 64 x 64 pixels from brows to chin, found in the pictures. */
	public static final FaceCut DEFAULT = new FaceCut(64, Alignment.DETECT, Framing.TIGHT, Crop.WHOLE);

	/**
	 * Checks the values.
	 *
	 * @throws HyojoException if a value is missing or out of its range, or aligned faces are to be cropped
	 */
	public FaceCut {
		if (alignment == null || framing == null || crop == null) {
			throw new HyojoException("The import settings lack alignment, framing or crop; give all of them.");
		}
		if (size < 1 || size > 1024) {
			throw new HyojoException("The size " + size +
				" is not possible; use 1 to 1024 pixels (the networks want 64 or 128).");
		}
		if (alignment != Alignment.OFF && !crop.equals(Crop.WHOLE)) {
			throw new HyojoException("A crop cuts the same part out of each picture, which goes with alignment=off only;" +
				" leave out the crop, or write alignment=off.");
		}
	}

	/**
	 * @param crop see {@link #crop()}
	 * @param size see {@link #size()}
	 * @return faces that are not aligned
	 */
	public static FaceCut cropped(Crop crop, int size) {
		return new FaceCut(size, Alignment.OFF, Framing.TIGHT, crop);
	}

	/**
	 * @param size see {@link #size()}
	 * @return the same with another size
	 */
	public FaceCut withSize(int size) {
		return new FaceCut(size, alignment, framing, crop);
	}
}
