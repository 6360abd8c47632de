package io.github.hyojo.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import io.github.hyojo.HyojoException;
import io.github.hyojo.picture.Picture;

/**
 * The images in an {@link ImagePlus}, drawn as they look on the screen. A composite has one image per slice and frame,
 * made of the channels that it shows; anything else has one image per plane of its stack. Fetching is synchronized on
 * the stack, since virtual stacks read files.
 */
final class Planes {

	private final ImagePlus image;
	private final ImageStack stack;
	/** One per channel; empty for RGB. Taken once, so that a later change of contrast does not mix two looks. */
	private final LUT[] luts;
	private final boolean[] shown;

	/**
	 * @param image what to view; null if there is none
	 * @throws HyojoException if there is no image
	 */
	Planes(ImagePlus image) {
		if (image == null || image.getStackSize() == 0)
			throw new HyojoException("There is no image: open one, or name it by its title.");
		this.image = image;
		stack = image.getStack();
		luts = image.getLuts();
		shown = image.isComposite() ? shownChannels((CompositeImage) image) : new boolean[] { true };
	}

	/** @return N, the number of images */
	int count() {
		return stack.size() / shown.length;
	}

	/**
	 * @param index 0 to N - 1
	 * @return the label of the image's first plane; may be null
	 */
	String label(int index) {
		return stack.getSliceLabel(index * shown.length + 1);
	}

	/**
	 * @param index 0 to N - 1
	 * @return the image as it looks, in its own size
	 */
	Picture render(int index) {
		synchronized (stack) {
			ColorProcessor colors = null;
			for (int channel = 0; channel < shown.length; channel++) {
				if (!shown[channel]) continue;
				ColorProcessor next = render(index * shown.length + channel + 1, channel);
				if (colors == null) colors = next;
				else add(colors, next);
			}
			return new Picture(colors.getWidth(), colors.getHeight(), (int[]) colors.getPixels());
		}
	}

	private ColorProcessor render(int plane, int channel) {
		// ImageJ empties the stack of an image that is closed
		if (!stack.isVirtual() && stack.getPixels(plane) == null)
			throw new HyojoException("The image \"" + image.getTitle() + "\" was closed before it was read: open it again.");
		ImageProcessor pixels = stack.getProcessor(plane);
		if (pixels == null)
			throw new HyojoException("Image " + plane + " of \"" + image.getTitle() + "\" cannot be read.");
		if (pixels instanceof ColorProcessor color) return color;
		pixels.setLut(luts[channel]);
		return pixels.convertToColorProcessor();
	}

	private static void add(ColorProcessor sum, ColorProcessor term) {
		int[] a = (int[]) sum.getPixels();
		int[] b = (int[]) term.getPixels();
		for (int i = 0; i < a.length; i++) {
			int red = Math.min(255, (a[i] >> 16 & 255) + (b[i] >> 16 & 255));
			int green = Math.min(255, (a[i] >> 8 & 255) + (b[i] >> 8 & 255));
			int blue = Math.min(255, (a[i] & 255) + (b[i] & 255));
			a[i] = red << 16 | green << 8 | blue;
		}
	}

	private static boolean[] shownChannels(CompositeImage image) {
		boolean[] shown = new boolean[image.getNChannels()];
		boolean none = true;
		for (int c = 0; c < shown.length; c++) {
			shown[c] = image.getMode() == IJ.COMPOSITE ? image.getActiveChannels()[c] : c == image.getChannel() - 1;
			none &= !shown[c];
		}
		if (none) throw new HyojoException("\"" + image.getTitle() + "\" shows none of its channels.");
		return shown;
	}
}
