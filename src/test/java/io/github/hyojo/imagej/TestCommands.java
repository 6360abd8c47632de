package io.github.hyojo.imagej;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.CancellationException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.command.HyojoCommand;

/** Small commands that stand in for the real ones. */
public final class TestCommands {

	private TestCommands() {}

	/** Writes its inputs into the title of its output image, where a macro can read them. */
	@Plugin(type = Command.class, label = "Echo Inputs")
	public static final class EchoInputs extends HyojoCommand {

		@Parameter(label = "Face images", required = false, persist = false)
		private ImagePlus image;

		@Parameter(label = "Dataset folder", style = "directory", required = false, persist = false)
		private File dataset;

		@Parameter(label = "Name of it", required = false, persist = false)
		private String name = "nobody";

		@Parameter(label = "Number of epochs", required = false, persist = false)
		private int epochs = 5;

		@Parameter(label = "Learning rate", required = false, persist = false)
		private double rate = 0.5;

		@Parameter(label = "Random seed", required = false, persist = false)
		private long seed = 1;

		@Parameter(label = "Use the GPU", required = false, persist = false)
		private boolean gpu;

		@Parameter(label = "Keep the log", required = false, persist = false)
		private boolean keep = true;

		@Parameter(label = "Method", choices = { "two stages", "iterated" }, required = false, persist = false)
		private String method = "two stages";

		@Parameter(type = ItemIO.OUTPUT)
		private ImagePlus echo;

		@Override
		protected void execute(Progress progress) {
			String title = image == null ? "none" : image.getTitle();
			echo = IJ.createImage(String.join("|", title, String.valueOf(dataset), name, "" + epochs, "" + rate,
				"" + seed, "" + gpu, "" + keep, method), "RGB black", 4, 4, 1);
		}
	}

	/** Makes an image and a table. */
	@Plugin(type = Command.class)
	public static final class MakeOutputs extends HyojoCommand {

		@Parameter(type = ItemIO.OUTPUT)
		private ImagePlus image;

		@Parameter(type = ItemIO.OUTPUT)
		private ResultsTable table;

		@Override
		protected void execute(Progress progress) {
			progress.report("Making outputs", 0, 2);
			image = IJ.createImage("the output", "RGB black", 7, 5, 3);
			table = new ResultsTable();
			for (int i = 0; i < 4; i++) {
				table.addRow();
				table.addValue("e1", i / 4.0);
			}
			progress.report("Making outputs", 2, 2);
		}
	}

	/** Fails in a chosen way. */
	@Plugin(type = Command.class)
	public static final class Fail extends HyojoCommand {

		@Parameter(required = false, persist = false)
		private String how = "";

		@Parameter(required = false, persist = false)
		private File dataset;

		@Override
		protected void execute(Progress progress) throws IOException {
			switch (how) {
				case "mistake" -> throw new HyojoException("The folder is empty.");
				case "cancel" -> throw new CancellationException();
				case "denied" -> throw new AccessDeniedException("/the/file");
				case "memory" -> throw new OutOfMemoryError();
				case "bug" -> throw new IllegalStateException("a bug");
				case "otherthread" -> failOnAnotherThread();
				default -> require(dataset, "dataset");
			}
		}

		/** As in Fiji, where commands run on a SciJava thread while the macro waits. */
		private static void failOnAnotherThread() {
			Thread thread = new Thread(() -> RunningMacro.fail("Failed elsewhere."), "SciJava-1");
			thread.start();
			try {
				thread.join();
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
