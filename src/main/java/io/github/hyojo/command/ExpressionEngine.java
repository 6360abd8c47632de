package io.github.hyojo.command;

import java.io.File;
import java.util.Locale;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.measure.ResultsTable;
import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.engine.ComputeDevice;
import io.github.hyojo.engine.EngineReport;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.Precision;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.imagej.RememberedInputs;

/**
 * Shows and sets how TensorFlow uses the machine, for all commands. What a macro leaves out stays as it is: this command
 * is about what is kept.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Expression Engine...", attrs = @Attr(
	name = RememberedInputs.ATTRIBUTE, value = "false"))
public final class ExpressionEngine extends HyojoCommand {

	private static final double MEGABYTE = 1e6;
	/** Takes the choice of a library back. */
	private static final String AUTO = "auto";

	@Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false, initializer = "recall")
	private String state = "";

	@Parameter(label = "Device", choices = { "auto", "CPU", "GPU" }, required = false, persist = false,
		description = "auto takes a GPU if TensorFlow can use one; a command's own choice goes before this one.")
	private String device;

	@Parameter(label = "Processor threads (0 = one per core)", min = "0", required = false, persist = false,
		description = "Once TensorFlow runs, another number holds from the next start of ImageJ on.")
	private Integer threads;

	@Parameter(label = "Take a GPU's memory only as needed", required = false, persist = false,
		description = "Once TensorFlow runs, another choice holds from the next start of ImageJ on.")
	private Boolean growth;

	@Parameter(label = "Training steps per call (0 = 8 on a GPU, 1 on the CPU)", min = "0", max = "64", required = false,
		persist = false, description = "Where there is more than one, all training faces stay on the device.")
	private Integer steps;

	@Parameter(label = "Precision on the CPU", choices = { "float32", "bfloat16" }, required = false, persist = false,
		description = "bfloat16 encodes faster on processors that have it, and changes features in the third digit.")
	private String precision;

	@Parameter(label = "TensorFlow library (empty = find or download)", style = FileWidget.OPEN_STYLE, required = false,
		persist = false, description = "A jar tensorflow-core-native for this platform, for machines without a network, or a "
			+ "folder that holds the library.")
	private File library;

	@Parameter(label = "Start TensorFlow now (downloads it, if it is not here)", required = false, persist = false,
		description = "Only a TensorFlow that runs can tell whether it can use a GPU.")
	private boolean start = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Expression Engine")
	private ResultsTable engine;

	/** Fills in what is kept where nothing is given; called by SciJava, too. */
	private void recall() {
		EngineSettings settings = EnginePreferences.read(preferences());
		if (device == null) device = name(settings.device());
		if (threads == null) threads = settings.threads();
		if (growth == null) growth = settings.growth();
		if (precision == null) precision = settings.precision().name().toLowerCase(Locale.ROOT);
		if (steps == null) steps = settings.stepsPerCall();
		if (library == null && !settings.library().isEmpty()) library = new File(settings.library());
		EngineReport report = EngineReport.now();
		state = "<html>TensorFlow: " + phase(report) + "; " + cache(report) + ".<br>A process loads one library: a new choice of "
			+ "it holds from the next start of ImageJ on, once TensorFlow runs.</html>";
	}

	@Override
	protected void execute(Progress progress) {
		recall(); // for those who run the command without initializing it
		EngineSettings settings = settings();
		EnginePreferences.write(preferences(), settings);
		if (start) {
			try {
				TensorFlowEngine.start(engine(AUTO), progress).usesGpu(settings.device());
			}
			catch (HyojoException e) {
				log().info("TensorFlow: " + phase(EngineReport.now()));
				throw e;
			}
		}
		show(EngineReport.now(), settings);
	}

	private EngineSettings settings() {
		String file = library == null || library.getName().equals(AUTO) ? "" : library.getPath();
		if (!file.isBlank() && !library.exists()) {
			throw new HyojoException("There is no TensorFlow library " + library
				+ ": choose a jar or folder, or leave it empty (in a macro library=auto).");
		}
		return new EngineSettings(ComputeDevice.valueOf(device.toUpperCase(Locale.ROOT)), threads, growth, file.isBlank() ? ""
			: library.getAbsolutePath(), steps, Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
	}

	private static String name(ComputeDevice device) {
		return device == ComputeDevice.AUTO ? AUTO : device.name();
	}

	private void show(EngineReport report, EngineSettings settings) {
		engine = new ResultsTable();
		add("State", phase(report));
		add("TensorFlow", report.version());
		add("Library", report.library());
		add("TensorFlow can use a GPU", report.version().isEmpty() ? "" : report.gpu() ? "yes" : "no");
		add("Device", name(settings.device()));
		add("Processor threads", settings.threads() == 0 ? "one per core (" + Runtime.getRuntime().availableProcessors() + ")"
			: settings.threads());
		add("GPU memory", settings.growth() ? "as needed" : "nearly all at once");
		add("Precision on the CPU", settings.precision().name().toLowerCase(Locale.ROOT));
		add("Training steps per call", settings.stepsPerCall() == 0 ? "8 on a GPU, 1 on the CPU" : settings.stepsPerCall());
		add("Cache", cache(report));
		add("Downloads from", EngineReport.source());
	}

	private void add(String property, Object value) {
		engine.addRow();
		engine.addValue("Property", property);
		engine.addValue("Value", String.valueOf(value));
		log().info(property + ": " + value);
	}

	private static String phase(EngineReport report) {
		String phase = switch (report.state().phase()) {
			case NOT_LOADED -> "not loaded yet";
			case LOADING -> "being loaded";
			case READY -> "ready";
			case FAILED -> "failed";
		};
		return report.state().reason().isEmpty() ? phase : phase + ": " + report.state().reason();
	}

	private static String cache(EngineReport report) {
		return String.format(Locale.ROOT, "%s, %.0f MB", report.cache(), report.cacheBytes() / MEGABYTE);
	}
}
