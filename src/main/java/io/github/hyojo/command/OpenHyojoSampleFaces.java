package io.github.hyojo.command;

import java.io.IOException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import io.github.hyojo.Progress;
import io.github.hyojo.imagej.SampleFaces;

/** Opens the 120 rendered faces that come with the plugin. */
@Plugin(type = Command.class, menuPath = "Plugins>Hyojo>Open Hyojo Sample Faces")
public class OpenHyojoSampleFaces extends HyojoCommand {

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus faces;

	@Override
	protected void execute(Progress progress) throws IOException {
		faces = SampleFaces.open(progress);
	}
}
