package io.github.hyojo.imagej;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import io.github.hyojo.HyojoException;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceCutter;
import io.github.hyojo.face.Alignment;
import io.github.hyojo.face.Eyes;
import io.github.hyojo.picture.Picture;
import net.imglib2.AbstractInterval;
import net.imglib2.Interval;
import net.imglib2.Point;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * The images of an {@link ImagePlus} as the core wants them: S x S x N opaque colors, read only. Any bit depth, single
 * images, stacks and virtual stacks; each image looks as it does on the screen when the view is made (display range,
 * look-up table; the channels of a composite merged). An image is fetched and scaled when it is first touched; each
 * random access keeps the one it touched last, so memory does not grow with N. The {@link ImagePlus} is never changed.
 * Several threads may read at once, each with its own random access.
 */
public final class FaceStack extends AbstractInterval implements RandomAccessibleInterval<ARGBType> {

	private static final int OPAQUE = 0xff000000;

	private final Planes planes;
	/** Which of the planes, in order. */
	private final int[] slices;
	private final FaceCut cut;
	/** Made when the first face is wanted, as the thread of a window does not want to wait for OpenCV. */
	private FaceCutter cutter;
	private final List<String> labels;
	private final String note;

	/**
	 * @param image what to view; null if there is none
	 * @param size S, the edge length in pixels that the model wants
	 * @throws HyojoException if there is no image
	 */
	public FaceStack(ImagePlus image, int size) {
		this(image, size, SliceSelection.ALL);
	}

	/**
	 * @param image what to view; null if there is none
	 * @param size S, the edge length in pixels that the model wants
	 * @param selection which of its images
	 * @throws HyojoException if there is no image, or it has no such slices
	 */
	public FaceStack(ImagePlus image, int size, SliceSelection selection) {
		this(image, selection, FaceCut.cropped(Crop.WHOLE, size));
	}

	/**
	 * @param image what to view; null if there is none
	 * @param selection which of its images
	 * @param cut how each image becomes a face of S x S; it has no landmarks, so that faces are found unless they are not to
	 *          be aligned
	 * @throws HyojoException if there is no image, or it has no such slices; if OpenCV is needed and missing, reading fails
	 */
	public FaceStack(ImagePlus image, SliceSelection selection, FaceCut cut) {
		this(new Planes(image), image, selection, cut);
	}

	private FaceStack(Planes planes, ImagePlus image, SliceSelection selection, FaceCut cut) {
		this(planes, image, selection.indices(image.getTitle(), planes.count()), cut);
	}

	private FaceStack(Planes planes, ImagePlus image, int[] slices, FaceCut cut) {
		super(new long[] { cut.size(), cut.size(), slices.length });
		this.planes = planes;
		this.slices = slices;
		boolean found = cut.alignment() != Alignment.OFF;
		this.cut = found ? new FaceCut(cut.size(), Alignment.DETECT, cut.framing(), cut.crop()) : cut;
		labels = labels(image);
		note = note(image, cut);
	}

	/**
	 * @param image an image
	 * @return the one of its images that its window shows
	 */
	public static SliceSelection current(ImagePlus image) {
		int channels = image.isComposite() ? image.getNChannels() : 1;
		return SliceSelection.single((image.getCurrentSlice() - 1) / channels + 1);
	}

	/**
	 * @param image an image
	 * @param selection which of its images
	 * @return how many these are, without reading one
	 * @throws HyojoException if it has no such slices
	 */
	public static int count(ImagePlus image, SliceSelection selection) {
		return selection.indices(image.getTitle(), new Planes(image).count()).length;
	}

	/** @return N names: each slice label's first line, or else the image's title, numbered from 1 if N is over 1 */
	public List<String> labels() {
		return labels;
	}

	/** @return one sentence for the user if the images are scaled or converted on the way, otherwise nothing */
	public Optional<String> note() {
		return Optional.ofNullable(note);
	}

	/**
	 * The way back: copies a stack into an RGB image whose slice labels survive saving as TIFF.
	 *
	 * @param title the new image's title
	 * @param stack W x H x N
	 * @param labels N slice labels
	 * @return a new image that is not shown yet
	 */
	public static ImagePlus toImage(String title, RandomAccessibleInterval<ARGBType> stack, List<String> labels) {
		if (labels.size() != stack.dimension(2))
			throw new IllegalArgumentException(labels.size() + " labels for " + stack.dimension(2) + " images");
		ImageStack slices = new ImageStack((int) stack.dimension(0), (int) stack.dimension(1));
		for (int i = 0; i < labels.size(); i++)
			slices.addSlice(labels.get(i), slice(stack, i));
		return new ImagePlus(title, slices);
	}

