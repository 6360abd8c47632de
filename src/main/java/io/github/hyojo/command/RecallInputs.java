package io.github.hyojo.command;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;

import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import org.scijava.service.Service;
import org.scijava.widget.Button;
import org.scijava.widget.InputHarvester;

import ij.IJ;
import io.github.hyojo.imagej.RememberedInputs;

/** In Fiji, offers what was given last time, just before a dialog asks, and spares a dialog that would ask nothing. */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 1)
public final class RecallInputs extends AbstractPreprocessorPlugin {

	@Parameter
	private PrefService preferences;

	@Override
	public void process(Module module) {
		spareEmptyDialog(module);
		if (isForPerson(module)) new RememberedInputs((CommandModule) module, preferences).recall();
	}

	/** Where nothing is left to be asked but whether help is wanted, a dialog would be a nuisance, and stop macros. */
	private static void spareEmptyDialog(Module module) {
		if (!(module.getDelegateObject() instanceof HyojoCommand)) return;
		List<ModuleItem<?>> open = new ArrayList<>();
		for (ModuleItem<?> item : module.getInfo().inputs()) {
			if (!module.isInputResolved(item.getName()) && !Service.class.isAssignableFrom(item.getType())) open.add(item);
		}
		if (open.stream().allMatch(item -> item.getType() == Button.class)) open.forEach(item -> module.resolveInput(item
			.getName()));
	}

	/** @return whether this is a command of ours that a dialog asks a person about, rather than a macro's */
	static boolean isForPerson(Module module) {
		return !GraphicsEnvironment.isHeadless() && !IJ.isMacro() && module instanceof CommandModule && module
			.getDelegateObject() instanceof HyojoCommand;
	}
}
