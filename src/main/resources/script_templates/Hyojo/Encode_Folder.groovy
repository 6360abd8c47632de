#@ String (label = "Model (folder or zip, or sample)", value = "sample") model
#@ File (label = "Folder of images", style = "directory") folder

// Encodes every image of a folder, in one go: beside face.png appears face.png.features.csv. What has been encoded is skipped, and
// what cannot be encoded does not keep the rest from it; encoding.log in the folder tells what became of each image. The images
// are cut as the model's faces were cut when they were imported. Without a display, Fiji ends with 1 if something has failed.

import io.github.hyojo.HyojoException
import io.github.hyojo.engine.EngineSettings
import io.github.hyojo.imagej.FolderEncoding
import io.github.hyojo.imagej.LogProgress
import io.github.hyojo.model.ExpressionModel

import java.awt.GraphicsEnvironment
import java.nio.file.Path

progress = new LogProgress({ System.out.println(it) })
try {
	place = ExpressionModel.place(Path.of(model))
	cut = ExpressionModel.info(place).faces().source().cut()
	opened = ExpressionModel.open(place, EngineSettings.DEFAULT, progress)
	try {
		new FolderEncoding(folder.toPath(), cut.withSize(opened.size())).encode(opened, progress)
	}
	finally {
		opened.close()
	}
}
catch (HyojoException e) {
	if (!GraphicsEnvironment.isHeadless()) throw e
	System.err.println(e.getMessage())
	System.exit(1)
}
