package io.github.hyojo.ui.training;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.Timer;
import javax.swing.WindowConstants;

import ij.ImagePlus;
import io.github.hyojo.HyojoException;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.Steering;
import io.github.hyojo.training.TrainingListener;
import io.github.hyojo.training.TrainingListener.Plan;
import io.github.hyojo.training.TrainingListener.Step;
import io.github.hyojo.training.TrainingSpeed;

/**
 * The window of a training. It looks at the training a few times a second, in the event thread; the thread that trains
 * never waits for it.
 */
final class TrainingWindow extends JFrame {

	private static final long serialVersionUID = 1L;
	private static final int REFRESH_MILLISECONDS = 150;
	private static final double PREVIEW_SECONDS = 1.5;
	/** Previews take a fiftieth of the time at most. */
	private static final int PREVIEW_SHARE = 50;
	private static final int MARGIN = 12;

	/** What the window looks at, and by what it steers. */
	record Watched(Steering steering, TrainingStatus status, TrainingSpeed speed, LossCurves curves,
		PreviewHistory previews)
	{}

	private final transient Watched watched;
	private final StatusPanel status = new StatusPanel();
	private final LossPanel losses;
	private final PreviewPanel preview;
	/** What to tell about the last export. */
	private String exported = "";
	private final JLabel message = new JLabel("Preparing the training\u2026");
	private final JButton pause = button("pause", "Pause", this::pauseOrResume);
	private final JButton nextStage = button("nextstage", "Next stage", this::endStage);
	private final JButton finish = button("finish", "Finish", this::finish);
	private final JButton cancel = button("cancel", "Cancel", this::cancelOrClose);
	private final JButton export = button("export", "Export model\u2026", this::export);
	private final JButton frame = button("frame", "Preview to Fiji", this::showFrame);
	private final JButton history = button("history", "All previews", this::showHistory);
	private final Timer timer = new Timer(REFRESH_MILLISECONDS, event -> refresh());
	private boolean ended;
	private boolean stopping;

