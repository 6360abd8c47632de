// Trains and evaluates methods on the same faces: the paper's table 1 with further measures, and its figures 3 and 4.
// What is done is not done again: a comparison that was stopped goes on, and methods may join it later.
//
// Argument: "dataset|output" or "dataset|output|methods|frames|epochs|clusters"; without one, the folders are asked for.
// The dataset is labelled, holds all frames, and some of its subjects are held out for testing.

methods = "all";
frames = 5;
epochs = 100;
clusters = 9;
if (getArgument() != "") {
	given = split(getArgument(), "|");
	dataset = given[0];
	output = given[1];
	if (given.length > 2) {
		methods = given[2];
		frames = given[3];
		epochs = given[4];
		clusters = given[5];
	}
} else {
	dataset = getDirectory("Face dataset");
	output = getDirectory("Output folder");
}
setBatchMode(true);

// Methods of several rounds share the epochs of a stage among them. The table, both figures and all models are saved.
run("Compare Methods...", "dataset=[" + dataset + "] output=[" + output + "] methods=[" + methods + "] frames=" + frames + " epochs=" + epochs + " clusters=" + clusters + " seed=1");

for (row = 0; row < nResults; row++)
	print(getResultString("Method", row) + ": " + getResultString("Recognition (%), training", row));
print("The whole table is in " + output + "/comparison.csv, the figures are beside it.");
close("*");
