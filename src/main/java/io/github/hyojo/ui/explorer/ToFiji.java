package io.github.hyojo.ui.explorer;

import java.util.List;
import java.util.Locale;

import ij.measure.ResultsTable;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.Person;
import io.github.hyojo.imagej.FaceStack;
import io.github.hyojo.imagej.FacesToExplore;
import io.github.hyojo.imagej.MapPlot;
import io.github.hyojo.imagej.PositionTable;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** What the explorer shows, as images and tables of Fiji. */
final class ToFiji {

	private static final String POSITIONS = "Explored Positions";

	/** Grows by a row with each position that is sent. */
	private final ResultsTable positions = PositionTable.empty();

	/**
	 * @param person who is drawn
	 * @param position K coordinates
	 * @return who and where, one line: a map's two coordinates
	 */
	static String label(Person person, double[] position) {
		String y = position.length > 1 ? String.format(Locale.ROOT, ", %.2f", position[1]) : "";
		return person.label() + String.format(Locale.ROOT, " at %.2f", position[0]) + y;
	}

	void face(RandomAccessibleInterval<ARGBType> face, Exploration exploration) {
		FaceStack.toImage("Explored Face", Views.addDimension(face, 0, 0), List.of(label(exploration.person(), exploration
			.position()))).show();
	}

	void interpolation(RandomAccessibleInterval<ARGBType> faces, Person person, List<double[]> line) {
		FaceStack.toImage("Interpolated", faces, line.stream().map(place -> label(person, place)).toList()).show();
	}

	void position(Exploration exploration) {
		PositionTable.add(positions, exploration.person().label(), exploration.position(), exploration.space().expression(
			exploration.position()));
		positions.show(POSITIONS);
	}

	void map(Exploration exploration, String column) {
		MapPlot.byGroup("Expression Map", exploration.space(), FacesToExplore.groups(exploration.faces(), column)).show();
	}

	void table(Exploration exploration) {
		PositionTable.of(exploration.faces(), exploration.space()).show("Expression Map Positions");
	}
}
