package io.github.hyojo.imagej;

import static org.junit.Assert.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.IJ;
import ij.ImagePlus;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.importing.Imports;

/** However faces come to be shown in ImageJ, their slices have the same labels. */
public class FaceLabelsTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	@Test
	public void samplesDatasetsAndTheirFilesAreLabelledAlike() throws IOException {
		File folder = new File(temp.getRoot(), "faces");
		FaceDataset dataset = Imports.importFaces(Path.of("test-images/faces"), Imports.WHOLE, folder.toPath());
		List<String> labels = dataset.faces().stream().map(Face::label).toList();
		assertEquals("S001 surprise 0.38\nimages/S001/002/S001_002_00000002.png", labels.get(1));
		assertEquals(labels, labels(DatasetImage.of(dataset, "faces")));
		assertEquals(labels, labels(IJ.openImage(new File(folder, "faces.tif").getPath())));
		List<String> samples = labels(SampleFaces.open(Progress.SILENT));
		assertEquals(labels.stream().sorted().toList(), samples.stream().sorted().toList());
	}

	private static List<String> labels(ImagePlus image) {
		return Arrays.asList(image.getStack().getSliceLabels()).subList(0, image.getStackSize());
	}
}
