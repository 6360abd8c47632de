// Evaluates a model on a labelled face dataset: how well its features tell expressions without having learnt any, and
// further measures (see METHODS.md). Everything is saved: measures.csv, confusion.csv and three pictures.
//
// Argument: "model|dataset|output", all folders, or "model|dataset|output|options", where the options are more of the
// command's keys, such as "clusters=5 trials=20 truth=[/data/truth.csv]". Without an argument, the folders are asked for.

options = "";
if (getArgument() != "") {
	given = split(getArgument(), "|");
	model = given[0];
	dataset = given[1];
	output = given[2];
	if (given.length > 3)
		options = given[3];
} else {
	model = getDirectory("Model");
	dataset = getDirectory("Face dataset");
	output = getDirectory("Output folder");
}
setBatchMode(true);
File.makeDirectory(output);

// The paper's protocol, unless the options say otherwise: 9 clusters, 100 trials. Clusters should be as many as there are
// expressions, neutral among them.
run("Recognize Expressions...", "model=[" + model + "] dataset=[" + dataset + "] " + options);
saveAs("Results", output + "/measures.csv");

// The picture carries its numbers. (With a display they are in the table "Confusion Matrix", too.)
selectImage("Confusion Matrix");
File.saveString(getMetadata("Info"), output + "/confusion.csv");
saveAs("PNG", output + "/confusion.png");

// Where the faces lie: the same points by expression and by subject. Colours that mix in the one and part in the other
// tell what the features hold.
selectImage("Map by Expression");
saveAs("PNG", output + "/map-by-expression.png");
selectImage("Map by Subject");
saveAs("PNG", output + "/map-by-subject.png");
close("*");
