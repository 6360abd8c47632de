package io.github.hyojo.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.data.HeldOut;
import io.github.hyojo.data.ImportSettings;
import io.github.hyojo.data.Taking;
import io.github.hyojo.data.Taking.Take;
import io.github.hyojo.face.Alignment;
import io.github.hyojo.face.Framing;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.imagej.DatasetImage;
import io.github.hyojo.imagej.ImportTables;
import io.github.hyojo.imagej.PlanDialog;
import io.github.hyojo.importing.Exclusion;
import io.github.hyojo.importing.FaceImporter;
import io.github.hyojo.importing.ImportPlan;
import io.github.hyojo.importing.ImportReport;
import io.github.hyojo.importing.PlanAhead;
import io.github.hyojo.importing.Source;

/** Makes a face dataset of folders of images and films, and opens it. */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Import Face Dataset...")
public final class ImportFaceDataset extends ForecastCommand {

	private static final String HEAD = "head";

	@Parameter(label = "Source (folder or CSV table)", callback = "forecast",
		style = FileWidget.FILE_AND_DIRECTORY_STYLE, required = false,
		persist = false, description = "A dataset's folder as its owners hand it out, subjects' folders, or a table.")
	private File source;

	@Parameter(label = "More sources", callback = "forecast", required = false, persist = false,
		description = "Further folders or tables that go into the same dataset, with | between them.")
	private String more = "";

	@Parameter(label = "New dataset folder", callback = "forecast", style = FileWidget.DIRECTORY_STYLE,
		required = false, persist = false,
		description = "A new or empty folder for faces.tif, faces.csv, dataset.json and import.csv.")
	private File output;

	@Parameter(label = "Layout", callback = "forecast", required = false, persist = false,
		description = "auto recognises it; otherwise CK+, MUG, RAVDESS, folders or CSV. One for all sources, or one for each "
			+ "with | between them.")
	private String layout = ImportSettings.DEFAULT.layout();

	@Parameter(label = "Take frames for", callback = "forecast", choices = { "training", "recognition" },
		required = false, persist = false,
		description = "training: frames at equal steps. recognition: those in which the labelled expression shows.")
	private String take = "training";

	@Parameter(label = "Frames per sequence (0 = all)", callback = "forecast", min = "0", required = false, persist = false,
		description = "How many frames to take of each sequence, at equal steps.")
	private int frames = Taking.ALL.perSequence();

	@Parameter(label = "Frames per subject (0 = all)", callback = "forecast", min = "0", required = false, persist = false,
		description = "Or how many to take of each subject, at equal steps through all its sequences.")
	private int persubject = Taking.ALL.perSubject();

	@Parameter(label = "Middle part (0-1)", callback = "forecast", required = false, persist = false,
		description = "For recognition: how much of a MUG or RAVDESS take its middle is.")
	private double middle = Taking.ALL.middle();

	@Parameter(label = "Alignment", callback = "forecast", choices = { "detect", "landmarks", "off" },
		required = false, persist = false,
		description = "detect: faces are found. landmarks: those that the dataset brings. off: the same part of each picture.")
	private String alignment = "detect";

	@Parameter(label = "Framing", callback = "forecast", choices = { "tight", HEAD }, required = false, persist = false,
		description = "tight: brows to chin, which works best. head: with hair and ears.")
	private String framing = "tight";

	@Parameter(label = "Eyes' height (0 = as framing)", callback = "forecast", required = false, persist = false,
		description = "How far the eyes are from the upper edge, 0 to 1 of the face's picture.")
	private double eyeheight;

	@Parameter(label = "Eyes' distance (0 = as framing)", callback = "forecast", required = false, persist = false,
		description = "How far the eyes are apart, 0.05 to 1 of the face's picture. Less shows more of the head.")
	private double eyedistance;

	@Parameter(label = "Crop (left top right bottom, 0-1)", callback = "forecast", required = false, persist = false,
		description = "For alignment off: part of each picture, as fractions of its width and height, such as "
			+ "0.18 0.28 0.82 0.92. Empty: the whole picture.")
	private String crop = "";

	@Parameter(label = "Steady the faces", callback = "forecast", required = false, persist = false,
		description = "Turns and moves all faces of a subject onto their mean, by fractions of a pixel, so that movements of "
			+ "the head are not taken for expressions.")
	private boolean steady = ImportSettings.DEFAULT.steady();

	@Parameter(label = "Face size (pixels)", callback = "forecast", choices = { "64", "128" }, required = false,
		persist = false,
		description = "Width and height of the faces; the model is made for it.")
	private String size = "64";

	@Parameter(label = "Exclude (list of files)", callback = "forecast", style = FileWidget.OPEN_STYLE,
		required = false, persist = false,
		description = "Text with one file per line, or a table with a column file, named as in faces.csv.")
	private File exclude;

	@Parameter(label = "Test subjects (names)", callback = "forecast", required = false, persist = false,
		description = "Subjects that are never trained on, with commas between them.")
	private String testsubjects = "";

	@Parameter(label = "Test subjects (number, drawn)", callback = "forecast", min = "0", required = false, persist = false,
		description = "Or how many of them to draw of each source.")
	private int testcount = HeldOut.NONE.count();

