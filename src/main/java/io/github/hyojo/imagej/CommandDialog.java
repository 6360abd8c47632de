package io.github.hyojo.imagej;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextField;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;
import org.scijava.widget.WidgetStyle;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import ij.plugin.frame.Recorder;
import io.github.hyojo.HyojoException;

/**
 * A command's inputs as an ImageJ dialog. It is read and recorded here rather than by {@link GenericDialog}, whose
 * keys are the first words of the labels and which records booleans as bare keys: a recorded line has to run in Fiji.
 */
final class CommandDialog {

	private static final int COLUMNS = 30;

	private final CommandInputs inputs;
	private final GenericDialog dialog;
	/** Null if the command has nothing to say. */
	private MultiLineLabel message;
	private String told = "";
	private final Map<ModuleItem<?>, Supplier<String>> answers = new LinkedHashMap<>();

	/** @param inputs the inputs to ask for */
	CommandDialog(CommandInputs inputs) {
		this.inputs = inputs;
		dialog = new GenericDialog(inputs.title());
		inputs.visible().forEach(this::add);
		dialog.addHelp(HelpPage.ADDRESS);
		if (inputs.message().isEmpty()) return;
		// broken into lines, so that ImageJ takes a label that can have several
		dialog.addMessage(inputs.message() + "\n ");
		message = (MultiLineLabel) dialog.getMessage();
		tell(inputs.message());
		dialog.addDialogListener((changed, event) -> refresh());
		// the images that are offered were not given yet
		refresh();
	}

	/** Says what comes of the inputs as they are. */
	private boolean refresh() {
		try {
			answers.forEach((item, answer) -> inputs.set(item, answer.get()));
			inputs.changed();
			tell(inputs.message());
		} catch (HyojoException e) {
			tell(e.getMessage());
		}
		return true;
	}

	private void tell(String text) {
		if (text.equals(told)) return;
		told = text;
		message.setText(text + "\n ");
		// the label only draws it
		message.getAccessibleContext().setAccessibleName(text);
		dialog.pack();
	}

	/**
	 * Shows the dialog, sets the inputs and records them.
	 *
	 * @return false if the user canceled
	 */
	boolean ask() {
		dialog.showDialog();
		if (!dialog.wasOKed()) return false;
		answers.forEach((item, answer) -> {
			inputs.set(item, answer.get());
			if (IJ.recording()) record(item, answer.get());
		});
		return true;
	}

	private static void record(ModuleItem<?> item, String text) {
		String key = item.getName().toLowerCase(Locale.ROOT);
		if (text.isBlank()) return;
		if (item.getType() == File.class) Recorder.recordPath(key, text);
		else Recorder.recordOption(key, text);
	}

	private void add(ModuleItem<?> item) {
		String label = label(item);
		Object value = inputs.value(item);
		String text = value == null ? "" : value.toString();
		if (item.getType() == ImagePlus.class) {
			addChoice(item, label, List.of(WindowManager.getImageTitles()),
				value instanceof ImagePlus image ? image.getTitle() : "");
		} else if (!CommandInputs.choices(item).isEmpty()) {
			addChoice(item, label, CommandInputs.choices(item), text);
		} else if (Types.isBoolean(item.getType())) {
			dialog.addCheckbox(label, Boolean.parseBoolean(text));
			Checkbox box = (Checkbox) dialog.getCheckboxes().lastElement();
			answers.put(item, () -> String.valueOf(box.getState()));
		} else {
			if (item.getType() != File.class) dialog.addStringField(label, text, Types.isNumber(item.getType()) ? COLUMNS / 3
				: COLUMNS);
			else if (WidgetStyle.isStyle(item, FileWidget.DIRECTORY_STYLE) || WidgetStyle.isStyle(item,
				FileWidget.FILE_AND_DIRECTORY_STYLE))
				dialog.addDirectoryField(label, text, COLUMNS);
			else dialog.addFileField(label, text, COLUMNS);
			TextField field = (TextField) dialog.getStringFields().lastElement();
			answers.put(item, field::getText);
		}
	}

	private void addChoice(ModuleItem<?> item, String label, List<String> choices, String chosen) {
		dialog.addChoice(label, choices.toArray(String[]::new), chosen);
		Choice choice = (Choice) dialog.getChoices().lastElement();
		answers.put(item, () -> choice.getSelectedItem() == null ? "" : choice.getSelectedItem());
	}

	private static String label(ModuleItem<?> item) {
		String label = item.getLabel();
		return label == null || label.isEmpty() ? item.getName() : label;
	}
}
