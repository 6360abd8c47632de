package io.github.hyojo.ui.explorer;

import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import java.util.Locale;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingConstants;

import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.ExpressionSpace;
import io.github.hyojo.exploration.Person;

/** The buttons: the way of an interpolation, and what can be sent to Fiji. */
final class ActionPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 6;
	private static final int LONGEST = 1000;

	private final transient Exploration exploration;
	private final ExplorerWindow window;
	private final transient ToFiji fiji = new ToFiji();
	private final JButton interpolate;
	private final JSpinner images = new JSpinner(new SpinnerNumberModel(9, 2, LONGEST, 1));

	ActionPanel(Exploration exploration, ExplorerWindow window) {
		super(new FlowLayout(FlowLayout.LEFT, GAP, 0));
		this.exploration = exploration;
		this.window = window;
		button("Mean", "Goes to the mean of all faces", () -> exploration.setPosition(exploration.space().center()));
		separate();
		button("Set start", "An interpolation starts here", exploration::setStart);
		button("Set end", "An interpolation ends here", exploration::setEnd);
		add(new JLabel("Images"));
		images.setName("images");
		add(images);
		interpolate = button("Interpolate", "The way from the start to the end as a stack", this::interpolate);
		separate();
		add(new JLabel("To Fiji:"));
		button("Face", "The drawn face as an image", () -> window.shown().ifPresent(face -> fiji.face(face, exploration)));
		button("Position", "Where you are as a row of a table", () -> fiji.position(exploration));
		button("Map", "The map as a plot", () -> fiji.map(exploration, window.color()));
		button("Table", "Where all faces are as a table", () -> fiji.table(exploration));
		exploration.listen(this::follow);
		follow();
	}

	private JButton button(String text, String tip, Runnable action) {
		JButton button = new JButton(text);
		button.setName(text.toLowerCase(Locale.ROOT));
		button.setToolTipText(tip);
		button.addActionListener(event -> action.run());
		add(button);
		return button;
	}

	private void separate() {
		JSeparator line = new JSeparator(SwingConstants.VERTICAL);
		line.setPreferredSize(new Dimension(2, 24));
		add(line);
	}

	private void follow() {
		interpolate.setEnabled(exploration.start().isPresent() && exploration.end().isPresent());
	}

	private void interpolate() {
		Person person = exploration.person();
		List<double[]> line = ExpressionSpace.line(exploration.start().orElseThrow(), exploration.end().orElseThrow(),
			(Integer) images.getValue());
		window.ask((model, progress) -> person.draw(model, exploration.space().expressions(line), progress),
			faces -> fiji.interpolation(faces, person, line));
	}
}
