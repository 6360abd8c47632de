package io.github.hyojo.ui.training;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.GridLayout;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

import io.github.hyojo.TimeSpan;
import io.github.hyojo.model.Epoch;
import io.github.hyojo.model.TrainingSettings;
import io.github.hyojo.training.TrainingListener.Plan;
import io.github.hyojo.training.TrainingListener.Step;
import io.github.hyojo.training.TrainingSpeed;

/** Where a training is, in words and numbers. */
final class StatusPanel extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int COLUMNS = 4;
	private static final int PARTS = 1000;
	private static final Color FAINT = new Color(0x707070);

	private final Map<String, JLabel> values = new LinkedHashMap<>();
	private final JProgressBar bar = new JProgressBar(0, PARTS);

	StatusPanel() {
		super(new BorderLayout(0, 8));
		JPanel grid = new JPanel(new GridLayout(0, COLUMNS, 16, 6));
		for (String name : new String[] { "Method", "Stage", "Epoch", "Step", "Faces", "Speed", "Device", "Time left" }) {
			grid.add(field(name));
		}
		add(grid, BorderLayout.CENTER);
		bar.setName("progress");
		bar.setStringPainted(true);
		add(bar, BorderLayout.SOUTH);
	}

	private JPanel field(String name) {
		JPanel field = new JPanel(new BorderLayout());
		JLabel label = new JLabel(name);
		label.setForeground(FAINT);
		label.setFont(label.getFont().deriveFont(label.getFont().getSize2D() - 1));
		JLabel value = new JLabel(" ");
		value.setName(name.toLowerCase(Locale.ROOT).replace(" ", ""));
		value.setFont(value.getFont().deriveFont(value.getFont().getSize2D() + 1));
		value.setBorder(BorderFactory.createEmptyBorder(1, 0, 0, 0));
		values.put(name, value);
		field.add(label, BorderLayout.NORTH);
		field.add(value, BorderLayout.CENTER);
		return field;
	}

	/**
	 * @param plan what is trained
	 * @param step the newest one; null before the first
	 * @param speed of the training
	 * @param running whether it goes on, so that there is a time left
	 */
	void show(Plan plan, Step step, TrainingSpeed speed, boolean running) {
		TrainingSettings settings = plan.settings();
		int epochs = settings.schedule().size();
		set("Method", settings.model().method().label());
		set("Faces", String.format(Locale.ROOT, "%d of %d x %d pixels", plan.faces(), settings.model().size(), settings
			.model().size()));
		set("Device", plan.device());
		long done = step == null ? plan.stepsDone() : step.total();
		bar.setValue((int) (PARTS * done / plan.steps()));
		bar.setString(String.format(Locale.ROOT, "%.1f %%", 100.0 * done / plan.steps()));
		if (step == null) return;
		Epoch epoch = step.epoch();
		String round = settings.rounds() > 1 ? ", round " + epoch.round() + " of " + settings.rounds() : "";
		set("Stage", switch (epoch.stage()) {
			case IDENTITY -> "identity";
			case EXPRESSION -> "expression";
			case JOINT -> "all at once";
		} + round);
		set("Epoch", epoch.number() + " of " + epochs);
		set("Step", step.number() + " of " + plan.stepsPerEpoch());
		set("Speed", text(speed.imagesPerSecond().isEmpty() ? null : String.format(Locale.ROOT, "%.0f images/s", speed
			.imagesPerSecond().getAsDouble())));
		set("Time left", text(!running || speed.secondsLeft().isEmpty() ? null : TimeSpan.text(speed.secondsLeft()
			.getAsDouble())));
	}

	private static String text(String value) {
		return value == null ? "\u2013" : value;
	}

	private void set(String name, String value) {
		JLabel label = values.get(name);
		if (!label.getText().equals(value)) label.setText(value);
	}
}
