package io.github.hyojo.imagej;

import java.io.File;
import java.util.List;

import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;

import ij.ImagePlus;
import io.github.hyojo.HyojoException;

/**
 * What a person has given a command in its dialog, to be offered in the next one. It is for dialogs alone: in a macro or
 * a script what is left out has its default. SciJava's own memory does not make that difference, so it is not used.
 */
public final class RememberedInputs {

	/** A command with this attribute set to "false" keeps its inputs itself. */
	public static final String ATTRIBUTE = "remember";

	private static final String PREFIX = "dialog.";

	private final CommandModule module;
	private final PrefService preferences;
	private final List<ModuleItem<?>> items;

	/**
	 * @param module the command
	 * @param preferences where it is kept
	 */
	public RememberedInputs(CommandModule module, PrefService preferences) {
		this.module = module;
		this.preferences = preferences;
		boolean none = "false".equals(module.getInfo().get(ATTRIBUTE));
		// which images are open changes
		items = none ? List.of() : new CommandInputs(module).visible().stream().filter(item -> item
			.getType() != ImagePlus.class).toList();
	}

	/** Sets those inputs that nobody has given yet to what was given last time. */
	public void recall() {
		CommandInputs inputs = new CommandInputs(module);
		for (ModuleItem<?> item : items) {
			String text = preferences.get(owner(), PREFIX + item.getName(), null);
			if (text == null || module.isInputResolved(item.getName())) continue;
			try {
				inputs.set(item, text);
			} catch (HyojoException e) {
				// of an older version, which allowed it
				preferences.remove(owner(), PREFIX + item.getName());
			}
		}
		inputs.changed();
	}

	/** Keeps the inputs as they are. */
	public void remember() {
		for (ModuleItem<?> item : items) {
			Object value = module.getInput(item.getName());
			String text = value == null ? "" : value instanceof File file ? file.getPath() : value.toString();
			preferences.put(owner(), PREFIX + item.getName(), text);
		}
	}

	private Class<?> owner() {
		return module.getDelegateObject().getClass();
	}
}
