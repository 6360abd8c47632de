// The whole path: import faces, train briefly, encode, swap and interpolate; everything is saved.
//
// Argument: "source|output", both folders, or "source|output|epochs"; without one, the test images and the folder
// quickstart in the folder that ImageJ was started in. What is there already is not made again: a training that was
// stopped goes on.

source = "test-images/faces";
output = "quickstart";
epochs = 80;
if (getArgument() != "") {
	given = split(getArgument(), "|");
	source = given[0];
	output = given[1];
	if (given.length > 2)
		epochs = given[2];
}
dataset = output + "/dataset";
training = output + "/training";
model = training + "/model";
setBatchMode(true);

// Brows to chin, so that the expression is most of what varies within a subject. These faces are all at the same place;
// real ones are found and aligned if alignment and crop are left out.
if (!File.exists(dataset))
	run("Import Face Dataset...", "source=[" + source + "] output=[" + dataset + "] size=64 alignment=off crop=[0.18 0.28 0.82 0.92] open=false");

// A short schedule for 120 faces, so that it takes minutes; the defaults are the paper's. So few faces say little: lower
// KL weights let more of it through, and leaky ReLU gets going sooner.
run("Train Expression Model...", "dataset=[" + dataset + "] output=[" + training + "] method=conventional epochs=" + epochs + " batch=8 decay=0.98 klidentity=0.0001 klexpression=0.00005 activation=leaky_relu seed=1");

// One row per face: who it is (i1 to i64) and what it does (e1 to e64).
run("Encode Expressions...", "model=[" + model + "] dataset=[" + dataset + "]");
saveAs("Results", output + "/features.csv");

// The neutral faces of all six people with the four expressions of the first one.
open(dataset + "/faces.tif");
rename("faces");
run("Swap Expressions...", "model=[" + model + "] identities=faces identityslices=[1,21,41,61,81,101] expressions=faces expressionslices=[5,10,15,20]");
selectImage("Swapped");
saveAs("Tiff", output + "/swapped.tif");
selectImage("Swap Montage");
saveAs("PNG", output + "/swap-montage.png");

// The first person from neutral to her strongest expression, and half as far again.
run("Interpolate Expressions...", "model=[" + model + "] source=faces sourceslice=1 target=faces targetslice=5 from=0 to=1.5 steps=13");
selectImage("Interpolated");
saveAs("Tiff", output + "/interpolated.tif");

close("*");
print("Everything is in " + output);
