// The paper's two datasets out of several sources: one to train a model on, one to recognise expressions in.
//
// Argument: "output|source" or "output|source|more sources...": a new folder for both datasets, and the folders that
// the owners of CK+, MUG, RAVDESS ... hand out, subjects' folders, or tables.

if (getArgument() == "")
	exit("Give a folder for the datasets and at least one source, with | between them.");
given = split(getArgument(), "|");
if (given.length < 2)
	exit("Give at least one source after the folder for the datasets, with | between them.");
output = given[0];
sources = "source=[" + given[1] + "] more=[" + String.join(Array.slice(given, 2), "|") + "]";
setBatchMode(true);

// What will be recognised, before the long work: a row per sequence.
run("Import Face Dataset...", sources + " planonly=true");
File.makeDirectory(output);
saveAs("Results", output + "/plan.csv");

// Five frames of each sequence, at equal steps; the faces are found, aligned, and cut from brows to chin. review.tif
// shows what was cut out of each picture; Exclude_Faces.ijm makes a list of bad ones, which exclude=[...] leaves out.
run("Import Face Dataset...", sources + " output=[" + output + "/training-set] take=training frames=5 review=true open=false");

// The frames in which the labelled expression shows.
run("Import Face Dataset...", sources + " output=[" + output + "/recognition-set] take=recognition open=false");
close("*");
print("Both datasets are in " + output);
