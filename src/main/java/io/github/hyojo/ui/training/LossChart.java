package io.github.hyojo.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import io.github.hyojo.model.Stage;
import io.github.hyojo.ui.training.LossCurves.Curve;
import io.github.hyojo.ui.training.LossCurves.Point;

/** The curves of one loss as a chart: a thick line through the epochs on a pale one through the steps. */
final class LossChart {

	private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
	private static final Color GRID = new Color(0xe0e0e0);
	private static final Color TEXT = new Color(0x404040);
	private static final int PALE = 70;
	/** How near the mouse has to be to a point, in pixels. */
	private static final int NEAR = 8;

	private final XYSeriesCollection series = new XYSeriesCollection();
	private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
	private final XYPlot plot;
	private final JFreeChart chart;
	private String loss = "loss";
	private boolean logarithmic;

	LossChart() {
		NumberAxis epochs = new NumberAxis("epoch");
		epochs.setAutoRangeIncludesZero(false);
		style(epochs);
		renderer.setDefaultEntityRadius(NEAR);
		renderer.setDrawSeriesLineAsPath(true);
		renderer.setDefaultToolTipGenerator((data, s, item) -> String.format(Locale.ROOT, "%s, epoch %d: %s %.5g", series
			.getSeriesKey(s).toString().strip(), (int) Math.floor(data.getXValue(s, item)) + 1, loss, data.getYValue(s, item)));
		plot = new XYPlot(series, epochs, axis(), renderer);
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		plot.setOutlineVisible(false);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		chart = new JFreeChart(null, PLAIN, plot, true);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(8, 4, 0, 12));
		chart.getLegend().setItemFont(PLAIN);
		chart.getLegend().setItemPaint(TEXT);
		chart.getLegend().setPosition(RectangleEdge.TOP);
		chart.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
	}

	/** @return the chart, which {@link #show} changes */
	JFreeChart chart() {
		return chart;
	}

	/**
	 * @param curves all that there are
	 * @param name of the loss that is drawn
	 * @param log whether its axis is logarithmic
	 */
	void show(List<Curve> curves, String name, boolean log) {
		chart.setNotify(false);
		if (!name.equals(loss) || log != logarithmic) {
			loss = name;
			logarithmic = log;
			plot.setRangeAxis(axis());
		}
		series.removeAllSeries();
		LegendItemCollection legend = new LegendItemCollection();
		int rounds = curves.stream().mapToInt(Curve::round).max().orElse(1);
		for (Curve curve : curves) {
			String label = label(curve.stage()) + (rounds > 1 ? ", round " + curve.round() : "");
			Color color = color(curve);
			add(label + " ", curve.steps(), new Color(color.getRed(), color.getGreen(), color.getBlue(), PALE), 1.2f);
			add(label, curve.epochs(), color, 2.4f);
			legend.add(renderer.getLegendItem(0, series.getSeriesCount() - 1));
		}
		plot.setFixedLegendItems(legend);
		chart.setNotify(true);
	}

	/**
	 * @param width in pixels
	 * @param height in pixels
	 * @return a picture of the chart
	 */
	BufferedImage picture(int width, int height) {
		return chart.createBufferedImage(width, height, BufferedImage.TYPE_INT_RGB, null);
	}

	/** @return the names of all losses that the curves have */
	static List<String> names(List<Curve> curves) {
		List<String> names = new ArrayList<>();
		for (Curve curve : curves) {
			for (List<Point> points : List.of(curve.steps(), curve.epochs())) {
				if (points.isEmpty()) continue;
				for (String name : points.get(0).losses().keySet()) if (!names.contains(name)) names.add(name);
			}
		}
		return names;
	}

	private void add(String key, List<Point> points, Paint paint, float width) {
		XYSeries values = new XYSeries(key, false, true);
		for (Point point : points) {
			Double value = point.losses().get(loss);
			if (value != null && (value > 0 || !logarithmic)) values.add(point.x(), value.doubleValue(), false);
		}
		int index = series.getSeriesCount();
		series.addSeries(values);
		renderer.setSeriesPaint(index, paint);
		renderer.setSeriesStroke(index, new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		// a single epoch is no line yet
		renderer.setSeriesShapesVisible(index, points.size() == 1);
	}

	private ValueAxis axis() {
		ValueAxis axis;
		if (logarithmic) {
			LogAxis log = new LogAxis(loss);
			log.setNumberFormatOverride(new java.text.DecimalFormat("0.######", java.text.DecimalFormatSymbols.getInstance(
				Locale.ROOT)));
			axis = log;
		}
		else {
			NumberAxis linear = new NumberAxis(loss);
			linear.setAutoRangeIncludesZero(false);
			axis = linear;
		}
		style(axis);
		return axis;
	}

	private static void style(ValueAxis axis) {
		axis.setLabelFont(PLAIN);
		axis.setTickLabelFont(PLAIN);
		axis.setLabelPaint(TEXT);
		axis.setTickLabelPaint(TEXT);
		axis.setAxisLinePaint(GRID);
	}

	private static String label(Stage stage) {
		return switch (stage) {
			case IDENTITY -> "Identity stage";
			case EXPRESSION -> "Expression stage";
			case JOINT -> "Training";
		};
	}

	/** Later rounds are darker. */
	private static Color color(Curve curve) {
		Color color = switch (curve.stage()) {
			case IDENTITY -> new Color(0x56b4e9);
			case EXPRESSION -> new Color(0xe6801a);
			case JOINT -> new Color(0x009e73);
		};
		double factor = Math.max(0.4, Math.pow(0.72, curve.round() - 1.0));
		return new Color((int) (color.getRed() * factor), (int) (color.getGreen() * factor), (int) (color.getBlue()
			* factor));
	}
}
