// Encodes every image of a folder: beside face.png appears face.png.features.csv. What has been encoded is skipped. The
// images are cut as the model's faces were cut when they were imported.
//
// Argument: "model|folder"; without one, both are asked for.

if (getArgument() != "") {
	given = split(getArgument(), "|");
	model = given[0];
	folder = given[1];
} else {
	model = getDirectory("Model");
	folder = getDirectory("Folder of images");
}
setBatchMode(true);

files = getFileList(folder);
for (i = 0; i < files.length; i++) {
	image = folder + "/" + files[i];
	features = image + ".features.csv";
	if (isImage(files[i]) && !File.exists(features)) {
		open(image);
		run("Encode Expressions...", "model=[" + model + "] image=[" + getTitle() + "] crop=model");
		saveAs("Results", features);
		close("*");
	}
}

function isImage(name) {
	name = toLowerCase(name);
	return endsWith(name, ".png") || endsWith(name, ".jpg") || endsWith(name, ".jpeg") || endsWith(name, ".tif") || endsWith(name, ".tiff");
}
