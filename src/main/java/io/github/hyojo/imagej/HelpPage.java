package io.github.hyojo.imagej;

import java.io.IOException;

import ij.IJ;
import ij.plugin.BrowserLauncher;

/** The page that explains the commands. */
public final class HelpPage {

	/** Its address. */
	public static final String ADDRESS = "https://github.com/hyojo/hyojo#menu";

	private HelpPage() {}

	/** Opens it in a browser, or says where it is. */
	public static void open() {
		try {
			BrowserLauncher.openURL(ADDRESS);
		} catch (IOException e) {
			IJ.showMessage("Hyojo", "The help is at " + ADDRESS + ".");
		}
	}
}
