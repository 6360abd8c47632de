package io.github.hyojo.imagej;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import io.github.hyojo.evaluation.Confusion;

/**
 * Which expressions were taken for which, as a picture: one matrix per part, below each other; true classes by row, in
 * percent of the images that show them, the darker the more.
 */
public final class ConfusionPicture {

	private static final int CELL_WIDTH = 62;
	private static final int CELL_HEIGHT = 34;
	private static final int LEFT = 130;
	private static final int TITLE = 34;
	private static final int HEADER = 26;
	private static final int MARGIN = 16;
	private static final Color DARKEST = new Color(0x08306b);

	private final Graphics2D graphics;
	private final boolean labelled = Montage.canDrawText();

	private ConfusionPicture(Graphics2D graphics) {
		this.graphics = graphics;
	}

	/**
	 * @param title the picture's title
	 * @param confusions one per part, at least one
	 * @return an RGB image that is not shown yet; its info is the {@link ConfusionTable} as comma-separated values, which
	 *         a macro gets by {@code getMetadata("Info")}: without a display it finds no table but Results
	 */
	public static ImagePlus of(String title, List<Confusion> confusions) {
		int classes = confusions.stream().mapToInt(confusion -> confusion.classes().size()).max().orElseThrow();
		int height = MARGIN + confusions.stream().mapToInt(ConfusionPicture::height).sum();
		BufferedImage canvas = new BufferedImage(LEFT + classes * CELL_WIDTH + MARGIN, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = canvas.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, canvas.getWidth(), height);
		ConfusionPicture picture = new ConfusionPicture(graphics);
		int top = 0;
		for (Confusion confusion : confusions) {
			picture.draw(confusion, top);
			top += height(confusion);
		}
		graphics.dispose();
		ImagePlus image = new ImagePlus(title, new ColorProcessor(canvas));
		image.setProperty("Info", text(ConfusionTable.of(confusions)));
		return image;
	}

	private static String text(ResultsTable table) {
		StringBuilder text = new StringBuilder(table.getColumnHeadings());
		for (int row = 0; row < table.size(); row++) text.append("\n").append(table.getRowAsString(row));
		return text.toString().replace('\t', ',');
	}

	private static int height(Confusion confusion) {
		return TITLE + HEADER + confusion.classes().size() * CELL_HEIGHT + MARGIN;
	}

	private void draw(Confusion confusion, int top) {
		List<String> classes = confusion.classes();
		int cells = top + TITLE + HEADER;
		text(confusion.part().label() + " subjects: true class (images) by row, taken for by column, in %", Font.BOLD,
			MARGIN, top + TITLE / 2, 0, Color.BLACK);
		for (int i = 0; i < classes.size(); i++) {
			int middle = cells + i * CELL_HEIGHT + CELL_HEIGHT / 2;
			text(classes.get(i), Font.PLAIN, LEFT + i * CELL_WIDTH + CELL_WIDTH / 2, cells - HEADER / 2, 0.5, Color.BLACK);
			text(classes.get(i) + " (" + confusion.images(i) + ")", Font.PLAIN, LEFT - 8, middle, 1, Color.BLACK);
			for (int j = 0; j < classes.size(); j++) {
				double share = confusion.mean(i, j) / confusion.images(i);
				int left = LEFT + j * CELL_WIDTH;
				graphics.setColor(shade(share));
				graphics.fillRect(left, cells + i * CELL_HEIGHT, CELL_WIDTH - 1, CELL_HEIGHT - 1);
				text(String.format(Locale.ROOT, "%.0f", 100 * share), i == j ? Font.BOLD : Font.PLAIN, left + CELL_WIDTH / 2,
					middle, 0.5, share > 0.5 ? Color.WHITE : Color.BLACK);
			}
		}
	}

	/** From nearly white, so that an empty cell is seen, to dark blue. */
	private static Color shade(double share) {
		float[] light = { 0.95f, 0.96f, 0.98f };
		float[] dark = DARKEST.getRGBColorComponents(null);
		float[] mixed = new float[3];
		for (int c = 0; c < 3; c++) mixed[c] = (float) (light[c] + share * (dark[c] - light[c]));
		return new Color(mixed[0], mixed[1], mixed[2]);
	}

	/** @param anchor which part of the text lies left of x: 0 none, 1 all */
	private void text(String text, int style, int x, int middle, double anchor, Color color) {
		if (!labelled) return;
		graphics.setFont(new Font(Font.SANS_SERIF, style, 13));
		graphics.setColor(color);
		int width = graphics.getFontMetrics().stringWidth(text);
		graphics.drawString(text, (int) (x - anchor * width), middle + 5);
	}
}
