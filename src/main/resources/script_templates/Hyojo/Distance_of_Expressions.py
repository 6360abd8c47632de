#@ String (label = "Model (folder or zip, or sample)", value = "sample") model
#@output ResultsTable distances

# How far the expression of each sample face is from that of its sequence's first frame: a table with a row per face. For images
# of your own, give FaceStack another ImagePlus.

from io.github.hyojo import Progress
from io.github.hyojo.engine import EngineSettings
from io.github.hyojo.imagej import FaceStack, SampleFaces, SliceSelection
from io.github.hyojo.model import ExpressionModel
from io.github.hyojo.op import Encode
from ij.measure import ResultsTable
from java.nio.file import Paths

FRAMES = 5  # of each sequence

place = ExpressionModel.place(Paths.get(model))
info = ExpressionModel.info(place)
faces = FaceStack(SampleFaces.open(Progress.SILENT), SliceSelection.ALL, info.faces().source().cut().withSize(
    info.settings().model().size()))
opened = ExpressionModel.open(place, EngineSettings.DEFAULT, Progress.SILENT)
try:
    features = Encode.encode(opened, faces, Progress.SILENT)
finally:
    opened.close()

expression = features.expression()  # E x N
access = expression.randomAccess()
def row(face):
    return [access.setPositionAndGet([k, face]).get() for k in range(expression.dimension(0))]

distances = ResultsTable()
for face in range(features.count()):
    first = row(face - face % FRAMES)
    distances.addRow()
    distances.addLabel(faces.labels()[face])
    distances.addValue("Distance", sum((a - b) ** 2 for a, b in zip(row(face), first)) ** 0.5)
