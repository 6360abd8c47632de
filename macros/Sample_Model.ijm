// Trains the small model that comes with Hyojo (model=sample), on the sample faces: networks of 96 channels instead of 256, on
// mirror images, too. The same seed gives the same model on the same machine.
//
// Argument: "faces|output" or "faces|output|epochs"; without one, the test images and the folder sample-model in the folder
// that ImageJ was started in. The model is model.zip in the output's folder training.

faces = "test-images/faces";
output = "sample-model";
epochs = 300;
if (getArgument() != "") {
	given = split(getArgument(), "|");
	faces = given[0];
	output = given[1];
	if (given.length > 2)
		epochs = given[2];
}
setBatchMode(true);

// As in Quickstart.ijm: the faces are all at the same place, and so few say little.
if (!File.exists(output + "/dataset"))
	run("Import Face Dataset...", "source=[" + faces + "] output=[" + output + "/dataset] size=64 alignment=off crop=[0.18 0.28 0.82 0.92] open=false");
run("Train Expression Model...", "dataset=[" + output + "/dataset] output=[" + output + "/training] method=conventional channels=96 mirrored=true epochs=" + epochs + " batch=8 rate=0.001 decay=0.99 klidentity=0.0001 klexpression=0.00005 activation=leaky_relu seed=1 zip=true");
print("The model is " + output + "/training/model.zip");
