package io.github.hyojo.gate;

import java.awt.HeadlessException;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * The entries in the menu of plain ImageJ, and in that of a Fiji whose Java is too old for the SciJava commands of the
 * same labels: runs a command if this Java can, or tells that it cannot.
 */
public final class MenuEntry implements PlugIn {

	/** What runs commands. */
	private static final String RUNNER = "io.github.hyojo.imagej.CommandPlugIn";

	/** @param className the command's class */
	@Override
	public void run(String className) {
		if (OldJava.isRunning()) {
			tell(OldJava.SENTENCE);
			return;
		}
		try {
			((PlugIn) Class.forName(RUNNER).getDeclaredConstructor().newInstance()).run(className);
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e); // the same jar has it
		}
	}

	/** In a macro, ends it. */
	private static void tell(String sentence) {
		try {
			IJ.error("Hyojo", sentence);
		}
		catch (HeadlessException e) {
			IJ.log(sentence);
		}
	}
}
