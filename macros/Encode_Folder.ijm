// Encodes every image of a folder, in one go: beside face.png appears face.png.features.csv. What has been encoded is skipped, and
// what cannot be encoded does not keep the rest from it; encoding.log in the folder tells what became of each image. The images
// are cut as the model's faces were cut when they were imported.
//
// Argument: "model|folder"; without one, both are asked for. The model is a folder, a zip, or sample.

if (getArgument() != "") {
	given = split(getArgument(), "|");
	model = given[0];
	folder = given[1];
} else {
	model = getDirectory("Model");
	folder = getDirectory("Folder of images");
}

run("Encode Expressions...", "model=[" + model + "] folder=[" + folder + "] crop=model");
