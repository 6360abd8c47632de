package io.github.hyojo.data;

import io.github.hyojo.face.Alignment;
import io.github.hyojo.face.Eyes;
import io.github.hyojo.face.FaceAligner;
import io.github.hyojo.face.FaceFinder;
import io.github.hyojo.face.FoundFace;
import io.github.hyojo.picture.Picture;

import java.util.Optional;

/** Cuts faces out of pictures as the settings say. Used by one thread at a time. */
public final class FaceCutter implements AutoCloseable {

	private final FaceCut cut;
	/** Null if nothing is to be found. */
	private final FaceFinder finder;

	/**
	 * @param cut how to cut
	 * @throws io.github.hyojo.HyojoException if faces are to be found and OpenCV is missing
	 */
	public FaceCutter(FaceCut cut) {
		this.cut = cut;
		finder = cut.alignment() == Alignment.DETECT ? FaceFinder.open() : null;
	}

	/** @return how faces are found */
	public Alignment alignment() {
		return cut.alignment();
	}

	/**
	 * Finds a face, if the alignment is {@link Alignment#DETECT}.
	 *
	 * @param picture a picture
	 * @return its largest face; empty if there is none
	 */
	public Optional<FoundFace> find(Picture picture) {
		return finder.find(picture);
	}

	/**
	 * @param picture a picture
	 * @param eyes where the eyes are; null to keep the same part of each picture
	 * @return the face, row by row, packed as ARGB
	 */
	public int[] cut(Picture picture, Eyes eyes) {
		if (eyes == null) return FaceScaler.scale(picture, cut.crop(), cut.size());
		return FaceAligner.align(picture, eyes, cut.framing(), cut.size());
	}

	/**
	 * @param picture a picture
	 * @param eyes as for {@link #cut}
	 * @return x and y in the picture of the corners of the part that is cut out: upper left, upper right, lower right,
	 *         lower left
	 */
	public double[][] corners(Picture picture, Eyes eyes) {
		if (eyes != null) return FaceAligner.corners(eyes, cut.framing());
		double left = cut.crop().left() * picture.width(), right = cut.crop().right() * picture.width();
		double top = cut.crop().top() * picture.height(), bottom = cut.crop().bottom() * picture.height();
		return new double[][] { { left, top }, { right, top }, { right, bottom }, { left, bottom } };
	}

	@Override
	public void close() {
		if (finder != null) finder.close();
	}
}
