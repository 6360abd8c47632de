#@ String (label = "Model (folder or zip, or sample)", value = "sample") model
#@ Integer (label = "From (slice of the sample faces)", value = 1) source
#@ Integer (label = "To (slice of the sample faces)", value = 5) target
#@ Double (label = "Exaggerate to", value = 1.5) to
#@ Integer (label = "Number of images", value = 13) steps
#@output ImagePlus interpolated

# One of the sample faces on the way to the expression of another, and beyond. For images of your own, give FaceStack another
# ImagePlus.

from io.github.hyojo import Progress
from io.github.hyojo.engine import EngineSettings
from io.github.hyojo.imagej import FaceStack, SampleFaces, SliceSelection
from io.github.hyojo.model import ExpressionModel
from io.github.hyojo.op import Interpolate
from java.nio.file import Paths

place = ExpressionModel.place(Paths.get(model))
info = ExpressionModel.info(place)
# as the model's own faces were cut when they were imported
cut = info.faces().source().cut().withSize(info.settings().model().size())
images = SampleFaces.open(Progress.SILENT)
start = FaceStack(images, SliceSelection.single(source), cut)
end = FaceStack(images, SliceSelection.single(target), cut)

opened = ExpressionModel.open(place, EngineSettings.DEFAULT, Progress.SILENT)
try:
    faces = Interpolate.expression(opened, start, end, 0.0, to, steps, Progress.SILENT)
finally:
    opened.close()
labels = ["%.3f" % (to * i / (steps - 1)) for i in range(steps)]
interpolated = FaceStack.toImage("Interpolated", faces, labels)
