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
import io.github.hyojo.data.Expression;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FrameSampling;
import io.github.hyojo.evaluation.ExpressionMap;
import io.github.hyojo.exploration.ExpressionSpace;

/** A map of z_e as a plot: a point per face, with colour and shape by expression or by subject. */
public final class MapPlot {

	/** Those that ImageJ fills. */
	private static final List<String> SHAPES = List.of("circle", "box", "triangle", "diamond");
	/** ImageJ draws a marker the larger the thicker its line. */
	private static final int MARKER = 2;
	private static final int WIDTH = 720;
	private static final int HEIGHT = 520;
	/** Room at the right for the legend, as a part of the points' width. */
	private static final double LEGEND = 0.3;

	private final double[] x;
	private final double[] y;
	private final Plot plot;
	private final List<String> legend = new ArrayList<>();

	private MapPlot(String title, ExpressionMap map) {
		this(title, map.x(), map.y(), axis(map, "first", 0), axis(map, "second", 1));
	}

	private MapPlot(String title, double[] x, double[] y, String across, String up) {
		this.x = x;
		this.y = y;
		plot = new Plot(title, across, up);
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
		return new MapPlot(title, map).of(subjects, some(distinct));
	}

	/**
	 * @param title the plot's title
	 * @param space of N faces
	 * @param groups N names
	 * @return a plot of the first two components that is not shown yet, with one colour per group, of nine at most
	 */
	public static ImagePlus byGroup(String title, ExpressionSpace space, List<String> groups) {
		double[] up = space.dimensions() > 1 ? space.coordinates(1) : new double[space.count()];
		MapPlot plot = new MapPlot(title, space.coordinates(0), up, axis(space, 0), axis(space, 1));
		return plot.of(groups, some(Expression.inOrder(groups)));
	}

	/**
	 * @param space of faces
	 * @param component 0 for the first
	 * @return the label of its axis
	 */
	public static String axis(ExpressionSpace space, int component) {
		if (component >= space.dimensions()) return "";
		return String.format(Locale.ROOT, "Component %d of the expression (%.0f %% of the variance)", component + 1, 100
			* space.share(component));
	}

	/** As many as there are colours, at equal steps. */
	private static List<String> some(List<String> groups) {
		return FrameSampling.equalSteps(groups, Math.min(Palette.SIZE, groups.size()));
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
			Color color = Palette.color(i);
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
		plot.add(shape, IntStream.of(faces).mapToDouble(i -> x[i]).toArray(), IntStream.of(faces).mapToDouble(i -> y[i]).toArray());
	}

	private void limit() {
		double[] across = range(x);
		double[] up = range(y);
		plot.setLimits(across[0], across[1] + LEGEND * (across[1] - across[0]), up[0], up[1]);
	}

	/** From the smallest to the largest, with a margin of a twentieth. */
	private static double[] range(double[] values) {
		double min = DoubleStream.of(values).min().orElse(0);
		double max = DoubleStream.of(values).max().orElse(0);
		double margin = max > min ? (max - min) / 20 : 1;
		return new double[] { min - margin, max + margin };
	}

	private static String axis(ExpressionMap map, String which, int component) {
		return String.format(Locale.ROOT, "z_e of %s subjects, %s principal component (%.0f %% of the variance)", map.part()
			.label().toLowerCase(Locale.ROOT), which, 100 * map.shares()[component]);
	}
}
