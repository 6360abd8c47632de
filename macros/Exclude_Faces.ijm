// Makes the list of faces that an import is to leave out, from its review stack.
//
// Install it (Plugins > Macros > Install...), open review.tif of the dataset, step through it with the keys < and >, and
// press x at each bad face. The list is exclude.txt beside review.tif. Then import again, to another folder, with
// exclude=[.../exclude.txt].

macro "Exclude This Face [x]" {
	folder = getDirectory("image");
	if (folder == "")
		exit("Open review.tif from the dataset's folder first.");
	file = split(getMetadata("Label"), "\n");
	File.append(file[0], folder + "exclude.txt");
	showStatus("Excluded: " + file[0]);
}
