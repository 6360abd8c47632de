package io.github.hyojo.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.data.FaceImporter;
import io.github.hyojo.data.ImportSettings;
import io.github.hyojo.imagej.DatasetImage;

/** Makes a face dataset of a folder of images, and opens it. */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Import Face Dataset...")
public final class ImportFaceDataset extends HyojoCommand {

	@Parameter(label = "Folder of images", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false,
		description = "Subjects' folders, or a folder laid out as CK+.")
	private File source;

	@Parameter(label = "New dataset folder", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false,
		description = "A new or empty folder for faces.tif, faces.csv and dataset.json.")
	private File output;

	@Parameter(label = "Layout", required = false, persist = false,
		description = "auto recognises it; otherwise CK+ or folders.")
	private String layout = ImportSettings.DEFAULT.layout();

	@Parameter(label = "Face size (pixels)", choices = { "64", "128" }, required = false, persist = false,
		description = "Width and height of the faces; the model is made for it.")
	private String size = "64";

	@Parameter(label = "Crop (left top right bottom, 0-1)", required = false, persist = false,
		description = "Part of each image, as fractions of its width and height, such as 0.18 0.28 0.82 0.92. "
			+ "Brows to chin works best. Empty: the whole image.")
	private String crop = "";

	@Parameter(label = "Frames per sequence (0 = all)", min = "0", required = false, persist = false,
		description = "How many frames to take of each sequence, at equal steps.")
	private int frames = ImportSettings.DEFAULT.framesPerSequence();

	@Parameter(label = "Test subjects (names)", required = false, persist = false,
		description = "Subjects that are never trained on, with commas between them.")
	private String testsubjects = "";

	@Parameter(label = "Test subjects (number, drawn)", min = "0", required = false, persist = false,
		description = "Or how many of them to draw.")
	private int testcount = ImportSettings.DEFAULT.testCount();

	@Parameter(label = "Seed", required = false, persist = false, description = "Decides which subjects are drawn.")
	private long seed = ImportSettings.DEFAULT.seed();

	@Parameter(label = "Open the faces", required = false, persist = false)
	private boolean open = true;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus faces;

	@Override
	protected void execute(Progress progress) {
		Path from = require(source, "source").toPath();
		Path to = require(output, "output").toPath();
		ImportSettings settings = ImportSettings.DEFAULT.withLayout(layout).withSize(Integer.parseInt(size)).withCrop(Crop
			.parse(crop)).withFramesPerSequence(frames);
		List<String> named = Arrays.stream(testsubjects.split(",")).map(String::strip).filter(name -> !name.isEmpty())
			.toList();
		if (!named.isEmpty()) settings = settings.withTestSubjects(named);
		if (testcount > 0) settings = settings.withTestCount(testcount, seed);
		FaceDatasetFolder.checkWritable(to);
		FaceDataset dataset = FaceImporter.importFaces(from, settings, progress);
		FaceDatasetFolder.write(dataset, to, progress);
		if (open) faces = DatasetImage.of(dataset, to.getFileName().toString());
	}
}
