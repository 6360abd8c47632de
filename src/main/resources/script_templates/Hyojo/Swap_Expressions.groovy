#@ String (label = "Model (folder or zip, or sample)", value = "sample") model
#@ String (label = "Who is shown (slices of the sample faces)", value = "1,21,41") identities
#@ String (label = "What they do (slices of the sample faces)", value = "65,70,80") expressions
#@output ImagePlus swapped

// Puts the expressions of some of the sample faces on others. To use images of your own, give FaceStack another ImagePlus.

import io.github.hyojo.Progress
import io.github.hyojo.engine.EngineSettings
import io.github.hyojo.imagej.FaceStack
import io.github.hyojo.imagej.SampleFaces
import io.github.hyojo.imagej.SliceSelection
import io.github.hyojo.model.ExpressionModel
import io.github.hyojo.op.Swap

import java.nio.file.Path

place = ExpressionModel.place(Path.of(model))
info = ExpressionModel.info(place)
// as the model's own faces were cut when they were imported
cut = info.faces().source().cut().withSize(info.settings().model().size())
images = SampleFaces.open(Progress.SILENT)
who = new FaceStack(images, new SliceSelection(identities), cut)       // S x S x I
what = new FaceStack(images, new SliceSelection(expressions), cut)     // S x S x E

opened = ExpressionModel.open(place, EngineSettings.DEFAULT, Progress.SILENT)
try {
	faces = Swap.all(opened, who, what, Progress.SILENT)                 // S x S x (I E)
}
finally {
	opened.close()
}
labels = [who.labels(), what.labels()].combinations { identity, expression -> identity + " as " + expression }
swapped = FaceStack.toImage("Swapped", faces, labels)
