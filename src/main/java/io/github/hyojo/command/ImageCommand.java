package io.github.hyojo.command;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.scijava.plugin.Parameter;

import ij.IJ;
import ij.ImagePlus;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.imagej.FaceStack;
import io.github.hyojo.imagej.SliceSelection;
import io.github.hyojo.model.ExpressionModel;

/** A command that uses a trained model on open images. */
public abstract class ImageCommand extends ModelCommand {

	/** As the model's own faces were cut. */
	private static final String AS_MODEL = "model";

	@Parameter(label = "Crop (left top right bottom, 0-1)", callback = "forecast", required = false, persist = false,
		description = "Part of each image that is looked at, such as 0.18 0.28 0.82 0.92; model: as the model's faces were cut "
			+ "on import, found and aligned if they were. Empty: the whole image, right for faces that are cut already.")
	private String crop = "";

	/** What the user has been told, since two inputs may be the same image. */
	private final Set<String> told = new HashSet<>();
	private FaceCut cut;

	@Override
	protected void prepare(Path place) {
		if (crop.strip().equals(AS_MODEL)) cut = ExpressionModel.info(place).faces().source().cut();
		else cut = FaceCut.cropped(Crop.parse(crop), FaceCut.DEFAULT.size());
	}

	/** @return the kind of work that it is to read the images and take them through the networks */
	final String kind() {
		return crop.isBlank() ? Work.NETWORKS : crop.strip().equals(AS_MODEL) ? Work.NETWORKS + "." + AS_MODEL : Work.NETWORKS
			+ ".cut";
	}

	/** @return how each image becomes a face, but for the size */
	protected final FaceCut cut() {
		return cut;
	}

	/**
	 * Views an image as the model wants it, and tells the user if it is cut, scaled or converted on the way.
	 *
	 * @param image an input
	 * @param key the input's name
	 * @param slices which of its images
	 * @param opened the model
	 * @return S x S x N faces
	 */
	protected FaceStack faces(ImagePlus image, String key, SliceSelection slices, ExpressionModel opened) {
		FaceStack faces = new FaceStack(require(image, key), slices, cut.withSize(opened.size()));
		faces.note().filter(told::add).ifPresent(IJ::log);
		return faces;
	}
}
