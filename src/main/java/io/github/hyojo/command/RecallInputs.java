package io.github.hyojo.command;

import java.awt.GraphicsEnvironment;

import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import org.scijava.widget.InputHarvester;

import ij.IJ;
import io.github.hyojo.imagej.RememberedInputs;

/** In Fiji, offers what was given last time, just before a dialog asks. */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 1)
public final class RecallInputs extends AbstractPreprocessorPlugin {

	@Parameter
	private PrefService preferences;

	@Override
	public void process(Module module) {
		if (isForPerson(module)) new RememberedInputs((CommandModule) module, preferences).recall();
	}

	/** @return whether this is a command of ours that a dialog asks a person about, rather than a macro's */
	static boolean isForPerson(Module module) {
		return !GraphicsEnvironment.isHeadless() && !IJ.isMacro() && module instanceof CommandModule && module
			.getDelegateObject() instanceof HyojoCommand;
	}
}
