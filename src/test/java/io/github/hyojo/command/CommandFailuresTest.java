package io.github.hyojo.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.imagej.RunMacro;

/** A command that cannot do what it is asked for ends the macro with one sentence, and leaves nothing behind. */
public class CommandFailuresTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Path dataset;

	@BeforeClass
	public static void importFaces() {
		dataset = FOLDER.getRoot().toPath().resolve("dataset");
		assertEquals(Optional.empty(), run("Import Face Dataset...", "source=test-images/faces", "output=[" + dataset + "]",
			"alignment=off", "open=false"));
		System.clearProperty("hyojo.test.reached");
	}

	@Test
	public void missingInputs() {
		assertFails("\"source\" is missing", run("Import Face Dataset..."));
		assertFails("\"output\" is missing", run("Import Face Dataset...", "source=test-images/faces"));
		assertFails("\"dataset\" is missing", run("Train Expression Model..."));
		assertFails("\"dataset\" is missing", run("Compare Methods..."));
		assertFails("\"model\" is missing", run("Encode Expressions..."));
		assertFails("\"model\" is missing", run("Swap Expressions..."));
		assertFails("\"model\" is missing", run("Interpolate Expressions..."));
		assertFails("\"model\" is missing", run("Recognize Expressions..."));
		assertFails("\"model\" is missing", run("Expression Model Info..."));
	}

	@Test
	public void importOfNothing() throws IOException {
		Path empty = FOLDER.newFolder().toPath();
		Path output = FOLDER.getRoot().toPath().resolve("of nothing");
		assertFails(empty.toString(), run("Import Face Dataset...", "source=[" + empty + "]", "output=[" + output + "]"));
		assertFails("/nowhere", run("Import Face Dataset...", "source=/nowhere", "output=[" + output + "]"));
		assertFails("crop", run("Import Face Dataset...", "source=test-images/faces", "output=[" + output + "]",
			"alignment=off", "crop=[a b]"));
		assertFails("goes with alignment=off only", run("Import Face Dataset...", "source=test-images/faces", "output=[" + output
			+ "]", "crop=[0.1 0.1 0.9 0.9]"));
		assertFails("\"alignment\" is one of", run("Import Face Dataset...", "source=test-images/faces", "output=[" + output
			+ "]", "alignment=maybe"));
		assertFails("There is no layout \"XM2VTS\"", run("Import Face Dataset...", "source=test-images/faces", "output=["
			+ output + "]", "layout=XM2VTS"));
		assertFails("/nowhere.txt", run("Import Face Dataset...", "source=test-images/faces", "output=[" + output + "]",
			"exclude=/nowhere.txt"));
		assertTrue(Files.notExists(output));
	}

	@Test
	public void nothingIsOverwritten() throws IOException {
		assertFails("already holds something", run("Import Face Dataset...", "source=test-images/faces", "output=["
			+ dataset + "]"));
		Path full = FOLDER.newFolder().toPath();
		Files.writeString(full.resolve("thesis.txt"), "mine");
		assertFails("already holds something", run("Train Expression Model...", "dataset=[" + dataset + "]", "output=["
			+ full + "]", "epochs=1"));
		try (Stream<Path> content = Files.list(full)) {
			assertEquals(1, content.count());
		}
	}

	@Test
	public void trainingThatMakesNoSense() throws IOException {
		Path output = FOLDER.getRoot().toPath().resolve("training");
		assertFails("0 epochs", train(output, "epochs=0"));
		assertFails("batch of 1", train(output, "batch=1"));
		assertFails("learning rate", train(output, "rate=-1"));
		assertFails("KL weight", train(output, "klidentity=-1"));
		assertFails("\"epochs\" is a whole number", train(output, "epochs=many"));
		assertFails("\"method\" is one of", train(output, "method=magic"));
		assertFails("GPU", train(output, "device=GPU epochs=1"));
		assertTrue("nothing is left", Files.notExists(output));
	}

	@Test
	public void comparisonsThatMakeNoSense() {
		Path output = FOLDER.getRoot().toPath().resolve("comparison");
		assertFails("no method \"magic\"", compare(output, "methods=vae,magic"));
		assertFails("no method to compare", compare(output, "methods=[ , ]"));
		assertFails("iterated_128 takes faces of 128 x 128", compare(output, "methods=iterated_128"));
		assertFails("fewer than the 9 clusters", compare(output, "methods=vae"));
		assertFails("/nowhere/truth.csv", compare(output, "clusters=4 truth=/nowhere/truth.csv"));
		assertTrue("nothing is left", Files.notExists(output));
	}

	private static Optional<String> compare(Path output, String option) {
		return run("Compare Methods...", "dataset=[" + dataset + "]", "output=[" + output + "]", "epochs=1", option);
	}

	@Test
	public void noModel() throws IOException {
		Path empty = FOLDER.newFolder().toPath();
		assertFails("no Hyojo model", run("Expression Model Info...", "model=[" + empty + "]"));
		assertFails("no Hyojo model", run("Encode Expressions...", "model=[" + empty + "]", "dataset=[" + dataset + "]"));
		assertFails("/nowhere", run("Expression Model Info...", "model=/nowhere"));
	}

	private static Optional<String> train(Path output, String option) {
		return run("Train Expression Model...", "dataset=[" + dataset + "]", "output=[" + output + "]", option);
	}

	/** What comes after the failing line must not be reached. */
	private static Optional<String> run(String command, String... options) {
		String line = "run(\"" + command + "\", \"" + String.join(" ", Arrays.asList(options)) + "\");\n";
		return RunMacro.run(line + "call(\"java.lang.System.setProperty\", \"hyojo.test.reached\", \"" + options.length
			+ "\");", "");
	}

	private static void assertFails(String words, Optional<String> failure) {
		assertTrue("did not fail", failure.isPresent());
		String sentence = failure.get();
		assertTrue(sentence, sentence.contains(words));
		assertTrue("one line: " + sentence, sentence.lines().count() == 1);
		assertEquals("the macro went on", null, System.clearProperty("hyojo.test.reached"));
	}
}
