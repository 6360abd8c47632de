package io.github.hyojo.ui.explorer;

import java.awt.FlowLayout;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;

import io.github.hyojo.HyojoException;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.imagej.TableColumns;

/** By which column the points are coloured; columns of tables can be added. */
final class ColorPanel extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int GAP = 8;

	private final transient Exploration exploration;
	private final transient ExplorerWindow window;
	private final JComboBox<String> column;

	/**
	 * @param exploration what is explored
	 * @param window tells the user what is wrong
	 * @param wanted the column at first
	 * @param changed gets the column when another one is chosen
	 */
	ColorPanel(Exploration exploration, ExplorerWindow window, String wanted, Consumer<String> changed) {
		super(new FlowLayout(FlowLayout.LEFT, GAP, 0));
		this.exploration = exploration;
		this.window = window;
		column = new JComboBox<>(exploration.faces().columns().keySet().toArray(String[]::new));
		column.setSelectedItem(wanted);
		column.setName("color");
		column.addActionListener(event -> changed.accept(color()));
		JButton table = new JButton("From table");
		table.setName("from table");
		table.setToolTipText("Takes columns from an open table or a CSV file with a row for each face");
		table.addActionListener(event -> menu().show(table, 0, table.getHeight()));
		add(new JLabel("Colour by"));
		add(column);
		add(table);
	}

	/** @return the heading of the column; empty if there is none */
	String color() {
		return column.getSelectedItem() == null ? "" : column.getSelectedItem().toString();
	}

	private JPopupMenu menu() {
		JPopupMenu menu = new JPopupMenu();
		for (String title : TableColumns.open(exploration.faces().count())) {
			JMenuItem item = new JMenuItem(title);
			item.addActionListener(event -> take(title));
			menu.add(item);
		}
		JMenuItem file = new JMenuItem("CSV file\u2026");
		file.addActionListener(event -> choose());
		menu.add(file);
		return menu;
	}

	private void choose() {
		JFileChooser chooser = new JFileChooser();
		chooser.setDialogTitle("A table with a row for each face");
		if (chooser.showOpenDialog(window) != JFileChooser.APPROVE_OPTION) return;
		File chosen = chooser.getSelectedFile();
		take(chosen.getPath());
	}

	/** Reads it in another thread, as the file may be large. */
	private void take(String table) {
		int rows = exploration.faces().count();
		CompletableFuture.supplyAsync(() -> TableColumns.of(table, rows)).whenComplete((columns, failure) -> SwingUtilities
			.invokeLater(() -> {
				if (failure == null) take(table, columns);
				else window.tell(sentence(failure));
			}));
	}

	private void take(String table, Map<String, List<String>> columns) {
		Set<String> before = exploration.faces().columns().keySet();
		exploration.addColumns(columns);
		columns.keySet().stream().filter(heading -> !before.contains(heading)).forEach(column::addItem);
		window.tell("The points can be coloured by the columns of \"" + table + "\" now.");
	}

	private static String sentence(Throwable failure) {
		Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
		return cause instanceof HyojoException ? cause.getMessage() : "The table cannot be read (" + cause + ").";
	}
}
