package io.github.hyojo.imagej;

import java.awt.HeadlessException;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

/**
 * The macro that waits for a command to finish, if there is one. Both ways to end it work from any thread: Fiji runs
 * commands on a SciJava thread while the macro's own thread waits.
 */
public final class RunningMacro {

	private RunningMacro() {}

	/** @return whether there is one */
	public static boolean isRunning() {
		return Interpreter.getInstance() != null || Macro.getOptions() != null;
	}

	/**
	 * Tells the user what went wrong and ends the macro: no line after the one that called the command is run.
	 *
	 * @param sentence what went wrong and what to do about it
	 */
	public static void fail(String sentence) {
		try {
			IJ.error("Hyojo", sentence);
		} catch (HeadlessException e) {
			// By then the interpreter has stopped; only its dialog could not be shown.
			IJ.log(sentence);
		} catch (RuntimeException e) {
			ignoreCanceled(e);
		}
	}

	/** Ends the macro without a word. */
	public static void cancel() {
		IJ.showStatus("Canceled.");
		Interpreter macro = Interpreter.getInstance();
		if (macro != null) {
			macro.abort((String) null);
			return;
		}
		try {
			Macro.abort();
		} catch (RuntimeException e) {
			ignoreCanceled(e);
		}
	}

	/** ImageJ has noted by then that the macro ends; the exception is for its own threads and would end up in a log. */
	private static void ignoreCanceled(RuntimeException e) {
		if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
	}
}
