package io.github.hyojo.command;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.evaluation.TrainedMethod;
import io.github.hyojo.imagej.DatasetImage;
import io.github.hyojo.imagej.FaceStack;
import io.github.hyojo.imagej.FeatureTable;
import io.github.hyojo.imagej.FolderEncoding;
import io.github.hyojo.imagej.SliceSelection;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.ModelInfo;
import io.github.hyojo.op.Encode;
import io.github.hyojo.op.Features;

/** Measures the identity and expression features of faces: a table with one row per image, or one beside each image of a folder. */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Encode Expressions...")
public final class EncodeExpressions extends ImageCommand {

	@Parameter(label = "Faces", callback = "forecast", required = false, persist = false,
		description = "An image or a stack.")
	private ImagePlus image;

	@Parameter(label = "or a face dataset", callback = "forecast", style = FileWidget.DIRECTORY_STYLE,
		required = false, persist = false,
		description = "Instead of an open image; the table then tells subject and expression, too.")
	private File dataset;

	@Parameter(label = "or a folder of images", callback = "forecast", style = FileWidget.DIRECTORY_STYLE,
		required = false, persist = false,
		description = "Instead of an open image: beside each image appears a table of its features; what is done is skipped.")
	private File folder;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable features;

	@Override
	Optional<Work> work(ModelInfo info) {
		if (given(folder)) {
			int waiting = FolderEncoding.waiting(folder.toPath());
			return Optional.of(new Work(Work.faces(waiting, info), waiting, kind()));
		}
		if (given(dataset)) return Optional.of(new Work(Work.faces(summary(dataset)), summary(dataset).count()));
		if (image == null) return Optional.empty();
		int count = FaceStack.count(image, SliceSelection.ALL);
		return Optional.of(new Work(Work.faces(count, info), count, kind()));
	}

	@Override
	protected void execute(ExpressionModel opened, Progress progress) throws IOException {
		if (given(folder)) {
			new FolderEncoding(folder.toPath(), cut().withSize(opened.size())).encode(opened, progress);
		}
		else if (dataset == null) {
			FaceStack faces = faces(image, "image", SliceSelection.ALL, opened);
			features = table(faces.labels(), Map.of(), Encode.encode(opened, faces, progress));
		}
		else {
			FaceDataset faces = FaceDatasetFolder.read(dataset.toPath(), progress);
			// some models have to be told whose faces they are
			Features encoded = TrainedMethod.of(opened.method(), opened).encode(faces, progress);
			features = table(faces.faces().stream().map(face -> face.file()).toList(), DatasetImage.columns(faces), encoded);
		}
	}

	private static ResultsTable table(List<String> labels, Map<String, List<String>> columns, Features encoded) {
		return FeatureTable.of(labels, columns, encoded.identity(), encoded.expression());
	}
}
