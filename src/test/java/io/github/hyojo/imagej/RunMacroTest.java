package io.github.hyojo.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

/** Commands in macros, through ImageJ's real interpreter. */
public class RunMacroTest {

	private static final String ECHO = "newImage('active', 'RGB black', 4, 4, 1); run('Echo Inputs...', '%s');" +
		"list = getList('image.titles'); File.saveString(list[list.length - 1], getArgument());";

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private Path written;

	@Before
	public void start() {
		Analyzer.setResultsTable(new ResultsTable());
		written = folder.getRoot().toPath().resolve("written.txt");
	}

	@Test
	public void defaultsHoldForWhatTheMacroLeavesOut() throws Exception {
		assertEquals("active|null|nobody|5|0.5|1|false|true|two stages", echo(""));
	}

	@Test
	public void allKindsOfInputsCanBeGiven() throws Exception {
		assertEquals("active|/a b/c|Ann Lee|7|0.25|12345678901|true|false|iterated",
			echo("dataset=[/a b/c] name=[Ann Lee] epochs=7 rate=0.25 seed=12345678901 gpu=true keep=false " +
				"method=iterated"));
	}

	@Test
	public void capitalsBareKeysUnknownKeysAndOpenBracketsDoNotCount() throws Exception {
		assertEquals("active|null|nobody|5|0.5|1|false|true|two stages",
			echo("Epochs=7 gpu unknown=3 log=4 name=[Ann"));
	}

	@Test
	public void anImageIsFoundByItsTitle() throws Exception {
		assertEquals("some title|null|nobody|5|0.5|1|false|true|two stages",
			echo("image=[some title]", "newImage('some title', '8-bit', 4, 4, 1);"));
	}

	@Test
	public void valuesThatDoNotFitStopTheMacro() {
		assertStops("run('Echo Inputs...', 'image=missing');", "There is no open image titled \"missing\".");
		assertStops("run('Echo Inputs...', 'epochs=1.5');", "The input \"epochs\" is a whole number, not \"1.5\".");
		assertStops("run('Echo Inputs...', 'rate=fast');", "The input \"rate\" is a number, not \"fast\".");
		assertStops("run('Echo Inputs...', 'method=magic');",
			"The input \"method\" is one of two stages, iterated, not \"magic\".");
	}

	@Test
	public void outputsAreSeenByTheFollowingLines() throws Exception {
		assertEquals(Optional.empty(), run("run('Make Outputs'); newImage('other', 'RGB black', 4, 4, 1);" +
			"selectImage('the output'); getDimensions(w, h, c, z, t);" +
			"File.saveString('' + w + ' ' + h + ' ' + z + ' ' + nResults + ' ' + getResult('e1', 3), getArgument());"));
		assertEquals("7 5 3 4 0.75", Files.readString(written).strip());
	}

	@Test
	public void outputsCanBeSaved() throws Exception {
		Path tiff = folder.getRoot().toPath().resolve("out.tif");
		Path csv = folder.getRoot().toPath().resolve("a b.csv");
		assertEquals(Optional.empty(), run("run('Make Outputs'); selectImage('the output'); saveAs('Tiff', '" + tiff +
			"'); saveAs('Results', '" + csv + "'); close('*'); open('" + tiff +
			"'); if (nSlices != 3) exit('slices');"));
		assertTrue(Files.readString(csv).contains("0.75"));
	}

	@Test
	public void aFailingCommandStopsTheMacroWithItsSentence() {
		assertStops("run('Fail', 'how=mistake');", "The folder is empty.");
		assertStops("run('Fail', 'how=denied');", "There is no permission to use /the/file.");
		assertStops("run('Fail', 'how=memory');", "There is not enough memory");
		assertStops("run('Fail', 'how=bug');", "a bug");
		assertStops("run('Fail', 'how=otherthread');", "Failed elsewhere.");
		assertStops("run('Fail');", "The input \"dataset\" is missing: a macro gives it as dataset=[...].");
	}

	@Test
	public void aFailureInAFunctionOrLoopStopsTheWholeMacro() {
		assertStops("for (i = 0; i < 3; i++) work(); function work() { run('Fail', 'how=mistake'); write(); }" +
			"function write() { File.saveString('went on', getArgument()); }", "The folder is empty.");
	}

	@Test
	public void cancelStopsTheMacro() {
		assertStops("run('Fail', 'how=cancel');", "Macro canceled.");
	}

	@Test
	public void errorsOfTheMacroItselfAreReported() {
		assertStops("x = undefined + 1;", "Undefined variable in line 1");
		assertStops("run('No Such Command');", "Unrecognized command: \"No Such Command\"");
		assertStops("open('/no/such/file.tif');", "/no/such/file.tif");
		assertStops("exit('enough');", "The macro ended by exit().");
	}

	@Test
	public void aMacroStartsWithoutTheImagesOfTheOneBefore() {
		assertEquals(Optional.empty(), run("newImage('a', 'RGB black', 4, 4, 1);"));
		assertEquals(Optional.empty(), run("if (nImages != 0) exit('images left');"));
	}

	@Test
	public void aMacroFileThatIsNotThere() {
		assertEquals(Optional.of("The macro nowhere.ijm cannot be read."), RunMacro.run(Path.of("nowhere.ijm"), ""));
	}

	private String echo(String options) throws Exception {
		return echo(options, "");
	}

	private String echo(String options, String before) throws Exception {
		assertEquals(Optional.empty(), run(before + String.format(ECHO, options)));
		return Files.readString(written).strip();
	}

	private void assertStops(String macro, String sentence) {
		Optional<String> failure = run(macro + " File.saveString('went on', getArgument());");
		assertTrue("did not fail: " + macro, failure.isPresent());
		assertTrue(failure.get(), failure.get().contains(sentence));
		assertFalse("went on after " + macro, Files.exists(written));
	}

	private Optional<String> run(String macro) {
		return RunMacro.run(macro, written.toString());
	}
}
