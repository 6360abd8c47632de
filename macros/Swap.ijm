// Gives the people of one image or stack the expressions of another, all with all.
//
// Argument: "model|identities|expressions|output": a model's folder or zip, two image files, and the name of the TIFF
// to write; the montage is written beside it as PNG. Without an argument, the files are asked for.

if (getArgument() != "") {
	given = split(getArgument(), "|");
	model = given[0];
	identities = given[1];
	expressions = given[2];
	output = given[3];
} else {
	model = getDirectory("Model");
	identities = File.openDialog("Identities");
	expressions = File.openDialog("Expressions");
	output = getDirectory("Output folder") + "swapped.tif";
}
setBatchMode(true);

open(identities);
rename("identities");
open(expressions);
rename("expressions");
run("Swap Expressions...", "model=[" + model + "] identities=identities expressions=expressions pairs=[all pairs]");

selectImage("Swapped");
saveAs("Tiff", output);
selectImage("Swap Montage");
saveAs("PNG", replace(output, ".tif", "-montage.png"));
close("*");
