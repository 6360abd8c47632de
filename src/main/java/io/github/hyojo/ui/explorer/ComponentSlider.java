package io.github.hyojo.ui.explorer;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Locale;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.SwingConstants;

import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.ExpressionSpace;
import io.github.hyojo.exploration.Range;

/** One component of the expression, from beyond the faces on the one side to beyond them on the other. */
final class ComponentSlider extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int STEPS = 1000;
	/** Ticks that are nearer to each other would write over each other. */
	private static final int ROOM = STEPS / 8;

	private final transient Exploration exploration;
	private final int component;
	private final transient Range reach;
	private final JSlider slider;
	private final JLabel value = new JLabel("", SwingConstants.RIGHT);
	/** While the slider follows what is set elsewhere. */
	private boolean following;

	/**
	 * @param exploration what it moves about in
	 * @param component 0 for the first
	 */
	ComponentSlider(Exploration exploration, int component) {
		super(new BorderLayout());
		this.exploration = exploration;
		this.component = component;
		ExpressionSpace space = exploration.space();
		reach = space.reach(component);
		slider = new JSlider(0, STEPS, step(0));
		slider.setName("component " + (component + 1));
		slider.setLabelTable(ticks(space.data(component)));
		slider.setPaintLabels(true);
		slider.setEnabled(reach.width() > 0);
		slider.setToolTipText("Between min and max there are faces; further out the expression is exaggerated.");
		JPanel head = new JPanel(new BorderLayout());
		head.add(new JLabel(String.format(Locale.ROOT, "Component %d (%.0f %%)", component + 1, 100 * space.share(
			component))), BorderLayout.WEST);
		head.add(value, BorderLayout.EAST);
		add(head, BorderLayout.NORTH);
		add(slider, BorderLayout.CENTER);
		setBorder(BorderFactory.createEmptyBorder(2, 6, 2, 6));
		slider.addChangeListener(event -> {
			if (!following) exploration.set(component, reach.min() + reach.width() * slider.getValue() / STEPS);
		});
		exploration.listen(this::follow);
		follow();
	}

	private void follow() {
		double coordinate = exploration.position()[component];
		following = true;
		slider.setValue(step(coordinate));
		following = false;
		double deviation = exploration.space().deviation(component);
		value.setText(String.format(Locale.ROOT, "%+.1f SD", deviation > 0 ? coordinate / deviation : 0));
	}

	private int step(double coordinate) {
		return reach.width() > 0 ? (int) Math.round(STEPS * (coordinate - reach.min()) / reach.width()) : STEPS / 2;
	}

	private Dictionary<Integer, JComponent> ticks(Range data) {
		Dictionary<Integer, JComponent> ticks = new Hashtable<>();
		ticks.put(step(data.min()), tick("min"));
		ticks.put(step(data.max()), tick("max"));
		int mean = step(0);
		if (mean - step(data.min()) > ROOM && step(data.max()) - mean > ROOM) ticks.put(mean, tick("mean"));
		return ticks;
	}

	private static JLabel tick(String text) {
		JLabel tick = new JLabel(text);
		tick.setFont(tick.getFont().deriveFont(Font.PLAIN, 10f));
		return tick;
	}
}
