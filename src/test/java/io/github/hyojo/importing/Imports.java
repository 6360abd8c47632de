package io.github.hyojo.importing;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import io.github.hyojo.Progress;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.data.ImportSettings;

/** Imports as tests need them. */
public final class Imports {

	/** Whole pictures, neither aligned nor steadied. */
	public static final ImportSettings WHOLE = ImportSettings.DEFAULT.withCut(FaceCut.cropped(Crop.WHOLE, 64))
		.withSteady(false);
	/** The same with 2 x 2 pixels, where it does not matter what faces look like. */
	static final ImportSettings SMALL = WHOLE.withSize(2);

	private Imports() {}

	/** Imports one source and reads the dataset. */
	public static FaceDataset importFaces(Path source, ImportSettings settings, Path output) {
		FaceImporter.importFaces(plan(settings, List.of(), source), output, false, Progress.SILENT);
		return FaceDatasetFolder.read(output, Progress.SILENT);
	}

	/** Plans an import. */
	static ImportPlan plan(ImportSettings settings, Collection<String> excluded, Path... sources) {
		return ImportPlan.of(Source.of(List.of(sources), settings.layout()), settings, excluded, Progress.SILENT);
	}
}
