package io.github.hyojo.ui.explorer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.util.Optional;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hyojo.HyojoException;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.exploration.ExploredFaces;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.Person;
import io.github.hyojo.imagej.FaceStack;

/** Whose face is drawn, the face that was chosen on the map, and how to take another person. */
final class PersonPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int EDGE = 128;
	private static final int GAP = 8;

	private final transient Exploration exploration;
	private final ExplorerWindow window;
	private final transient FaceCut cut;
	private final FaceView person = new FaceView(EDGE);
	private final FaceView chosen = new FaceView(EDGE);
	private final JLabel personLabel = new JLabel(" ", JLabel.CENTER);
	private final JLabel chosenLabel = new JLabel("click a point", JLabel.CENTER);
	private final JButton take = new JButton("Take this person");
	private transient Person shownPerson;
	private transient Optional<Integer> shownFace = Optional.empty();

	/**
	 * @param exploration what is explored
	 * @param window asks the model
	 * @param cut how an open image becomes a face of the size of the model
	 */
	PersonPanel(Exploration exploration, ExplorerWindow window, FaceCut cut) {
		super(new GridLayout(1, 2, GAP, 0));
		this.exploration = exploration;
		this.window = window;
		this.cut = cut;
		person.setName("person");
		chosen.setName("chosen");
		JButton open = new JButton("From open image");
		open.setName("from image");
		open.addActionListener(event -> {
			int[] images = WindowManager.getIDList();
			if (images == null) window.tell("There is no open image: open one first, then take the person from it.");
			else menu(images).show(open, 0, open.getHeight());
		});
		take.setName("take");
		take.setEnabled(false);
		take.addActionListener(event -> exploration.chosen().ifPresent(face -> exploration.setPerson(exploration.person(
			face))));
		add(column("Person", person, personLabel, open));
		add(column("Chosen face", chosen, chosenLabel, take));
		exploration.listen(this::follow);
		follow();
	}

	private static JComponent column(String title, FaceView view, JLabel label, JButton button) {
		JPanel below = new JPanel(new GridLayout(2, 1, 0, GAP / 2));
		below.add(label);
		below.add(button);
		JPanel column = new JPanel(new BorderLayout(0, GAP / 2));
		column.add(new JLabel(title, JLabel.CENTER), BorderLayout.NORTH);
		column.add(view, BorderLayout.CENTER);
		column.add(below, BorderLayout.SOUTH);
		return column;
	}

	/** Does nothing while somebody only moves about. */
	private void follow() {
		if (exploration.person() != shownPerson) {
			shownPerson = exploration.person();
			person.show(shownPerson.image());
			name(personLabel, shownPerson.label());
		}
		if (exploration.chosen().equals(shownFace)) return;
		shownFace = exploration.chosen();
		take.setEnabled(shownFace.isPresent());
		shownFace.ifPresent(face -> {
			ExploredFaces faces = exploration.faces();
			chosen.show(faces.image(face));
			name(chosenLabel, faces.labels().get(face));
		});
	}

	/** A long name is cut, and told whole by the mouse; without that the window would grow with it. */
	private static void name(JLabel label, String name) {
		label.setText(name);
		label.setToolTipText(name);
		label.setPreferredSize(new Dimension(EDGE, label.getPreferredSize().height));
	}

	private JPopupMenu menu(int[] images) {
		JPopupMenu menu = new JPopupMenu();
		for (int image : images) add(menu, WindowManager.getImage(image));
		return menu;
	}

	private void add(JPopupMenu menu, ImagePlus image) {
		if (image == null) return;
		String slice = image.getStackSize() > 1 ? ", slice " + image.getCurrentSlice() : "";
		JMenuItem item = new JMenuItem(image.getTitle() + slice);
		item.addActionListener(event -> take(image));
		menu.add(item);
	}

	/** Reads and encodes the image that is shown, on the model's thread: it may be closed in the meantime. */
	private void take(ImagePlus image) {
		FaceStack stack;
		try {
			stack = new FaceStack(image, FaceStack.current(image), cut);
		}
		catch (HyojoException e) {
			window.tell(e.getMessage());
			return;
		}
		window.tell("Encoding \"" + image.getTitle() + "\" ...");
		window.ask((model, progress) -> Person.of(stack.labels().get(0), ExploredFaces.copy(stack, progress), model,
			progress), taken -> {
			exploration.setPerson(taken);
			window.tell("The person is that of \"" + taken.label() + "\" now.");
		});
	}
}
