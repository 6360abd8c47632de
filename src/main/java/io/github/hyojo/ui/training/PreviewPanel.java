package io.github.hyojo.ui.training;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The newest preview, as large as there is room. */
final class PreviewPanel extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int EDGE = 470;
	private static final Color FAINT = new Color(0x707070);
	private static final String LEGEND = "Top: identities, left: expressions";

	private final transient PreviewHistory previews;
	private final JLabel caption = new JLabel(LEGEND);
	private final Picture picture = new Picture();
	private int shown;

	PreviewPanel(PreviewHistory previews) {
		super(new BorderLayout(0, 4));
		this.previews = previews;
		caption.setName("preview");
		add(caption, BorderLayout.NORTH);
		add(picture, BorderLayout.CENTER);
	}

	/** Draws the newest one, if it is not drawn yet. */
	void refresh() {
		if (previews.count() == shown) return;
		shown = previews.count();
		picture.image = previews.picture().orElse(null);
		caption.setText(LEGEND + " \u2013 " + previews.label());
		picture.repaint();
	}

	private static final class Picture extends JComponent {

		private static final long serialVersionUID = 1L;
		private transient BufferedImage image;

		Picture() {
			setPreferredSize(new Dimension(EDGE, EDGE));
		}

		@Override
		protected void paintComponent(Graphics graphics) {
			if (image == null) {
				graphics.setColor(FAINT);
				graphics.drawString("The first preview comes after the first step.", 12, 24);
				return;
			}
			double zoom = Math.min((double) getWidth() / image.getWidth(), (double) getHeight() / image.getHeight());
			Graphics2D scaled = (Graphics2D) graphics.create();
			scaled.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
			scaled.drawImage(image, 0, 0, (int) (zoom * image.getWidth()), (int) (zoom * image.getHeight()), null);
			scaled.dispose();
		}
	}
}
