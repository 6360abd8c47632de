package io.github.hyojo.imagej;

import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandModule;
import org.scijava.module.MethodCallException;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.util.Types;
import org.scijava.widget.Button;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hyojo.HyojoException;

/** The inputs of one command, and how text becomes their values. */
final class CommandInputs {

	private final CommandModule module;

	/** @param module the command; its fields hold the defaults */
	CommandInputs(CommandModule module) {
		this.module = module;
	}

	/** @return the command's label, for a dialog's title */
	String title() {
		return module.getInfo().getTitle();
	}

	/** @return what a user can give, in the order of the command's fields; services, messages and buttons are not among
	 *         it */
	List<ModuleItem<?>> items() {
		List<ModuleItem<?>> items = new ArrayList<>();
		for (ModuleItem<?> item : module.getInfo().inputs())
			if (!Service.class.isAssignableFrom(item.getType()) && item.getType() != Context.class &&
				item.getType() != Button.class && item.getVisibility() != ItemVisibility.MESSAGE) items.add(item);
		return items;
	}

	/** @return what a dialog says, as it is now, in plain text; empty if it says nothing */
	String message() {
		List<String> messages = new ArrayList<>();
		for (ModuleItem<?> item : module.getInfo().inputs()) {
			if (item.getVisibility() != ItemVisibility.MESSAGE || value(item) == null) continue;
			messages.add(value(item).toString().replace("<br>", "\n").replaceAll("<[^>]*>", ""));
		}
		return String.join("\n", messages).strip();
	}

	/** Lets the command look at inputs that were changed, as its callbacks say. */
	void changed() {
		Set<String> called = new HashSet<>();
		for (ModuleItem<?> item : items()) {
			if (item.getCallback() == null || !called.add(item.getCallback())) continue;
			try {
				item.callback(module);
			} catch (MethodCallException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	/** @return what a dialog asks for */
	List<ModuleItem<?>> visible() {
		return items().stream().filter(item -> item.getVisibility() != ItemVisibility.INVISIBLE).toList();
	}

	/**
	 * @param item an input
	 * @return its value as it stands; may be null
	 */
	Object value(ModuleItem<?> item) {
		return module.getInput(item.getName());
	}

	/**
	 * @param item an input
	 * @return the texts among which its value has to be; none if there is no such limit
	 */
	static List<String> choices(ModuleItem<?> item) {
		List<String> choices = new ArrayList<>();
		if (item.getChoices() != null) item.getChoices().forEach(choice -> choices.add(choice.toString()));
		return choices;
	}

	/**
	 * Sets what the macro gives. An image that it does not name is the active one, if the command wants just one.
	 *
	 * @param options the macro's options
	 * @throws HyojoException if a value does not fit
	 */
	void set(MacroOptions options) {
		List<ModuleItem<?>> unnamed = new ArrayList<>();
		for (ModuleItem<?> item : items()) {
			Optional<String> text = options.get(item.getName());
			if (text.isPresent()) set(item, text.get());
			else if (item.getType() == ImagePlus.class) unnamed.add(item);
		}
		if (unnamed.size() == 1) module.setInput(unnamed.get(0).getName(), WindowManager.getCurrentImage());
	}

	/**
	 * @param item an input
	 * @param text its value as a macro writes it
	 * @throws HyojoException if the text does not fit the input
	 */
	void set(ModuleItem<?> item, String text) {
		module.setInput(item.getName(), convert(item, text));
	}

	private static Object convert(ModuleItem<?> item, String text) {
		Class<?> type = item.getType();
		if (type == ImagePlus.class) return text.isEmpty() ? null : image(text);
		if (type == File.class) return text.isBlank() ? null : new File(text);
		List<String> choices = choices(item);
		if (!choices.isEmpty() && !choices.contains(text))
			throw new HyojoException("The input \"" + item.getName() + "\" is one of " + String.join(", ", choices) +
				", not \"" + text + "\".");
		if (type == String.class) return text;
		if (Types.isBoolean(type)) return Boolean.valueOf(text);
		if (Types.isNumber(type)) return number(item, text);
		throw new HyojoException("The input \"" + item.getName() + "\" cannot be given in a macro.");
	}

	private static Number number(ModuleItem<?> item, String text) {
		try {
			double value = Double.parseDouble(text.strip());
			Class<?> type = Types.box(item.getType());
			if (type == Double.class) return value;
			if (type == Float.class) return (float) value;
			if (type == Long.class && value == Math.rint(value)) return Long.parseLong(text.strip());
			if (type == Integer.class) return Math.toIntExact(Long.parseLong(text.strip()));
		} catch (NumberFormatException | ArithmeticException e) {
			throw notANumber(item, text);
		}
		throw notANumber(item, text);
	}

	private static HyojoException notANumber(ModuleItem<?> item, String text) {
		boolean whole = Types.isInteger(item.getType()) || Types.isLong(item.getType());
		return new HyojoException("The input \"" + item.getName() + "\" is a " + (whole ? "whole " : "") +
			"number, not \"" + text + "\".");
	}

	private static ImagePlus image(String title) {
		ImagePlus image = WindowManager.getImage(title);
		if (image == null) throw new HyojoException("There is no open image titled \"" + title + "\".");
		return image;
	}
}
