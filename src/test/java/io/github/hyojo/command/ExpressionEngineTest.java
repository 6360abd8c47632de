package io.github.hyojo.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.log.LogService;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;

import ij.measure.ResultsTable;
import io.github.hyojo.engine.ComputeDevice;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.Precision;
import io.github.hyojo.imagej.RunMacro;

/** The command that shows and sets how TensorFlow uses the machine. */
public class ExpressionEngineTest {

	private final Context context = new Context(TaskService.class, LogService.class, PrefService.class);
	private final PrefService preferences = context.service(PrefService.class);

	@Before
	@After
	public void forget() {
		EnginePreferences.write(preferences, EngineSettings.DEFAULT);
	}

	@After
	public void dispose() {
		context.dispose();
	}

	private Map<String, String> run(Map<String, Object> inputs) throws Exception {
		CommandModule module = new CommandModule(new CommandInfo(ExpressionEngine.class));
		context.inject(module);
		inputs.forEach(module::setInput);
		module.initialize();
		module.run();
		ResultsTable table = (ResultsTable) module.getOutput("engine");
		Map<String, String> properties = new TreeMap<>();
		for (int row = 0; row < table.size(); row++) {
			properties.put(table.getStringValue("Property", row), table.getStringValue("Value", row));
		}
		return properties;
	}

	@Test
	public void tellsWhatTensorFlowItselfSays() throws Exception {
		Map<String, String> told = run(Map.of("device", "CPU"));
		assertEquals("ready", told.get("State"));
		assertEquals("2.16.1", told.get("TensorFlow"));
		assertTrue(told.get("Library"), new File(told.get("Library")).isDirectory());
		assertTrue(told.get("TensorFlow can use a GPU").matches("yes|no"));
		assertEquals("CPU", told.get("Device"));
		assertTrue(told.get("Cache"), told.get("Cache").matches(".*, \\d+ MB"));
	}

	@Test
	public void whatIsSetHoldsAndWhatIsLeftOutStays() throws Exception {
		run(Map.of("device", "CPU", "threads", 2, "steps", 4, "start", false));
		assertEquals(new EngineSettings(ComputeDevice.CPU, 2, true, "", 4, Precision.FLOAT32), EnginePreferences.read(
			preferences));
		Map<String, String> told = run(Map.of("growth", false, "precision", "bfloat16", "start", false));
		assertEquals(new EngineSettings(ComputeDevice.CPU, 2, false, "", 4, Precision.BFLOAT16), EnginePreferences.read(
			preferences));
		assertEquals("4", told.get("Training steps per call"));
		assertEquals("bfloat16", told.get("Precision on the CPU"));
		assertEquals("2", told.get("Processor threads"));
		assertEquals("nearly all at once", told.get("GPU memory"));
	}

	@Test
	public void aMacroSetsAndResets() {
		assertEquals(Optional.empty(), RunMacro.run(
			"run(\"Expression Engine...\", \"device=CPU threads=3 steps=2 precision=bfloat16 start=false\");", ""));
		assertEquals(new EngineSettings(ComputeDevice.CPU, 3).withStepsPerCall(2).withPrecision(Precision.BFLOAT16),
			EnginePreferences.read(preferences));
		assertEquals(Optional.empty(), RunMacro.run(
			"run(\"Expression Engine...\", \"device=auto threads=0 steps=0 precision=float32 library=auto start=false\");", ""));
		assertEquals(EngineSettings.DEFAULT, EnginePreferences.read(preferences));
	}

	@Test
	public void mistakesChangeNothing() {
		String missing = RunMacro.run("run(\"Expression Engine...\", \"library=/nowhere/x.jar start=false\");", "")
			.orElseThrow();
		assertTrue(missing, missing.contains("no TensorFlow library /nowhere/x.jar"));
		assertFalse(RunMacro.run("run(\"Expression Engine...\", \"threads=-1 start=false\");", "").isEmpty());
		assertEquals(EngineSettings.DEFAULT, EnginePreferences.read(preferences));
	}
}
