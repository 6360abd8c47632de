package io.github.hyojo.exploration;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.github.hyojo.HyojoException;
import io.github.hyojo.evaluation.FeatureRows;
import io.github.hyojo.evaluation.PrincipalComponents;
import io.github.hyojo.op.Features;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The space of z_e as its leading principal components see it. A position in it is a distance from the mean along each
 * of them, in units of z_e; the first two are the map. Every position, within the data or beyond, is a z_e, so that a
 * face can be drawn there; what faces have along further components is left out.
 */
public final class ExpressionSpace {

	/** The most components that are looked at; those after them hold little. */
	public static final int COMPONENTS = 8;
	/** How far the space goes on beyond the faces, on each side, as a part of their range. */
	private static final double BEYOND = 0.5;

	private final FeatureRows features;
	private final PrincipalComponents components;
	private final double[][] positions;

	/**
	 * @param features of N faces
	 * @throws HyojoException if there are no faces, or their z_e are all the same
	 */
	public ExpressionSpace(Features features) {
		this.features = FeatureRows.of(features);
		if (features.count() == 0) throw new HyojoException("There are no faces to explore: give some.");
		components = PrincipalComponents.of(this.features.expression());
		if (!(components.deviations()[0] > 0)) {
			throw new HyojoException("The model finds the same expression in all faces, so that there is no map: choose other "
				+ "faces, or train the model longer.");
		}
		int dimensions = Math.min(COMPONENTS, components.mean().length);
		positions = new double[this.features.count()][];
		for (int n = 0; n < positions.length; n++) {
			positions[n] = components.project(this.features.expression()[n], dimensions);
		}
	}

	/** @return number N of faces */
	public int count() {
		return positions.length;
	}

	/** @return number K of components: that of coordinates in a position */
	public int dimensions() {
		return positions[0].length;
	}

	/** @return the mean of the faces: K times 0 */
	public double[] center() {
		return new double[dimensions()];
	}

	/**
	 * @param face 0 to N - 1
	 * @return its K coordinates
	 */
	public double[] position(int face) {
		return positions[face].clone();
	}

	/**
	 * @param component 0 to K - 1
	 * @return N coordinates, those of the faces
	 */
	public double[] coordinates(int component) {
		return IntStream.range(0, count()).mapToDouble(n -> positions[n][component]).toArray();
	}

	/**
	 * @param component 0 to K - 1
	 * @return the standard deviation of the faces along it
	 */
	public double deviation(int component) {
		return components.deviations()[component];
	}

	/**
	 * @param component 0 to K - 1
	 * @return what part of the variance is along it, 0 to 1
	 */
	public double share(int component) {
		return components.shares()[component];
	}

	/**
	 * @param component 0 to K - 1
	 * @return where the faces are along it
	 */
	public Range data(int component) {
		DoubleSummaryStatistics all = DoubleStream.of(coordinates(component)).summaryStatistics();
		return new Range(all.getMin(), all.getMax());
	}

	/**
	 * @param component 0 to K - 1
	 * @return where one can go along it: beyond the faces, which exaggerates
	 */
	public Range reach(int component) {
		return data(component).extended(BEYOND);
	}

	/**
	 * @param face 0 to N - 1
	 * @return its I identity features
	 */
	public float[] identity(int face) {
		return floats(features.identity()[face]);
	}

	/**
	 * @param position K coordinates
	 * @return the E features there
	 */
	public float[] expression(double[] position) {
		return floats(components.at(position));
	}

	/**
	 * @param places N positions of K coordinates
	 * @return E x N features there
	 */
	public RandomAccessibleInterval<FloatType> expressions(List<double[]> places) {
		float[][] rows = places.stream().map(this::expression).toArray(float[][]::new);
		int width = components.mean().length;
		float[] values = new float[rows.length * width];
		for (int n = 0; n < rows.length; n++) System.arraycopy(rows[n], 0, values, n * width, width);
		return ArrayImgs.floats(values, width, rows.length);
	}

	/**
	 * @param start K coordinates
	 * @param end K coordinates
	 * @param steps number of positions, at least 2
	 * @return as many positions at equal distances on the straight line from the start to the end
	 */
	public static List<double[]> line(double[] start, double[] end, int steps) {
		List<double[]> line = new ArrayList<>();
		for (int n = 0; n < steps; n++) {
			double at = n / (steps - 1.0);
			line.add(IntStream.range(0, start.length).mapToDouble(k -> (1 - at) * start[k] + at * end[k]).toArray());
		}
		return line;
	}

	/**
	 * @param steps number of rows and of columns, at least 1
	 * @return positions over the part of the map where faces are, row by row from the upper left, at equal distances; the
	 *         further components are 0
	 */
	public List<double[]> grid(int steps) {
		List<double[]> grid = new ArrayList<>();
		double[] down = dimensions() > 1 ? data(1).steps(steps) : new double[steps];
		for (int row = steps - 1; row >= 0; row--) {
			for (double x : data(0).steps(steps)) {
				double[] place = center();
				place[0] = x;
				if (dimensions() > 1) place[1] = down[row];
				grid.add(place);
			}
		}
		return grid;
	}

	private static float[] floats(double[] values) {
		float[] floats = new float[values.length];
		for (int i = 0; i < values.length; i++) floats[i] = (float) values[i];
		return floats;
	}
}
