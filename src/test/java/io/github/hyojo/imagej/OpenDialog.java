package io.github.hyojo.imagej;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Label;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;

import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;

/** A dialog of plain ImageJ that is open, for tests and pictures to answer. */
public record OpenDialog(GenericDialog dialog) {

	/** @return the one that is shown; null if there is none */
	public static OpenDialog shown() {
		for (Window window : Window.getWindows()) {
			if (window instanceof GenericDialog dialog && dialog.isShowing()) return new OpenDialog(dialog);
		}
		return null;
	}

	/** @param label its beginning */
	public void text(String label, Object value) {
		TextField field = field(label, TextField.class);
		field.setText(value.toString());
	}

	public void choice(String label, String item) {
		field(label, Choice.class).select(item);
	}

	public void checkbox(String label, boolean on) {
		for (Object box : dialog.getCheckboxes())
			if (((Checkbox) box).getLabel().startsWith(label)) ((Checkbox) box).setState(on);
	}

	/** @return what it says comes of the inputs */
	public String message() {
		for (Component component : dialog.getComponents()) {
			if (component instanceof MultiLineLabel label) return String.valueOf(label.getAccessibleContext()
				.getAccessibleName());
		}
		return "";
	}

	public void ok() {
		press(0);
	}

	public void cancel() {
		press(1);
	}

	private void press(int number) {
		Button button = dialog.getButtons()[number];
		button.dispatchEvent(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, button.getLabel()));
	}

	/** What stands behind a label, perhaps in a panel with a button. */
	private <T> T field(String label, Class<T> type) {
		Component[] components = dialog.getComponents();
		for (int i = 0; i + 1 < components.length; i++) {
			if (!(components[i] instanceof Label text) || !text.getText().startsWith(label)) continue;
			Component next = components[i + 1];
			return type.cast(next instanceof Container panel ? panel.getComponent(0) : next);
		}
		throw new AssertionError("There is no field " + label);
	}
}
