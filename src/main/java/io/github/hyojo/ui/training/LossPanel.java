package io.github.hyojo.ui.training;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.List;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.jfree.chart.ChartPanel;

import io.github.hyojo.ui.training.LossCurves.Curve;

/** The chart of the losses with the choice of which one is shown and how; the mouse over a curve tells its value. */
final class LossPanel extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int WIDTH = 560;
	private static final int HEIGHT = 420;

	private final transient LossCurves curves;
	private final transient LossChart chart = new LossChart();
	private final JComboBox<String> loss = new JComboBox<>(new String[] { "loss" });
	private final JCheckBox logarithmic = new JCheckBox("log scale");
	private long shown = -1;

	LossPanel(LossCurves curves) {
		super(new BorderLayout(0, 4));
		this.curves = curves;
		ChartPanel panel = new ChartPanel(chart.chart(), WIDTH, HEIGHT, 200, 150, 4000, 4000, true, false, true, true, true,
			true);
		panel.setName("chart");
		panel.setInitialDelay(0);
		panel.setMouseWheelEnabled(true);
		add(panel, BorderLayout.CENTER);
		JPanel choice = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
		choice.add(new JLabel("Loss"));
		loss.setName("loss");
		loss.addActionListener(event -> draw());
		choice.add(loss);
		logarithmic.setName("log");
		logarithmic.addActionListener(event -> draw());
		choice.add(logarithmic);
		add(choice, BorderLayout.NORTH);
	}

	/** Draws what is new, if anything is. */
	void refresh() {
		if (curves.version() != shown) draw();
	}

	private void draw() {
		shown = curves.version();
		List<Curve> all = curves.curves();
		offer(LossChart.names(all));
		chart.show(all, String.valueOf(loss.getSelectedItem()), logarithmic.isSelected());
	}

	/** The whole loss first. */
	private void offer(List<String> names) {
		names.remove("loss");
		if (names.size() + 1 == loss.getItemCount()) return;
		Object selected = loss.getSelectedItem();
		DefaultComboBoxModel<String> model = new DefaultComboBoxModel<>();
		model.addElement("loss");
		names.forEach(model::addElement);
		model.setSelectedItem(selected);
		loss.setModel(model);
	}
}
