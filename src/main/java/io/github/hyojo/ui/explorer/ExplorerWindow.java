package io.github.hyojo.ui.explorer;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

import ij.WindowManager;
import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.LiveModel;
import io.github.hyojo.model.ExpressionModel;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * The explorer: a map of expressions on the left, the face that one has there on the right, sliders for the components
 * below. Made, used and closed on Swing's thread; closing it closes the model.
 */
public final class ExplorerWindow extends JFrame {

	private static final long serialVersionUID = 1L;

	private static final int FACE = 320;
	private static final int GAP = 8;
	private static final String HINT = "Drag on the map and watch the face. A click on a point chooses that face; the mouse "
		+ "wheel zooms.";

	private final transient Exploration exploration;
	private final transient LiveModel model;
	private final FaceMap map;
	private final FaceView face = new FaceView(FACE);
	private final JLabel caption = new JLabel(" ", JLabel.CENTER);
	private final JLabel status = new JLabel(HINT);
	private final ColorPanel column;
	private boolean lost;

	/**
	 * Opens a window, from any thread, and returns when it is there.
	 *
	 * @param exploration what it shows; used by Swing's thread alone from now on
	 * @param model is closed with the window
	 * @param cut how an open image becomes a face of the size of the model
	 * @param column of the faces, by which the points are coloured at first
	 * @return the window
	 */
	public static ExplorerWindow open(Exploration exploration, ExpressionModel model, FaceCut cut, String column) {
		CompletableFuture<ExplorerWindow> window = new CompletableFuture<>();
		Runnable opening = () -> {
			try {
				window.complete(new ExplorerWindow(exploration, model, cut, column));
			}
			catch (RuntimeException | Error e) {
				window.completeExceptionally(e);
			}
		};
		if (SwingUtilities.isEventDispatchThread()) opening.run();
		else SwingUtilities.invokeLater(opening);
		ExplorerWindow opened = window.join();
		SwingUtilities.invokeLater(() -> opened.setVisible(true));
		return opened;
	}

	private ExplorerWindow(Exploration exploration, ExpressionModel model, FaceCut cut, String wanted) {
		super("Explore Expression Space");
		this.exploration = exploration;
		this.model = new LiveModel(model, drawn -> SwingUtilities.invokeLater(() -> face.show(drawn)),
			failure -> SwingUtilities.invokeLater(() -> tell(sentence(failure))));
		column = new ColorPanel(exploration, this, wanted, this::colorBy);
		map = new FaceMap(exploration, color());
		map.setName("map");
		face.setName("face");
		status.setName("status");
		JPanel content = new JPanel(new BorderLayout(GAP, GAP));
		content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		content.add(left(), BorderLayout.CENTER);
		content.add(right(new PersonPanel(exploration, this, cut)), BorderLayout.EAST);
		content.add(below(), BorderLayout.SOUTH);
		setContentPane(content);
		setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowActivated(WindowEvent event) {
				lookForModel();
			}
		});
		exploration.listen(this::draw);
		draw();
		pack();
		setMinimumSize(getPreferredSize());
		setLocationByPlatform(true);
		WindowManager.addWindow(this);
	}

	/** Closes the window and the model. */
	@Override
	public void dispose() {
		WindowManager.removeWindow(this);
		model.close();
		super.dispose();
	}

	/** @return the model's thread */
	LiveModel model() {
		return model;
	}

	/** @return the heading of the column by which the points are coloured; empty if there is none */
	String color() {
		return column.color();
	}

	private void colorBy(String heading) {
		map.colorBy(heading);
	}

	/** @param sentence for the user */
	void tell(String sentence) {
		status.setText(sentence);
		status.setToolTipText(sentence);
	}

	/**
	 * Works with the model without stopping the window.
	 *
	 * @param work is done on the model's thread
	 * @param then gets what came of it, on Swing's thread; if it failed, the user is told why instead
	 */
	<T> void ask(BiFunction<ExpressionModel, Progress, T> work, Consumer<T> then) {
		model.ask(work).whenComplete((result, failure) -> SwingUtilities.invokeLater(() -> {
			if (failure == null) then.accept(result);
			else if (isDisplayable()) tell(sentence(failure));
		}));
	}

	/**
	 * @param failure of work with the model
	 * @return what to tell the user
	 */
	private static String sentence(Throwable failure) {
		Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
		if (cause instanceof HyojoException) return cause.getMessage();
		return cause instanceof CancellationException ? "Canceled." : "That failed in a way it should not (" + cause + ").";
	}

	/** Somebody comes back from another window, in which the model may have been deleted. */
	private void lookForModel() {
		if (lost) return;
		ask((opened, progress) -> opened.lost(), place -> place.ifPresent(gone -> {
			lost = true;
			tell("The model " + gone + " is no longer there. This window goes on with what it has in memory.");
		}));
	}

	private void draw() {
		model.draw(exploration.person(), exploration.space().expression(exploration.position()));
		caption.setText(ToFiji.label(exploration.person(), exploration.position()));
		caption.setToolTipText(caption.getText());
	}

	/** @return the face that is shown, if one has been drawn yet */
	Optional<RandomAccessibleInterval<ARGBType>> shown() {
		return face.face();
	}

	private JComponent left() {
		JPanel left = new JPanel(new BorderLayout(0, GAP));
		left.add(column, BorderLayout.NORTH);
		left.add(map, BorderLayout.CENTER);
		return left;
	}

	private JComponent right(JComponent people) {
		JPanel shown = new JPanel(new BorderLayout(0, GAP / 2));
		shown.add(face, BorderLayout.CENTER);
		shown.add(caption, BorderLayout.SOUTH);
		JPanel right = new JPanel(new BorderLayout(0, GAP));
		right.add(shown, BorderLayout.CENTER);
		right.add(people, BorderLayout.SOUTH);
		return right;
	}

	private JComponent below() {
		JPanel sliders = new JPanel(new GridLayout(0, 4));
		for (int k = 0; k < exploration.space().dimensions(); k++) sliders.add(new ComponentSlider(exploration, k));
		status.setFont(status.getFont().deriveFont(Font.PLAIN));
		JPanel below = new JPanel();
		below.setLayout(new BoxLayout(below, BoxLayout.Y_AXIS));
		for (JComponent row : new JComponent[] { sliders, new ActionPanel(exploration, this), status }) {
			row.setAlignmentX(LEFT_ALIGNMENT);
			below.add(row);
			below.add(Box.createVerticalStrut(GAP / 2));
		}
		return below;
	}
}
