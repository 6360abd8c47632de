package io.github.hyojo.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import ij.ImagePlus;
import ij.io.FileSaver;
import io.github.hyojo.HyojoException;
import io.github.hyojo.evaluation.Figure;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** A figure as ImageJ shows and saves it. */
public final class FigureImages {

	private FigureImages() {}

	/**
	 * @param name of the file, without ending
	 * @param figure at least one face
	 * @param folder where it is saved as TIFF
	 * @return its faces as a stack with their labels, not shown yet
	 * @throws HyojoException if it cannot be saved
	 */
	public static ImagePlus stack(String name, Figure figure, Path folder) {
		ImagePlus stack = FaceStack.toImage(name + ".tif", figure.images(), figure.labels());
		Path file = folder.resolve(name + ".tif");
		FileSaver saver = new FileSaver(stack);
		String path = file.toString();
		check(stack.getStackSize() > 1 ? saver.saveAsTiffStack(path) : saver.saveAsTiff(path), file);
		return stack;
	}

	/**
	 * @param name of the file, without ending
	 * @param figure at least one face
	 * @param folder where it is saved as PNG
	 * @return its rows and columns in one picture, not shown yet
	 * @throws HyojoException if it cannot be saved
	 */
	public static ImagePlus montage(String name, Figure figure, Path folder) {
		List<List<RandomAccessibleInterval<ARGBType>>> rows = new ArrayList<>();
		for (Figure.Row row : figure.rows()) {
			List<RandomAccessibleInterval<ARGBType>> cells = new ArrayList<>();
			row.cells().forEach(cell -> cells.add(cell.map(Figure.Cell::image).orElse(null)));
			rows.add(cells);
		}
		List<String> none = Collections.nCopies(rows.get(0).size(), "");
		ImagePlus montage = Montage.of(name + ".png", rows, none, figure.rows().stream().map(Figure.Row::label).toList());
		Path file = folder.resolve(name + ".png");
		check(new FileSaver(montage).saveAsPng(file.toString()), file);
		return montage;
	}

	private static void check(boolean saved, Path file) {
		if (!saved) throw new HyojoException(file + " cannot be written: check permissions and free space.");
	}
}
