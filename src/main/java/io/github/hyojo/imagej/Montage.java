package io.github.hyojo.imagej;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * A labelled grid of faces on white, enlarged by a whole factor so that small faces are visible. Where the first row and
 * the first column hold originals, they stand a little apart.
 */
public final class Montage {

	private static final int READABLE_EDGE = 96;
	private static final int LARGEST_EDGE = 8192;
	/** A method's name fits into a line of it. */
	private static final int LABEL_WIDTH = 100;
	private static final int GAP = 4;
	private static final int HEADER_GAP = 12;
	private static final int LINE = 18;
	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

	private final List<List<RandomAccessibleInterval<ARGBType>>> rows;
	private final int headerGap;
	private final int edge;
	/** Width of the row labels. */
	private final int label;
	private final int left;
	private final int top;

	private Montage(List<List<RandomAccessibleInterval<ARGBType>>> rows, int size, boolean labelled, int headerGap) {
		this.rows = rows;
		this.headerGap = headerGap;
		int cells = Math.max(rows.size(), rows.get(0).size());
		int zoom = (READABLE_EDGE + size - 1) / size;
		while (zoom > 1 && (long) cells * (zoom * size + GAP) > LARGEST_EDGE)
			zoom--;
		edge = zoom * size;
		label = Math.max(edge, LABEL_WIDTH);
		left = GAP + (labelled ? label : 0);
		top = GAP + (labelled ? LINE : 0);
	}

	/**
	 * The paper's figure 3: the identities on top, the expressions at the left, and where they cross the identity with
	 * that expression.
	 *
	 * @param title the montage's title
	 * @param identities S x S x I
	 * @param expressions S x S x E
	 * @param swapped S x S x (I * E), the image of identity i and expression e at e * I + i
	 * @param identityLabels I labels
	 * @param expressionLabels E labels
	 * @return an RGB image that is not shown yet
	 */
	public static ImagePlus swap(String title, RandomAccessibleInterval<ARGBType> identities,
		RandomAccessibleInterval<ARGBType> expressions, RandomAccessibleInterval<ARGBType> swapped,
		List<String> identityLabels, List<String> expressionLabels)
	{
		int columns = (int) identities.dimension(2);
		List<List<RandomAccessibleInterval<ARGBType>>> rows = new ArrayList<>();
		for (int r = -1; r < expressions.dimension(2); r++) {
			List<RandomAccessibleInterval<ARGBType>> row = new ArrayList<>();
			for (int c = -1; c < columns; c++) {
				if (r < 0) row.add(c < 0 ? null : image(identities, c));
				else row.add(c < 0 ? image(expressions, r) : image(swapped, r * columns + c));
			}
			rows.add(row);
		}
		List<String> across = new ArrayList<>(identityLabels);
		List<String> down = new ArrayList<>(expressionLabels);
		across.add(0, "");
		down.add(0, "");
		return of(title, rows, across, down);
	}

	/**
	 * Any grid, for example an interpolation strip.
	 *
	 * @param title the montage's title
	 * @param rows equally long rows of S x S images; null leaves a cell empty; at least one cell is not empty
	 * @param columnLabels one per column; may be ""
	 * @param rowLabels one per row; may be ""
	 * @return an RGB image that is not shown yet
	 */
	public static ImagePlus of(String title, List<List<RandomAccessibleInterval<ARGBType>>> rows,
		List<String> columnLabels, List<String> rowLabels)
	{
		return of(title, rows, columnLabels, rowLabels, HEADER_GAP);
	}

	/**
	 * A grid without originals.
	 *
	 * @param title the montage's title
	 * @param rows equally long rows of S x S images; null leaves a cell empty; at least one cell is not empty
	 * @param columnLabels one per column; may be ""
	 * @param rowLabels one per row; may be ""
	 * @return an RGB image that is not shown yet
	 */
	public static ImagePlus evenly(String title, List<List<RandomAccessibleInterval<ARGBType>>> rows,
		List<String> columnLabels, List<String> rowLabels)
	{
		return of(title, rows, columnLabels, rowLabels, GAP);
	}

	private static ImagePlus of(String title, List<List<RandomAccessibleInterval<ARGBType>>> rows,
		List<String> columnLabels, List<String> rowLabels, int headerGap)
	{
		long size = rows.stream().flatMap(List::stream).filter(cell -> cell != null).findFirst().orElseThrow()
			.dimension(0);
		boolean labelled = canDrawText();
		Montage montage = new Montage(rows, (int) size, labelled, headerGap);
		List<String> none = List.of();
		return new ImagePlus(title, montage.draw(labelled ? columnLabels : none, labelled ? rowLabels : none));
	}

	private ColorProcessor draw(List<String> columnLabels, List<String> rowLabels) {
		BufferedImage canvas = new BufferedImage(x(rows.get(0).size()), y(rows.size()), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = canvas.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
		for (int r = 0; r < rows.size(); r++)
			for (int c = 0; c < rows.get(r).size(); c++)
				if (rows.get(r).get(c) != null) drawImage(graphics, rows.get(r).get(c), x(c), y(r));
		graphics.setColor(Color.BLACK);
		for (int c = 0; c < columnLabels.size(); c++)
			drawText(graphics, columnLabels.get(c), edge, x(c), top - LINE / 3, true);
		for (int r = 0; r < rowLabels.size(); r++)
			drawLines(graphics, rowLabels.get(r), GAP, y(r) + edge / 2);
		graphics.dispose();
		return new ColorProcessor(canvas);
	}

	private int x(int column) {
		return left + column * (edge + GAP) + (column > 0 ? headerGap - GAP : 0);
	}

	private int y(int row) {
		return top + row * (edge + GAP) + (row > 0 ? headerGap - GAP : 0);
	}

	private void drawImage(Graphics2D graphics, RandomAccessibleInterval<ARGBType> image, int x, int y) {
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.drawImage(FaceStack.processor(image).getBufferedImage(), x, y, edge, edge, null);
	}

	/** Breaks a text between words where it is too wide. */
	private void drawLines(Graphics2D graphics, String text, int x, int baseline) {
		FontMetrics metrics = graphics.getFontMetrics(FONT);
		int y = baseline;
		String line = "";
		for (String word : text.split(" ")) {
			String longer = line.isEmpty() ? word : line + " " + word;
			if (!line.isEmpty() && metrics.stringWidth(longer) > label - GAP) {
				drawText(graphics, line, label, x, y, false);
				y += LINE;
				longer = word;
			}
			line = longer;
		}
		drawText(graphics, line, label, x, y, false);
	}

	private static void drawText(Graphics2D graphics, String text, int width, int x, int baseline, boolean centered) {
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setFont(FONT);
		FontMetrics metrics = graphics.getFontMetrics();
		String shown = text;
		while (shown.length() > 1 && metrics.stringWidth(shown) > width - GAP)
			shown = shown.substring(0, shown.length() - (shown.endsWith("\u2026") ? 2 : 1)) + "\u2026";
		graphics.drawString(shown, centered ? x + (width - metrics.stringWidth(shown)) / 2 : x, baseline);
	}

	/** A bare server may have Java and no font at all; a montage without text is better than none. */
	static boolean canDrawText() {
		try {
			BufferedImage probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
			return probe.createGraphics().getFontMetrics().stringWidth("A") > 0;
		} catch (RuntimeException | LinkageError | InternalError noFonts) {
			return false;
		}
	}

	private static RandomAccessibleInterval<ARGBType> image(RandomAccessibleInterval<ARGBType> stack, long index) {
		return Views.hyperSlice(stack, 2, stack.min(2) + index);
	}
}
