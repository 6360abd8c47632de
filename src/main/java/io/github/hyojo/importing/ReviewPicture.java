package io.github.hyojo.importing;

import io.github.hyojo.face.Evidence;
import io.github.hyojo.picture.Picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

/**
 * A picture with the part that was cut out of it drawn in, and the face beside it, for a person to look over. The frame
 * is green where the eyes were seen or given, and orange where their place was concluded from the face or from
 * neighbouring frames.
 */
final class ReviewPicture {

	/** Height in pixels of both parts, and width of each. */
	static final int EDGE = 128;

	private static final int[] RGB = { 0xff0000, 0xff00, 0xff };

	private ReviewPicture() {}

	/**
	 * @param picture the picture
	 * @param corners of the part that was cut out
	 * @param evidence where the place of the eyes is from; null if the faces are not aligned
	 * @param face size * size pixels, row by row, packed as ARGB
	 * @param size edge length of the face
	 * @return 2 EDGE x EDGE pixels, row by row, packed as RGB
	 */
	static int[] draw(Picture picture, double[][] corners, Evidence evidence, int[] face, int size) {
		BufferedImage review = new BufferedImage(2 * EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = review.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.drawImage(image(face, size, size), EDGE, 0, EDGE, EDGE, null);
		graphics.setClip(0, 0, EDGE, EDGE);
		Path2D outline = outline(corners);
		AffineTransform place = place(outline.getBounds2D().createUnion(new Rectangle2D.Double(0, 0, picture.width(), picture
			.height())));
		graphics.drawImage(image(picture.argb(), picture.width(), picture.height()), place, null);
		boolean seen = evidence == null || evidence == Evidence.BOTH_EYES || evidence == Evidence.LANDMARKS;
		graphics.setColor(seen ? Color.GREEN : Color.ORANGE);
		graphics.setStroke(new BasicStroke(1.5f));
		graphics.draw(place.createTransformedShape(outline));
		graphics.dispose();
		return ((DataBufferInt) review.getRaster().getDataBuffer()).getData();
	}

	/** What is to be seen fits into the left part, with a pixel around it for the frame. */
	private static AffineTransform place(Rectangle2D seen) {
		double scale = (EDGE - 2) / Math.max(seen.getWidth(), seen.getHeight());
		AffineTransform place = AffineTransform.getTranslateInstance(EDGE / 2.0, EDGE / 2.0);
		place.scale(scale, scale);
		place.translate(-seen.getCenterX(), -seen.getCenterY());
		return place;
	}

	private static Path2D outline(double[][] corners) {
		Path2D outline = new Path2D.Double();
		outline.moveTo(corners[0][0], corners[0][1]);
		for (int i = 1; i < corners.length; i++) outline.lineTo(corners[i][0], corners[i][1]);
		outline.closePath();
		return outline;
	}

	/** Shares the pixels. */
	private static BufferedImage image(int[] argb, int width, int height) {
		DataBuffer buffer = new DataBufferInt(argb, argb.length);
		return new BufferedImage(new DirectColorModel(24, RGB[0], RGB[1], RGB[2]), Raster.createPackedRaster(buffer, width,
			height, width, RGB, null), false, null);
	}
}
