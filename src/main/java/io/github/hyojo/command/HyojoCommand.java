package io.github.hyojo.command;

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.scijava.Cancelable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;
import org.scijava.util.ClassUtils;
import org.scijava.widget.Button;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.text.TextWindow;
import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.engine.ComputeDevice;
import io.github.hyojo.engine.EngineReport;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.imagej.FijiProgress;
import io.github.hyojo.imagej.HelpPage;
import io.github.hyojo.imagej.LogProgress;
import io.github.hyojo.imagej.RunningMacro;

/**
 * What all commands share: progress, the one way to fail, and showing the outputs. A subclass declares its inputs as
 * single lower-case words with {@code required = false, persist = false}, so that a macro's command never silently
 * does not run or takes a value from last time; what it cannot do without it gets through {@link #require}. Outputs
 * are fields of type {@link ImagePlus} or {@link ResultsTable}; a table whose field has a label has a window of that
 * name, one without is ImageJ's Results.
 */
public abstract class HyojoCommand implements Command, Cancelable {

	private static final Dimension TABLE = new Dimension(760, 320);

	@Parameter
	private TaskService tasks;

	@Parameter
	private LogService log;

	@Parameter(label = "Help", callback = "help", required = false, persist = false,
		description = "Opens the page that explains the commands.")
	private Button help;

	@Parameter
	private PrefService preferences;

	/** Whether somebody else wants the command to end. */
	private volatile boolean unwanted;
	private boolean ended;
	private String failure;

	/**
	 * Does the work and assigns the outputs.
	 *
	 * @param progress where to report to; knows whether the user wants the work to stop
	 * @throws HyojoException if the user made a mistake; its sentence is shown
	 * @throws CancellationException if the user canceled
	 * @throws IOException if a file cannot be read or written
	 */
	protected abstract void execute(Progress progress) throws IOException;

	/** Does the work and shows the outputs; if that fails, says why in one sentence and ends the calling macro. */
	@Override
	public final void run() {
		try {
			executeWithProgress();
			showOutputs();
		} catch (CancellationException e) {
			ended = true;
			RunningMacro.cancel();
		} catch (HyojoException e) {
			fail(e.getMessage());
		} catch (UncheckedIOException e) {
			fail(sentence(e.getCause()));
		} catch (IOException e) {
			fail(sentence(e));
		} catch (OutOfMemoryError e) {
			fail("There is not enough memory: give ImageJ more in Edit > Options > Memory & Threads, or use fewer or " +
				"smaller images.");
		} catch (RuntimeException | Error e) {
			log.error(e);
			fail("Hyojo failed in a way it should not (" + e + "); the log has the details.");
		}
	}

	/** What the button does. */
	protected void help() {
		HelpPage.open();
	}

	/** @return the sentence with which the command failed, if it did */
	public Optional<String> failure() {
		return Optional.ofNullable(failure);
	}

	@Override
	public boolean isCanceled() {
		return ended;
	}

	/** Ends the command, which may be at work in another thread: so that scripts can. */
	@Override
	public void cancel(String reason) {
		unwanted = true;
		ended = true;
	}

	/** @return null: a failure has been shown already, and SciJava would show the reason a second time */
	@Override
	public String getCancelReason() {
		return null;
	}

	/**
	 * @param value an input
	 * @param key the input's name
	 * @param <T> the input's type
	 * @return the input
	 * @throws HyojoException if it is missing
	 */
	protected static <T> T require(T value, String key) {
		if (value == null || value.toString().isBlank())
			throw new HyojoException("The input \"" + key + "\" is missing: a macro gives it as " + key + "=[...].");
		return value;
	}

	/**
	 * How to use the machine: what <i>Expression Engine...</i> says, with the device of this command. Asks before anything
	 * is downloaded, where there is somebody to ask.
	 *
	 * @param device auto, CPU or GPU; auto leaves it as it is
	 * @return the settings
	 * @throws HyojoException if nothing is to be downloaded
	 */
	protected EngineSettings engine(String device) {
		EngineSettings settings = settings(device);
		boolean somebody = !GraphicsEnvironment.isHeadless() && !IJ.isMacro();
		if (somebody && EngineReport.needsDownload(settings) && !IJ.showMessageWithCancel("Hyojo",
			"TensorFlow's native library is not on this machine.\nDownload it now, once, from\n" + EngineReport.source()
				+ "\n(about 150 MB)? Expression Engine... takes a local file instead."))
		{
			throw new HyojoException("Nothing was downloaded, and nothing works without TensorFlow: run the command again to "
				+ "download it, or choose a file that is here in Expression Engine....");
		}
		return settings;
	}

	/**
	 * @param device auto, CPU or GPU; auto leaves it as it is
	 * @return what <i>Expression Engine...</i> says, with the device of this command
	 */
	EngineSettings settings(String device) {
		return EnginePreferences.read(preferences).withDevice(ComputeDevice.valueOf(device.toUpperCase(Locale.ROOT)));
	}

	/** @return what is kept from one session to the next */
	protected PrefService preferences() {
		return preferences;
	}

	/** @return the log, for notes to the user that stop nothing */
	protected LogService log() {
		return log;
	}

	private void executeWithProgress() throws IOException {
		if (GraphicsEnvironment.isHeadless()) {
			execute(new LogProgress(log::info).canceledBy(() -> unwanted));
			return;
		}
		try (FijiProgress progress = new FijiProgress(tasks.createTask(getClass().getSimpleName()))) {
			execute(progress.canceledBy(() -> unwanted));
		}
	}

	private void fail(String sentence) {
		ended = true;
		failure = sentence;
		RunningMacro.fail(sentence);
	}

	/** Fiji displays an output, but a macro sees only what was shown; showing does not display it twice. */
	private void showOutputs() {
		for (Field field : ClassUtils.getAnnotatedFields(getClass(), Parameter.class)) {
			if (field.getAnnotation(Parameter.class).type() != ItemIO.OUTPUT) continue;
			Object output = ClassUtils.getValue(field, this);
			if (output instanceof ImagePlus image) image.show();
			if (output instanceof ResultsTable table) show(table, field.getAnnotation(Parameter.class).label());
		}
	}

	/**
	 * Macro functions find ImageJ's Results with and without a display. A table of another name is not shown without one,
	 * nor found then.
	 */
	private static void show(ResultsTable table, String label) {
		if (!label.isEmpty()) {
			boolean open = WindowManager.getFrame(label) != null;
			table.show(label);
			// ImageJ's own size shows the first column
			if (!open && WindowManager.getFrame(label) instanceof TextWindow window) window.setSize(TABLE);
			return;
		}
		if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(table);
		table.show("Results");
	}

	private static String sentence(IOException e) {
		if (e instanceof NoSuchFileException missing) return "There is no " + missing.getFile() + ".";
		if (e instanceof AccessDeniedException denied) return "There is no permission to use " + denied.getFile() + ".";
		if (e instanceof FileSystemException file && file.getReason() != null)
			return file.getFile() + " cannot be used: " + file.getReason() + ".";
		return "A file cannot be read or written: " + e.getMessage() + ".";
	}
}