	@Parameter(label = "Seed", required = false, persist = false, description = "Decides which subjects are drawn.")
	private long seed = HeldOut.NONE.seed();

	@Parameter(label = "Make a review stack", callback = "forecast", required = false, persist = false,
		description = "Pictures with the part that was cut out beside the faces, to look over: review.tif.")
	private boolean review;

	@Parameter(label = "Plan only", callback = "forecast", required = false, persist = false,
		description = "Shows what would be imported as a table, and imports nothing.")
	private boolean planonly;

	@Parameter(label = "Ask before importing", required = false, persist = false,
		description = "Shows what was recognised first. A macro is never asked.")
	private boolean confirm = true;

	@Parameter(label = "Open the faces", required = false, persist = false)
	private boolean open = true;

	private final PlanAhead ahead = new PlanAhead();

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus faces;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus reviewed;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable report;

	@Parameter(type = ItemIO.OUTPUT, label = "Frames Not Imported")
	private ResultsTable failed;

	@Override
	List<String> foresee() {
		List<String> lines = new ArrayList<>();
		if (!given(source)) lines.add("Choose a source to see what is in it.");
		else lines.add(ahead.of(roots(), layout, settings(), excluded()).map(this::work).orElse(
			"It takes a while to look through the sources. What is recognised is shown before the import begins."));
		if (given(output) && !planonly) there(output.toPath()).ifPresent(lines::add);
		return lines;
	}

	private String work(ImportPlan plan) {
		return plan.size() + (planonly ? ", of which nothing is imported." : pace().text(plan.frames()));
	}

	private static Optional<String> there(Path folder) {
		if (Files.exists(FaceImporter.scratch(folder))) {
			return Optional.of("An import to this folder was stopped: with the same settings it goes on.");
		}
		String[] content = folder.toFile().list();
		return content == null || content.length == 0 ? Optional.empty() : Optional.of(
			"The dataset folder already holds something: choose a new or empty one.");
	}

	/** How fast such imports are; the device of the networks does not matter. */
	private Pace pace() {
		return new Pace(preferences(), "import." + alignment + "." + steady + "." + size);
	}

	private List<Path> roots() {
		List<Path> roots = new ArrayList<>(List.of(require(source, "source").toPath()));
		Source.split(more).forEach(root -> roots.add(Path.of(root)));
		return roots;
	}

	private Set<String> excluded() {
		return given(exclude) ? Exclusion.read(exclude.toPath()) : Set.of();
	}

	@Override
	protected void execute(Progress progress) {
		ahead.stop();
		List<Path> roots = roots();
		ImportSettings settings = settings();
		Path to = planonly ? null : require(output, "output").toPath();
		if (to != null) NewFolder.checkWritable(to);
		ImportPlan plan = ImportPlan.of(Source.of(roots, layout), settings, excluded(), progress);
		log().info(plan.text());
		if (planonly) report = ImportTables.sequences(plan.report());
		else if (!confirm || PlanDialog.confirm(plan.text())) importFaces(plan, to, progress);
		else cancel(null);
	}

	private void importFaces(ImportPlan plan, Path to, Progress progress) {
		Path scratch = FaceImporter.scratch(to);
		boolean begun = Files.exists(scratch);
		if (begun) IJ.log("Going on with the import that was stopped and is kept in " + scratch + ".");
		long start = System.nanoTime();
		ImportReport result;
		try {
			result = FaceImporter.importFaces(plan, to, review, progress);
		} catch (CancellationException e) {
			IJ.log("The import was stopped. What is done is kept in " + scratch + ": run the same import again to go on, or " +
				"delete that folder.");
			throw e;
		}
		if (!begun) pace().remember(plan.frames(), (System.nanoTime() - start) / 1e9);
		report = ImportTables.sequences(result);
		if (!result.failures().isEmpty()) {
			failed = ImportTables.failures(result);
			IJ.log(result.failures().size() + " of " + plan.frames() + " frames gave no face: see failed.csv in " + to);
		}
		if (review) reviewed = IJ.openVirtual(to.resolve("review.tif").toString());
		if (open) faces = DatasetImage.of(FaceDatasetFolder.read(to, progress), to.getFileName().toString());
	}

	private ImportSettings settings() {
		Framing base = framing.equals(HEAD) ? Framing.HEAD : Framing.TIGHT;
		Framing eyes = new Framing(eyeheight == 0 ? base.eyeHeight() : eyeheight, eyedistance == 0 ? base.eyeDistance()
			: eyedistance);
		FaceCut cut = new FaceCut(Integer.parseInt(size), Alignment.valueOf(alignment.toUpperCase(Locale.ROOT)), eyes, Crop
			.parse(crop));
		Taking taking = new Taking(Take.valueOf(take.toUpperCase(Locale.ROOT)), frames, persubject, middle);
		List<String> named = Arrays.stream(testsubjects.split(",")).map(String::strip).filter(name -> !name.isEmpty())
			.toList();
		return new ImportSettings(layout, cut, steady, taking, new HeldOut(named, testcount, seed));
	}
}
