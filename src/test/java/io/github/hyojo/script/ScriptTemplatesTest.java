package io.github.hyojo.script;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import javax.script.ScriptEngineFactory;

import org.codehaus.groovy.jsr223.GroovyScriptEngineFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.python.jsr223.PyScriptEngineFactory;
import org.scijava.Context;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;
import org.scijava.util.FileUtils;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.hyojo.TinyModel;

/**
 * The script templates, found where the script editor looks, with their parameters read by SciJava, run by the languages' own
 * engines.
 */
public class ScriptTemplatesTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Context context;

	@Before
	public void start() {
		context = new Context(ScriptService.class);
		// as Fiji does
		context.service(ScriptService.class).addAlias(ImagePlus.class);
		context.service(ScriptService.class).addAlias(ResultsTable.class);
	}

	@After
	public void stop() {
		context.dispose();
	}

	@Test
	public void theEditorFindsAllOfThem() {
		assertEquals(Set.of("Hyojo/Distance_of_Expressions.py", "Hyojo/Encode_Folder.groovy",
			"Hyojo/Interpolate_Expressions.py", "Hyojo/Swap_Expressions.groovy"), names());
	}

	/** Their default is the model that comes with the plugin. */
	@Test
	public void defaultsAreTheSampleModel() throws Exception {
		for (String name : names()) {
			ScriptModule script = script(name);
			assertEquals("sample", ((ModuleItem<?>) script.getInfo().getInput("model")).getDefaultValue());
		}
	}

	@Test
	public void swap() throws Exception {
		ScriptModule script = run("Hyojo/Swap_Expressions.groovy", Map.of("identities", "1,21,41", "expressions", "65,70"));
		ImagePlus swapped = (ImagePlus) script.getOutput("swapped");
		assertEquals(6, swapped.getStackSize());
		assertEquals(64, swapped.getWidth());
		assertEquals("S009 happy 0.00 as S021 angry 1.00", swapped.getStack().getSliceLabel(2));
	}

	@Test
	public void interpolate() throws Exception {
		ScriptModule script = run("Hyojo/Interpolate_Expressions.py", Map.of("source", 1, "target", 5, "to", 1.5, "steps", 4));
		ImagePlus interpolated = (ImagePlus) script.getOutput("interpolated");
		assertEquals(4, interpolated.getStackSize());
		assertEquals("0.500", interpolated.getStack().getSliceLabel(2));
		assertEquals("1.500", interpolated.getStack().getSliceLabel(4));
	}

	@Test
	public void distances() throws Exception {
		ResultsTable distances = (ResultsTable) run("Hyojo/Distance_of_Expressions.py", Map.of()).getOutput("distances");
		assertEquals(120, distances.size());
		assertEquals("the first frame from itself", 0, distances.getValue("Distance", 5), 0);
		assertTrue("the apex", distances.getValue("Distance", 9) > 0);
	}

	@Test
	public void encodeFolder() throws Exception {
		Path folder = temp.getRoot().toPath();
		Files.copy(Path.of("test-images/faces/images/S001/002/S001_002_00000001.png"), folder.resolve("face.png"));
		run("Hyojo/Encode_Folder.groovy", Map.of("folder", folder.toFile()));
		assertEquals(2, Files.readAllLines(folder.resolve("face.png.features.csv")).size());
	}

	/** Inputs that are not given have their defaults. */
	private ScriptModule run(String name, Map<String, Object> inputs) throws Exception {
		ScriptModule script = script(name);
		for (ModuleItem<?> input : script.getInfo().inputs()) script.setInput(input.getName(), input.getDefaultValue());
		script.setInputs(inputs);
		script.setInput("model", TinyModel.training().toString());
		script.run();
		return script;
	}

	private ScriptModule script(String name) throws IOException, ModuleException {
		URL place = getClass().getResource("/script_templates/" + name);
		try (Reader reader = new InputStreamReader(place.openStream(), StandardCharsets.UTF_8)) {
			ScriptEngineFactory language = name.endsWith(".py") ? new PyScriptEngineFactory() : new GroovyScriptEngineFactory();
			ScriptModule script = new ScriptInfo(context, name, reader).createModule();
			script.setLanguage(new AdaptedScriptLanguage(language));
			context.inject(script);
			return script;
		}
	}

	private static Set<String> names() {
		return FileUtils.findResources(null, "script_templates", null).keySet();
	}
}
