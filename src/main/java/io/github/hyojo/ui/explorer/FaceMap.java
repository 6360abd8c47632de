package io.github.hyojo.ui.explorer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;

import javax.swing.SwingUtilities;

import org.jfree.chart.ChartPanel;
import org.jfree.chart.panel.AbstractOverlay;
import org.jfree.chart.panel.Overlay;
import org.jfree.chart.plot.XYPlot;

import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.ExpressionSpace;

/**
 * The map: a point per face, and where one is. Pressing the mouse goes there and dragging goes along; a click on a point
 * chooses its face; the wheel zooms. The chart is drawn into a buffer once, and only the marks on it while dragging.
 */
final class FaceMap extends ChartPanel {

	private static final long serialVersionUID = 1L;

	private static final int WIDTH = 620;
	private static final int HEIGHT = 500;
	private static final int LARGEST = 8192;
	/** How near to a point the mouse has to be, in pixels. */
	private static final double NEAR = 8;
	private static final Color HERE = new Color(0xd00000);
	private static final Color WAY = new Color(0x303030);

	private final transient Exploration exploration;
	/** A press on a point that has not become a drag. */
	private transient OptionalInt pressed = OptionalInt.empty();
	private transient Point2D pressedAt;

	FaceMap(Exploration exploration, String column) {
		super(MapChart.of(exploration, column), WIDTH, HEIGHT, 1, 1, LARGEST, LARGEST, true, false, false, false, false,
			true);
		this.exploration = exploration;
		setMouseZoomable(false);
		setMouseWheelEnabled(true);
		addOverlay(new Marks());
		exploration.listen(this::repaint);
	}

	/** @param column of the faces, by which they are coloured */
	void colorBy(String column) {
		setChart(MapChart.of(exploration, column));
	}

	@Override
	public void mousePressed(MouseEvent event) {
		if (!SwingUtilities.isLeftMouseButton(event)) return;
		pressedAt = event.getPoint();
		pressed = nearest(event.getPoint());
		if (pressed.isEmpty()) moveTo(event.getPoint());
	}

	@Override
	public void mouseDragged(MouseEvent event) {
		if (pressedAt == null || pressed.isPresent() && pressedAt.distance(event.getPoint()) < NEAR / 2) return;
		pressed = OptionalInt.empty();
		moveTo(event.getPoint());
	}

	@Override
	public void mouseReleased(MouseEvent event) {
		pressed.ifPresent(exploration::choose);
		pressed = OptionalInt.empty();
		pressedAt = null;
	}

	@Override
	public String getToolTipText(MouseEvent event) {
		OptionalInt face = nearest(event.getPoint());
		return face.isPresent() ? exploration.faces().labels().get(face.getAsInt()) : null;
	}

	private void moveTo(Point2D point) {
		XYPlot plot = getChart().getXYPlot();
		Rectangle2D area = getScreenDataArea();
		// it has not been painted yet
		if (area.isEmpty()) return;
		exploration.move(plot.getDomainAxis().java2DToValue(point.getX(), area, plot.getDomainAxisEdge()), plot
			.getRangeAxis().java2DToValue(point.getY(), area, plot.getRangeAxisEdge()));
	}

	/**
	 * @param position K coordinates
	 * @return where they are on this panel, in pixels
	 */
	Point2D place(double[] position) {
		XYPlot plot = getChart().getXYPlot();
		Rectangle2D area = getScreenDataArea();
		return new Point2D.Double(plot.getDomainAxis().valueToJava2D(position[0], area, plot.getDomainAxisEdge()), plot
			.getRangeAxis().valueToJava2D(position.length > 1 ? position[1] : 0, area, plot.getRangeAxisEdge()));
	}

	private OptionalInt nearest(Point2D point) {
		ExpressionSpace space = exploration.space();
		double distance = NEAR;
		int nearest = -1;
		for (int n = 0; n < space.count(); n++) {
			double d = place(space.position(n)).distance(point);
			if (d >= distance) continue;
			distance = d;
			nearest = n;
		}
		return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
	}

	/** Where one is, the chosen face, and the way of an interpolation. */
	private final class Marks extends AbstractOverlay implements Overlay {

		@Override
		public void paintOverlay(Graphics2D g, ChartPanel panel) {
			Graphics2D graphics = (Graphics2D) g.create();
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.clip(getScreenDataArea());
			exploration.chosen().ifPresent(face -> ring(graphics, place(exploration.space().position(face)), 9, WAY,
				new BasicStroke(1.5f)));
			if (exploration.start().isPresent() && exploration.end().isPresent()) {
				graphics.setColor(WAY);
				graphics.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] { 5, 4 },
					0));
				graphics.draw(new Line2D.Double(place(exploration.start().get()), place(exploration.end().get())));
			}
			exploration.start().ifPresent(start -> letter(graphics, "S", place(start)));
			exploration.end().ifPresent(end -> letter(graphics, "E", place(end)));
			here(graphics, place(exploration.position()));
			graphics.dispose();
		}

		private static void here(Graphics2D graphics, Point2D at) {
			ring(graphics, at, 8, Color.WHITE, new BasicStroke(5));
			ring(graphics, at, 8, HERE, new BasicStroke(2.5f));
			for (int[] arm : new int[][] { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } }) {
				graphics.draw(new Line2D.Double(at.getX() + 8 * arm[0], at.getY() + 8 * arm[1], at.getX() + 15 * arm[0], at
					.getY() + 15 * arm[1]));
			}
		}

		private static void ring(Graphics2D graphics, Point2D at, double radius, Paint paint, Stroke stroke) {
			graphics.setPaint(paint);
			graphics.setStroke(stroke);
			graphics.draw(new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius));
		}

		private static void letter(Graphics2D graphics, String letter, Point2D at) {
			graphics.setPaint(WAY);
			graphics.fill(new Ellipse2D.Double(at.getX() - 9, at.getY() - 9, 18, 18));
			graphics.setPaint(Color.WHITE);
			graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
			int width = graphics.getFontMetrics().stringWidth(letter);
			graphics.drawString(letter, (float) at.getX() - width / 2f, (float) at.getY() + 4.5f);
		}
	}
}
