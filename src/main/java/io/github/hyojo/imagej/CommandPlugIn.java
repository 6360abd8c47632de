package io.github.hyojo.imagej;

import java.awt.GraphicsEnvironment;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.log.LogService;
import org.scijava.module.ModuleException;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;

import ij.plugin.PlugIn;
import io.github.hyojo.HyojoException;

/**
 * Runs a SciJava command in plain ImageJ, where nobody else would: takes the inputs from the macro's options as Fiji
 * would, or from a dialog, and runs the command on the calling thread. In Fiji the commands themselves have the same
 * labels and win, so this class is not used there.
 */
public final class CommandPlugIn implements PlugIn {

	/** @param className the command's class; it may ask for {@link TaskService}, {@link LogService} and {@link PrefService}, no
	 *          others */
	@Override
	public void run(String className) {
		Thread thread = Thread.currentThread();
		ClassLoader loader = thread.getContextClassLoader();
		// ImageJ loads plugins by a loader of its own, in which SciJava has to look too.
		thread.setContextClassLoader(getClass().getClassLoader());
		try (Context context = new Context(TaskService.class, LogService.class, PrefService.class)) {
			CommandModule module = new CommandModule(new CommandInfo(commandClass(className)));
			context.inject(module);
			module.initialize();
			if (harvest(module)) module.run();
			else RunningMacro.cancel();
		} catch (HyojoException e) {
			RunningMacro.fail(e.getMessage());
		} catch (ClassNotFoundException | ModuleException | RuntimeException e) {
			RunningMacro.fail("The command " + className + " cannot be started (" + e + ").");
		} finally {
			thread.setContextClassLoader(loader);
		}
	}

	private Class<? extends Command> commandClass(String className) throws ClassNotFoundException {
		return Class.forName(className, true, getClass().getClassLoader()).asSubclass(Command.class);
	}

	/** @return false if the user canceled */
	private static boolean harvest(CommandModule module) {
		MacroOptions options = MacroOptions.current();
		CommandInputs inputs = new CommandInputs(module);
		inputs.set(options);
		if (options.isEmpty() && !GraphicsEnvironment.isHeadless() && !inputs.visible().isEmpty())
			return new CommandDialog(inputs).ask();
		return true;
	}
}
