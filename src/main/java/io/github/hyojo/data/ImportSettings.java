package io.github.hyojo.data;

import io.github.hyojo.HyojoException;

/**
 * How folders of images and films become a face dataset.
 *
 * @param layout names of the layouts of the sources, separated by {@code |}: one for each source, or one for all;
 *          {@code auto} recognises it
 * @param cut how a picture becomes a face
 * @param steady whether the faces of each subject are turned and moved onto their mean, see
 *          {@link io.github.hyojo.face.Steadying}
 * @param taking which frames are taken
 * @param heldOut which subjects are held out for testing
 */
public record ImportSettings(String layout, FaceCut cut, boolean steady, Taking taking, HeldOut heldOut) {

	/** Recognised layout, faces of 64 x 64 pixels that are found, aligned and steadied, all frames, no subject held out. */
	public static final ImportSettings DEFAULT =
		new ImportSettings("auto", FaceCut.DEFAULT, true, Taking.ALL, HeldOut.NONE);

	/**
	 * Checks the values.
	 *
	 * @throws HyojoException if a value is missing
	 */
	public ImportSettings {
		if (layout == null || cut == null || taking == null || heldOut == null) {
			throw new HyojoException("its import settings lack an entry, as those of older versions of Hyojo do");
		}
	}

	/** @return edge length S of the faces in pixels */
	public int size() {
		return cut.size();
	}

	/**
	 * @param layout see {@link #layout()}
	 * @return these settings with another layout
	 */
	public ImportSettings withLayout(String layout) {
		return new ImportSettings(layout, cut, steady, taking, heldOut);
	}

	/**
	 * @param cut see {@link #cut()}
	 * @return these settings with another way to cut faces
	 */
	public ImportSettings withCut(FaceCut cut) {
		return new ImportSettings(layout, cut, steady, taking, heldOut);
	}

	/**
	 * @param steady see {@link #steady()}
	 * @return these settings with faces that are steadied or not
	 */
	public ImportSettings withSteady(boolean steady) {
		return new ImportSettings(layout, cut, steady, taking, heldOut);
	}

	/**
	 * @param size see {@link #size()}
	 * @return these settings with faces of another size
	 */
	public ImportSettings withSize(int size) {
		return withCut(cut.withSize(size));
	}

	/**
	 * @param taking see {@link #taking()}
	 * @return these settings with other frames
	 */
	public ImportSettings withTaking(Taking taking) {
		return new ImportSettings(layout, cut, steady, taking, heldOut);
	}

	/**
	 * @param n see {@link Taking#perSequence()}
	 * @return these settings with that many frames of each sequence
	 */
	public ImportSettings withFramesPerSequence(int n) {
		return withTaking(taking.withPerSequence(n));
	}

	/**
	 * @param heldOut see {@link #heldOut()}
	 * @return these settings with other subjects held out
	 */
	public ImportSettings withHeldOut(HeldOut heldOut) {
		return new ImportSettings(layout, cut, steady, taking, heldOut);
	}
}
