package io.github.hyojo.imagej;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Plot;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FrameSampling;
import io.github.hyojo.evaluation.ExpressionMap;

/** A map of z_e as a plot: a point per face, with colour and shape by expression or by subject. */
public final class MapPlot {

	/** Grey and the eight colours of Okabe and Ito, which colour-blind people tell apart, too. */
	private static final int[] COLORS = { 0x999999, 0x56b4e9, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7, 0x009e73, 0xe69f00,
		0x000000 };
	/** Those that ImageJ fills. */
	private static final List<String> SHAPES = List.of("circle", "box", "triangle", "diamond");
	/** ImageJ draws a marker the larger the thicker its line. */
	private static final int MARKER = 2;
	private static final int WIDTH = 720;
	private static final int HEIGHT = 520;
	/** Room at the right for the legend, as a part of the points' width. */
	private static final double LEGEND = 0.3;

	private final ExpressionMap map;
	private final Plot plot;
	private final List<String> legend = new ArrayList<>();

	private MapPlot(String title, ExpressionMap map) {
		this.map = map;
		plot = new Plot(title, axis("first", 0), axis("second", 1));
		plot.setFrameSize(WIDTH, HEIGHT);
		plot.setFont(Font.PLAIN, 14);
	}

	/**
	 * @param title the plot's title
	 * @param map N faces
	 * @return a plot that is not shown yet, with one colour per expression; the tenth has the first one's again
	 */
	public static ImagePlus byExpression(String title, ExpressionMap map) {
		return new MapPlot(title, map).of(map.labels(), map.classes());
	}

	/**
	 * @param title the plot's title
	 * @param map N faces
	 * @return a plot that is not shown yet, with one colour per subject, of nine at most, taken at equal steps; the others
	 *         are small and grey
	 */
	public static ImagePlus bySubject(String title, ExpressionMap map) {
		List<String> subjects = map.faces().stream().map(Face::subject).toList();
		List<String> distinct = subjects.stream().distinct().toList();
		return new MapPlot(title, map).of(subjects, FrameSampling.equalSteps(distinct, Math.min(COLORS.length, distinct
			.size())));
	}

	private ImagePlus of(List<String> groups, List<String> named) {
		Set<String> others = new LinkedHashSet<>(groups);
		others.removeAll(named);
		if (!others.isEmpty()) {
			plot.setColor(new Color(0xb4b4b4));
			plot.setLineWidth(3);
			add("dot", groups, others);
			legend.add(others.size() + " others");
		}
		plot.setLineWidth(MARKER);
		for (int i = 0; i < named.size(); i++) {
			Color color = new Color(COLORS[i % COLORS.length]);
			plot.setColor(color.darker(), color);
			add(SHAPES.get(i % SHAPES.size()), groups, Set.of(named.get(i)));
			legend.add(named.get(i));
		}
		limit();
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend(String.join("\t", legend), "top-right");
		return plot.getImagePlus();
	}

	private void add(String shape, List<String> groups, Set<String> wanted) {
		int[] faces = IntStream.range(0, groups.size()).filter(i -> wanted.contains(groups.get(i))).toArray();
		plot.add(shape, IntStream.of(faces).mapToDouble(i -> map.x()[i]).toArray(), IntStream.of(faces).mapToDouble(i -> map
			.y()[i]).toArray());
	}

	private void limit() {
		double[] x = range(map.x());
		double[] y = range(map.y());
		plot.setLimits(x[0], x[1] + LEGEND * (x[1] - x[0]), y[0], y[1]);
	}

	/** From the smallest to the largest, with a margin of a twentieth. */
	private static double[] range(double[] values) {
		double min = DoubleStream.of(values).min().orElse(0);
		double max = DoubleStream.of(values).max().orElse(0);
		double margin = max > min ? (max - min) / 20 : 1;
		return new double[] { min - margin, max + margin };
	}

	private String axis(String which, int component) {
		return String.format(Locale.ROOT, "z_e of %s subjects, %s principal component (%.0f %% of the variance)", map.part()
			.label().toLowerCase(Locale.ROOT), which, 100 * map.shares()[component]);
	}
}
