package io.github.hyojo.ui.explorer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.ExpressionSpace;
import io.github.hyojo.exploration.Range;
import io.github.hyojo.imagej.FacesToExplore;
import io.github.hyojo.imagej.MapPlot;

/** The faces as a scatter chart of the first two components. */
final class MapChart {

	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
	/** What the map shows around the faces, as a part of their range. */
	private static final double AROUND = 0.3;
	private static final Color GRID = new Color(0xe0e0e0);
	private static final Color OUTLINE = new Color(0, 0, 0, 110);

	private MapChart() {}

	/**
	 * @param exploration with N faces
	 * @param column of the faces, by which they are coloured; all alike if there is no such column
	 * @return a chart of the faces and some of what is beyond them
	 */
	static JFreeChart of(Exploration exploration, String column) {
		ExpressionSpace space = exploration.space();
		MapColors colors = MapColors.of(FacesToExplore.groups(exploration.faces(), column));
		double[] x = space.coordinates(0);
		double[] y = space.dimensions() > 1 ? space.coordinates(1) : new double[x.length];
		DefaultXYDataset points = new DefaultXYDataset();
		List<int[]> faces = new ArrayList<>();
		for (int g = 0; g < colors.groups().size(); g++) {
			int group = g;
			int[] members = IntStream.range(0, x.length).filter(n -> colors.members()[n] == group).toArray();
			faces.add(members);
			points.addSeries(colors.groups().get(g), new double[][] { IntStream.of(members).mapToDouble(n -> x[n]).toArray(),
				IntStream.of(members).mapToDouble(n -> y[n]).toArray() });
		}
		XYPlot plot = new XYPlot(points, axis(space, 0), axis(space, 1), renderer(colors, faces));
		plot.setBackgroundPaint(Color.WHITE);
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		plot.setDomainZeroBaselineVisible(true);
		plot.setRangeZeroBaselineVisible(true);
		JFreeChart chart = new JFreeChart(null, FONT, plot, colors.hasLegend());
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(8, 4, 4, 12));
		if (colors.hasLegend()) chart.getLegend().setItemFont(FONT);
		if (colors.numbers() != null) chart.addSubtitle(scale(colors.numbers(), column));
		return chart;
	}

	private static NumberAxis axis(ExpressionSpace space, int component) {
		NumberAxis axis = new NumberAxis(MapPlot.axis(space, component));
		axis.setLabelFont(FONT);
		Range reach = component < space.dimensions() ? space.data(component).extended(AROUND) : new Range(-1, 1);
		// a component that does not vary has no width
		axis.setRange(reach.width() > 0 ? reach.min() : -1, reach.width() > 0 ? reach.max() : 1);
		return axis;
	}

	private static XYLineAndShapeRenderer renderer(MapColors colors, List<int[]> faces) {
		XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true) {

			private static final long serialVersionUID = 1L;

			@Override
			public Paint getItemPaint(int series, int item) {
				return colors.color().apply(faces.get(series)[item]);
			}
		};
		for (int g = 0; g < faces.size(); g++) {
			renderer.setSeriesShape(g, MapColors.shape(g));
			renderer.setSeriesPaint(g, faces.get(g).length > 0 ? colors.color().apply(faces.get(g)[0]) : Color.GRAY);
		}
		renderer.setDrawOutlines(true);
		renderer.setUseOutlinePaint(true);
		renderer.setDefaultOutlinePaint(OUTLINE);
		renderer.setDefaultOutlineStroke(new BasicStroke(0.8f));
		renderer.setDefaultCreateEntities(false);
		return renderer;
	}

	private static PaintScaleLegend scale(MapColors.Numbers numbers, String column) {
		NumberAxis axis = new NumberAxis(column);
		axis.setLabelFont(FONT);
		PaintScaleLegend legend = new PaintScaleLegend(new PaintScale() {

			@Override
			public double getLowerBound() {
				return numbers.min();
			}

			@Override
			public double getUpperBound() {
				return numbers.max();
			}

			@Override
			public Paint getPaint(double value) {
				return numbers.color(value);
			}
		}, axis);
		legend.setPosition(RectangleEdge.BOTTOM);
		legend.setMargin(4, 80, 4, 80);
		legend.setBackgroundPaint(Color.WHITE);
		return legend;
	}
}
