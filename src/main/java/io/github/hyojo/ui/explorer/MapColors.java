package io.github.hyojo.ui.explorer;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

import io.github.hyojo.data.Expression;
import io.github.hyojo.imagej.Palette;

/**
 * How the points of the map look: by numbers where a column holds many different ones, else by groups of equal texts.
 *
 * @param groups G names, in the legend's order; one without a name if the colours stand for numbers
 * @param members N groups, 0 to G - 1, of the faces
 * @param color of a face, 0 to N - 1
 * @param numbers what the colours stand for; null if they stand for groups
 */
record MapColors(List<String> groups, int[] members, IntFunction<Color> color, Numbers numbers) {

	/** A legend of more entries would leave no room for the map. */
	private static final int LEGEND = 16;
	private static final int FEW = 9;
	private static final String NOTHING = "unknown";
	private static final Color UNKNOWN = new Color(0xc8c8c8);
	private static final int SIZE = 9;

	/**
	 * Numbers as colours.
	 *
	 * @param min what the first colour stands for
	 * @param max what the last colour stands for
	 */
	record Numbers(double min, double max) {

		/** Dark blue to yellow, ever lighter: read alike by colour-blind people and in grey. */
		private static final int[] SCALE = { 0x30407f, 0x2f6f8e, 0x2d9b84, 0x6cbf59, 0xe3d32c };

		Color color(double number) {
			double at = (SCALE.length - 1) * (max > min ? Math.max(0, Math.min(1, (number - min) / (max - min))) : 0);
			int i = Math.min(SCALE.length - 2, (int) at);
			Color a = new Color(SCALE[i]);
			Color b = new Color(SCALE[i + 1]);
			float part = (float) (at - i);
			return new Color(mix(a.getRed(), b.getRed(), part), mix(a.getGreen(), b.getGreen(), part), mix(a.getBlue(), b
				.getBlue(), part));
		}

		private static int mix(int a, int b, float part) {
			return Math.round(a + part * (b - a));
		}
	}

	/**
	 * @param values N texts; "unknown" where nothing is known
	 * @return colours for them
	 */
	static MapColors of(List<String> values) {
		List<String> groups = Expression.inOrder(values);
		double[] distinct = groups.stream().map(MapColors::number).filter(Objects::nonNull).mapToDouble(x -> x).toArray();
		boolean known = groups.stream().allMatch(text -> text.equals(NOTHING) || number(text) != null);
		if (known && distinct.length > FEW) {
			DoubleSummaryStatistics ends = DoubleStream.of(distinct).summaryStatistics();
			Numbers scale = new Numbers(ends.getMin(), ends.getMax());
			return new MapColors(List.of(""), new int[values.size()], n -> number(values.get(n)) == null ? UNKNOWN : scale
				.color(number(values.get(n))), scale);
		}
		int[] members = values.stream().mapToInt(groups::indexOf).toArray();
		return new MapColors(groups, members, n -> Palette.color(members[n]), null);
	}

	/** @return whether a legend of the groups is of use */
	boolean hasLegend() {
		return numbers == null && groups.size() > 1 && groups.size() <= LEGEND;
	}

	/**
	 * @param group 0 to G - 1
	 * @return the shape of its points, around (0, 0)
	 */
	static Shape shape(int group) {
		double r = SIZE / 2.0;
		return switch (group % 4) {
			case 1 -> new Rectangle2D.Double(0.5 - r, 0.5 - r, SIZE - 1, SIZE - 1);
			case 2 -> polygon(0, -r, r, r, -r, r);
			case 3 -> polygon(0, -r - 0.5, r + 0.5, 0, 0, r + 0.5, -r - 0.5, 0);
			default -> new Ellipse2D.Double(-r, -r, SIZE, SIZE);
		};
	}

	private static Shape polygon(double... points) {
		Path2D path = new Path2D.Double();
		path.moveTo(points[0], points[1]);
		for (int i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
		path.closePath();
		return path;
	}

	private static Double number(String text) {
		try {
			return text.isBlank() ? null : Double.valueOf(text);
		}
		catch (NumberFormatException e) {
			return null;
		}
	}
}
