package io.github.hyojo.command;

import org.scijava.command.CommandModule;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import org.scijava.widget.InputHarvester;

import io.github.hyojo.imagej.RememberedInputs;

/** In Fiji, keeps what was given in a dialog, just after it; a dialog that was canceled ends the chain before. */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY - 1)
public final class RememberInputs extends AbstractPreprocessorPlugin {

	@Parameter
	private PrefService preferences;

	@Override
	public void process(Module module) {
		if (RecallInputs.isForPerson(module)) new RememberedInputs((CommandModule) module, preferences).remember();
	}
}
