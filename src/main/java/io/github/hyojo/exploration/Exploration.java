package io.github.hyojo.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the space somebody is, and whose face is looked at. Each change is told to the listeners. For one thread,
 * that of the window.
 */
public final class Exploration {

	private ExploredFaces faces;
	private final ExpressionSpace space;
	private final List<Runnable> listeners = new ArrayList<>();
	private Person person;
	private double[] position;
	private double[] start;
	private double[] end;
	private Integer chosen;

	/**
	 * Begins in the middle of the faces.
	 *
	 * @param faces N faces
	 * @param space their features'
	 * @param person whose face is drawn at first
	 */
	public Exploration(ExploredFaces faces, ExpressionSpace space, Person person) {
		this.faces = faces;
		this.space = space;
		this.person = person;
		position = space.center();
	}

	/** @param listener is called after each change */
	public void listen(Runnable listener) {
		listeners.add(listener);
	}

	/** @param more that is known about the faces: columns of N texts by heading */
	public void addColumns(Map<String, List<String>> more) {
		faces = faces.withColumns(more);
	}

	/** @return the faces of the map */
	public ExploredFaces faces() {
		return faces;
	}

	/** @return the space of their expressions */
	public ExpressionSpace space() {
		return space;
	}

	/** @return whose face is drawn */
	public Person person() {
		return person;
	}

	/**
	 * @param face one of the faces, 0 to N - 1
	 * @return the person whom it shows
	 */
	public Person person(int face) {
		return new Person(faces.labels().get(face), faces.image(face), space.identity(face));
	}

	/** @param newPerson whose face is drawn from now on */
	public void setPerson(Person newPerson) {
		person = newPerson;
		tell();
	}

	/** @return K coordinates of where one is */
	public double[] position() {
		return position.clone();
	}

	/**
	 * Goes to a place of the map; the other components stay.
	 *
	 * @param x along the first component; what is out of reach becomes the nearest that is not
	 * @param y along the second component, likewise
	 */
	public void move(double x, double y) {
		position[0] = space.reach(0).nearest(x);
		if (space.dimensions() > 1) position[1] = space.reach(1).nearest(y);
		tell();
	}

	/**
	 * Goes along one component.
	 *
	 * @param component 0 to K - 1
	 * @param coordinate how far from the mean; what is out of reach becomes the nearest that is not
	 */
	public void set(int component, double coordinate) {
		position[component] = space.reach(component).nearest(coordinate);
		tell();
	}

	/** @param newPosition K coordinates to go to */
	public void setPosition(double[] newPosition) {
		position = newPosition.clone();
		tell();
	}

	/**
	 * Chooses one of the faces and goes where it is.
	 *
	 * @param face 0 to N - 1
	 */
	public void choose(int face) {
		chosen = face;
		setPosition(space.position(face));
	}

	/** @return the face that was chosen last, if one was */
	public Optional<Integer> chosen() {
		return Optional.ofNullable(chosen);
	}

	/** Lets an interpolation start here. */
	public void setStart() {
		start = position();
		tell();
	}

	/** Lets an interpolation end here. */
	public void setEnd() {
		end = position();
		tell();
	}

	/** @return K coordinates of where an interpolation starts, if that was set */
	public Optional<double[]> start() {
		return Optional.ofNullable(start).map(double[]::clone);
	}

	/** @return K coordinates of where an interpolation ends, if that was set */
	public Optional<double[]> end() {
		return Optional.ofNullable(end).map(double[]::clone);
	}

	private void tell() {
		listeners.forEach(Runnable::run);
	}
}