	private TrainingWindow(Path folder, Watched watched) {
		super("Hyojo training \u2013 " + folder.getFileName());
		this.watched = watched;
		losses = new LossPanel(watched.curves());
		preview = new PreviewPanel(watched.previews());
		setName("training");
		setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(WindowEvent event) {
				askToClose();
			}
		});
		layOut();
		refresh();
		pack();
		setLocationRelativeTo(null);
		timer.start();
	}

	/**
	 * Opens a window, from any thread.
	 *
	 * @param folder of the training
	 * @param watched the training that is about to begin
	 * @return the window, which is shown
	 * @throws HyojoException if a training is under way in another one
	 */
	static TrainingWindow open(Path folder, Watched watched) {
		return inEventThread(() -> {
			for (Window window : Window.getWindows()) {
				if (window instanceof TrainingWindow other && !other.ended) {
					other.toFront();
					throw new HyojoException("A training is under way in the window \"" + other.getTitle()
						+ "\": wait until it ends, or cancel it there.");
				}
			}
			TrainingWindow window = new TrainingWindow(folder, watched);
			window.setVisible(true);
			return window;
		});
	}

	private static <T> T inEventThread(Supplier<T> work) {
		if (EventQueue.isDispatchThread()) return work.get();
		Object[] result = new Object[1];
		try {
			EventQueue.invokeAndWait(() -> result[0] = work.get());
			@SuppressWarnings("unchecked")
			T typed = (T) result[0];
			return typed;
		}
		catch (InvocationTargetException e) {
			if (e.getCause() instanceof RuntimeException cause) throw cause;
			throw new IllegalStateException(e.getCause());
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
	}

	/** @return what asks the training for previews, in the thread that trains */
	TrainingListener listener() {
		PreviewPace pace = new PreviewPace(System::nanoTime, PREVIEW_SECONDS, PREVIEW_SHARE);
		return new TrainingListener() {

			@Override
			public boolean wantsPreview(Step step) {
				return pace.isDue();
			}

			@Override
			public void preview(Preview shown) {
				pace.done();
			}
		};
	}

	/**
	 * The training is over. From any thread.
	 *
	 * @param sentence how it ended
	 */
	void ended(String sentence) {
		EventQueue.invokeLater(() -> {
			ended = true;
			timer.stop();
			refresh();
			message.setText(sentence);
			message.setToolTipText(sentence);
			boolean begun = watched.status().plan() != null;
			if (stopping || !begun) dispose();
		});
	}

	@Override
	public void dispose() {
		timer.stop();
		super.dispose();
	}

	private void layOut() {
		JPanel content = new JPanel(new BorderLayout(MARGIN, MARGIN));
		content.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN));
		content.add(status, BorderLayout.NORTH);
		JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, losses, preview);
		split.setBorder(null);
		split.setResizeWeight(0.6);
		split.setDividerSize(MARGIN);
		content.add(split, BorderLayout.CENTER);
		JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 0));
		for (JButton button : new JButton[] { frame, history, export, pause, nextStage, finish, cancel }) buttons.add(button);
		JPanel south = new JPanel(new BorderLayout(0, 8));
		message.setName("message");
		south.add(message, BorderLayout.NORTH);
		south.add(buttons, BorderLayout.CENTER);
		content.add(south, BorderLayout.SOUTH);
		setContentPane(content);
	}

	private static JButton button(String name, String text, Runnable action) {
		JButton button = new JButton(text);
		button.setName(name);
		button.addActionListener(event -> action.run());
		return button;
	}

	private void refresh() {
		Plan plan = watched.status().plan();
		Step step = watched.status().step();
		if (plan != null) status.show(plan, step, watched.speed(), !ended && !watched.steering().isPaused());
		losses.refresh();
		preview.refresh();
		enable(plan, step);
		if (ended || plan == null) return;
		if (watched.steering().isCanceled()) message.setText("Stopping after this step\u2026");
		else if (watched.steering().isPaused() && !watched.steering().isFinishing()) message.setText("Paused. Nothing is lost, and the result will be the same.");
		else message.setText(watched.steering().isFinishing() ? "Finishing with the best model so far\u2026" : "Training." +
			exported);
	}

	private void enable(Plan plan, Step step) {
		boolean running = plan != null && step != null && !ended && !watched.steering().isCanceled();
		boolean usable = running && isUsable(plan.settings(), step.epoch());
		pause.setEnabled(running);
		export.setEnabled(running);
		finish.setEnabled(usable);
		finish.setToolTipText(!running || usable ? "End now and keep the best model so far"
			: "There is no model to keep yet: expressions are learnt in the next stage");
		nextStage.setEnabled(running && plan.settings().stage(step.epoch()) < plan.settings().stages());
		frame.setEnabled(watched.previews().count() > 0);
		history.setEnabled(watched.previews().count() > 0);
		cancel.setText(ended ? "Close" : "Cancel");
	}

	private static boolean isUsable(TrainingSettings settings, Epoch epoch) {
		return settings.stage(epoch) >= settings.model().method().stages().size();
	}

	private void pauseOrResume() {
		Steering steering = watched.steering();
		if (steering.isPaused()) steering.resume();
		else steering.pause();
		pause.setText(steering.isPaused() ? "Resume" : "Pause");
		refresh();
	}

	private void endStage() {
		Step step = watched.status().step();
		if (step != null) watched.steering().endStage(step.epoch());
	}

	private void finish() {
		watched.steering().finish();
		refresh();
	}

	private void cancelOrClose() {
		if (ended) dispose();
		else watched.steering().cancel();
		refresh();
	}

	private void askToClose() {
		if (ended) {
			dispose();
			return;
		}
		String[] answers = { "Stop training", "Go on" };
		int answer = JOptionPane.showOptionDialog(this,
			"Stop the training? What it has learnt is kept:\nthe same command with the same output folder goes on with it.",
			"Hyojo", JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, answers, answers[1]);
		if (answer != 0) return;
		stopping = true;
		watched.steering().cancel();
		if (ended) dispose();
	}

	private void export() {
		JFileChooser chooser = new JFileChooser();
		chooser.setDialogTitle("A new folder for the model");
		chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
		if (chooser.showSaveDialog(this) != JFileChooser.APPROVE_OPTION) return;
		File chosen = chooser.getSelectedFile();
		watched.steering().export(chosen.toPath()).whenComplete((place, failure) -> EventQueue.invokeLater(() -> tell(place,
			failure)));
	}

	private void tell(Path place, Throwable failure) {
		if (failure == null) {
			exported = " A model was written to " + place + ".";
			refresh();
			return;
		}
		Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
		JOptionPane.showMessageDialog(this, reason.getMessage(), "Hyojo", JOptionPane.ERROR_MESSAGE);
	}

	private void showFrame() {
		watched.previews().image().ifPresent(ImagePlus::show);
	}

	private void showHistory() {
		watched.previews().stack().ifPresent(ImagePlus::show);
	}
}
