package io.github.hyojo.ui.explorer;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;

import javax.swing.JComponent;

import io.github.hyojo.imagej.FaceStack;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/** A face, as large as there is room for. */
final class FaceView extends JComponent {

	private static final long serialVersionUID = 1L;

	private transient RandomAccessibleInterval<ARGBType> face;
	private transient BufferedImage image;

	/** @param edge wanted width and height in pixels */
	FaceView(int edge) {
		setPreferredSize(new Dimension(edge, edge));
		setMinimumSize(new Dimension(edge / 2, edge / 2));
	}

	/** @param shown S x S */
	void show(RandomAccessibleInterval<ARGBType> shown) {
		face = shown;
		image = FaceStack.copy(shown);
		repaint();
	}

	/** @return what is shown, S x S, if anything is */
	Optional<RandomAccessibleInterval<ARGBType>> face() {
		return Optional.ofNullable(face);
	}

	@Override
	protected void paintComponent(Graphics g) {
		int edge = Math.min(getWidth(), getHeight());
		int x = (getWidth() - edge) / 2;
		int y = (getHeight() - edge) / 2;
		if (image == null) {
			g.setColor(Color.LIGHT_GRAY);
			g.drawRect(x, y, edge - 1, edge - 1);
			return;
		}
		Graphics2D graphics = (Graphics2D) g.create();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.drawImage(image, x, y, edge, edge, null);
		graphics.dispose();
	}
}