	/**
	 * @param image W x H
	 * @return a copy of it for Java's own windows
	 */
	public static BufferedImage copy(RandomAccessibleInterval<ARGBType> image) {
		return processor(image).getBufferedImage();
	}

	/**
	 * @param stack W x H x N
	 * @param index 0 to N - 1
	 * @return a copy of one image of the stack
	 */
	static ColorProcessor slice(RandomAccessibleInterval<ARGBType> stack, long index) {
		return processor(Views.hyperSlice(stack, 2, stack.min(2) + index));
	}

	/**
	 * @param image W x H
	 * @return a copy of it
	 */
	static ColorProcessor processor(RandomAccessibleInterval<ARGBType> image) {
		int[] pixels = new int[(int) image.size()];
		int[] next = { 0 };
		LoopBuilder.setImages(image).flatIterationOrder()
			.forEachPixel(color -> pixels[next[0]++] = color.get() | OPAQUE);
		return new ColorProcessor((int) image.dimension(0), (int) image.dimension(1), pixels);
	}

	@Override
	public RandomAccess<ARGBType> randomAccess() {
		return new Access();
	}

	@Override
	public RandomAccess<ARGBType> randomAccess(Interval interval) {
		return randomAccess();
	}

	@Override
	public ARGBType getType() {
		return new ARGBType();
	}

	private List<String> labels(ImagePlus image) {
		List<String> labels = new ArrayList<>();
		for (int i : slices) {
			String first = firstLine(planes.label(i));
			String title = planes.count() == 1 ? image.getTitle() : image.getTitle() + " #" + (i + 1);
			labels.add(first.isEmpty() ? title : first);
		}
		return List.copyOf(labels);
	}

	/**
	 * @param label of a slice; may be null
	 * @return its first line, which is a name; the others are about it
	 */
	static String firstLine(String label) {
		return label == null ? "" : label.strip().lines().findFirst().orElse("").strip();
	}

	private static String note(ImagePlus image, FaceCut cut) {
		int size = cut.size();
		boolean found = cut.alignment() != Alignment.OFF, cropped = !cut.crop().equals(Crop.WHOLE);
		boolean resized = image.getWidth() != size || image.getHeight() != size;
		boolean recolored = image.getBitDepth() != 24;
		if (!found && !cropped && !resized && !recolored) return null;
		String kind = recolored ? image.getBitDepth() + "-bit" : "RGB";
		String part = found ? " (the faces found in it)" : cropped ? " (the part " + cut.crop() + ")" : "";
		return "\"" + image.getTitle() + "\" (" + image.getWidth() + " x " + image.getHeight() + ", " + kind +
			") was read as " + size + " x " + size + " RGB" + part + "; it is not changed itself.";
	}

	private synchronized FaceCutter cutter() {
		if (cutter == null) cutter = new FaceCutter(cut);
		return cutter;
	}

	/** A detector serves one thread at a time. */
	private int[] face(int index) {
		Picture picture = planes.render(slices[index]);
		FaceCutter cutter = cutter();
		if (cut.alignment() == Alignment.OFF) return cutter.cut(picture, null);
		synchronized (cutter) {
			Eyes eyes = cutter.find(picture).orElseThrow(() -> new HyojoException("No face is found in \"" + labels.get(
				index) + "\": leave it out, or cut the faces out yourself and leave out the crop.")).eyes();
			return cutter.cut(picture, eyes);
		}
	}

	private final class Access extends Point implements RandomAccess<ARGBType> {

		private final ARGBType color = new ARGBType();
		private final int size = (int) dimension(0);
		private long cached = -1;
		private int[] pixels;

		private Access() {
			super(3);
		}

		@Override
		public ARGBType get() {
			if (position[2] != cached) {
				pixels = face((int) position[2]);
				cached = position[2];
			}
			color.set(pixels[(int) (position[1] * size + position[0])]);
			return color;
		}

		@Override
		public ARGBType getType() {
			return color;
		}

		@Override
		public Access copy() {
			Access copy = new Access();
			copy.setPosition(this);
			copy.cached = cached;
			copy.pixels = pixels;
			return copy;
		}
	}
}
