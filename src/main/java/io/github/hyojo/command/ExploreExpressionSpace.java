package io.github.hyojo.command;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.exploration.ExploredFaces;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.ExpressionSpace;
import io.github.hyojo.exploration.Person;
import io.github.hyojo.imagej.FaceGrid;
import io.github.hyojo.imagej.FaceStack;
import io.github.hyojo.imagej.FacesToExplore;
import io.github.hyojo.imagej.MapPlot;
import io.github.hyojo.imagej.PositionTable;
import io.github.hyojo.imagej.SliceSelection;
import io.github.hyojo.imagej.TableColumns;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.op.Encode;
import io.github.hyojo.ui.explorer.ExplorerWindow;

import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * A map of the expressions of faces, on which one moves while a face follows: a window. Without a display, or if no
 * window is wanted: the map as a table and a plot, and a face all over the map.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Explore Expression Space...")
public final class ExploreExpressionSpace extends ImageCommand {

	private static final int MOST = 50;

	@Parameter(label = "Face dataset", callback = "forecast", style = FileWidget.DIRECTORY_STYLE, required = false,
		persist = false,
		description = "Whose faces make the map. Empty: those of the image.")
	private File dataset;

	@Parameter(label = "Image", callback = "forecast", required = false, persist = false,
		description = "With a dataset: the person that is drawn. Without one: the stack whose faces make the map.")
	private ImagePlus image;

	@Parameter(label = "Face of the person (number, 0 = current slice or first)", min = "0", required = false,
		persist = false, description = "Which slice of the image, or without an image which face of the dataset, is drawn.")
	private int face;

	@Parameter(label = "Colour by", choices = { "expression", "subject", "sequence", "frame", "intensity", "test" },
		required = false, persist = false, description = "A column of the dataset.")
	private String color = "expression";

	@Parameter(label = "or by a table (title or CSV file)", required = false, persist = false,
		description = "An open table, or a file, with a row for each face of the map, in their order.")
	private String table = "";

	@Parameter(label = "Column of the table", required = false, persist = false,
		description = "By which the points are coloured at first.")
	private String column = "";

	@Parameter(label = "Window", callback = "forecast", required = false, persist = false,
		description = "Off, or without a display: a table, a plot and a grid of faces instead.")
	private boolean window = true;

	@Parameter(label = "Faces per side of the grid (0 = no grid)", callback = "forecast", min = "0", max = "50",
		required = false,
		persist = false, description = "Without the window: a face is drawn at so many places across the map and down it.")
	private int grid = 7;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable positions;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus map;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus faces;

	@Override
	protected void prepare(Path place) {
		super.prepare(place);
		ExpressionModel.info(place).settings().model().method().checkSeparates();
		if (dataset == null && image == null)
			throw new HyojoException("There are no faces: give a dataset, as dataset=[...], or an open stack, as image=[...].");
		if (grid < 0 || grid > MOST)
			throw new HyojoException("A grid of " + grid + " faces per side is not possible: give 0 to " + MOST + ".");
	}

	@Override
	Optional<Work> work(ModelInfo info) {
		if (!given(dataset) && image == null) return Optional.empty();
		int count = given(dataset) ? summary(dataset).count() : FaceStack.count(image, SliceSelection.ALL);
		String drawn = given(dataset) && image != null ? ", with a face of \"" + image.getTitle() + "\" to move" : "";
		String map = "A map of " + Work.faces(count, info) + drawn;
		boolean alone = window && !GraphicsEnvironment.isHeadless();
		return Optional.of(alone || grid == 0 ? new Work(map, count, kind()) : new Work(map + " and a grid of " + grid + " x "
			+ grid + " faces", count + grid * grid, kind()));
	}

	@Override
	protected void execute(ExpressionModel opened, Progress progress) {
		ExploredFaces explored = dataset == null ? FacesToExplore.of(faces(image, "image", SliceSelection.ALL, opened),
			progress) : FacesToExplore.of(FaceDatasetFolder.read(dataset.toPath(), progress));
		String by = color;
		if (!table.isBlank()) {
			explored = explored.withColumns(TableColumns.of(table.strip(), explored.count()));
			by = column(explored);
		}
		ExpressionSpace space = new ExpressionSpace(Encode.encode(opened, explored.images(), progress));
		Exploration exploration = new Exploration(explored, space, person(explored, opened, progress));
		if (window && !GraphicsEnvironment.isHeadless()) {
			ExplorerWindow.open(exploration, opened, cut().withSize(opened.size()), by);
			keepOpen();
			return;
		}
		positions = PositionTable.of(explored, space);
		map = MapPlot.byGroup("Expression Map", space, FacesToExplore.groups(explored, by));
		if (grid > 0) faces = FaceGrid.of("Faces on the Map", exploration, grid, opened, progress);
	}

	private String column(ExploredFaces explored) {
		if (explored.columns().containsKey(column.strip())) return column.strip();
		throw new HyojoException("The table \"" + table.strip() + "\" has no column \"" + column + "\": choose one of " + String
			.join(", ", explored.columns().keySet()) + ".");
	}

	private Person person(ExploredFaces explored, ExpressionModel opened, Progress progress) {
		if (image != null) {
			FaceStack picture = faces(image, "image", face == 0 ? FaceStack.current(image) : SliceSelection.single(face),
				opened);
			return Person.of(picture.labels().get(0), ExploredFaces.copy(picture, progress), opened, progress);
		}
		int index = Math.max(0, face - 1);
		if (face < 0 || index >= explored.count())
			throw new HyojoException("The dataset has no face " + face + ": give 1 to " + explored.count() + ".");
		return Person.of(explored.labels().get(index), Views.interval(explored.images(), Intervals.createMinMax(0, 0, index,
			explored.images().max(0), explored.images().max(1), index)), opened, progress);
	}
}
