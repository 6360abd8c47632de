// Trains a model on a face dataset, in the paper's schedule unless epochs are given. A training that was stopped goes
// on when this is run again with the same folders.
//
// Argument: "dataset|output" or "dataset|output|epochs"; without one, the folders are asked for.

if (getArgument() != "") {
	given = split(getArgument(), "|");
	dataset = given[0];
	output = given[1];
} else {
	given = newArray(0);
	dataset = getDirectory("Face dataset");
	output = getDirectory("Output folder");
}
schedule = "";
if (given.length > 2)
	schedule = " epochs=" + given[2];

run("Train Expression Model...", "dataset=[" + dataset + "] output=[" + output + "] method=conventional seed=1" + schedule);
print("The model is in " + output + "/model");
