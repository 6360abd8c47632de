package io.github.hyojo.imagej;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.TextArea;

import ij.gui.GenericDialog;

/** Shows what an import is going to do, before it does. */
public final class PlanDialog {

	private static final int ROWS = 16, COLUMNS = 90;

	private PlanDialog() {}

	/**
	 * Asks whether to go on; neither without a display nor while a macro runs, as nobody would answer.
	 *
	 * @param plan the plan in words
	 * @return false if the user does not want it
	 */
	public static boolean confirm(String plan) {
		if (GraphicsEnvironment.isHeadless() || RunningMacro.isRunning()) return true;
		GenericDialog dialog = new GenericDialog("Import Face Dataset");
		dialog.addMessage("This was recognised:");
		dialog.addTextAreas(plan, null, ROWS, COLUMNS);
		TextArea text = dialog.getTextArea1();
		text.setEditable(false);
		text.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
		dialog.setOKLabel("Import");
		dialog.addHelp(HelpPage.ADDRESS);
		dialog.showDialog();
		return dialog.wasOKed();
	}
}
