package io.github.hyojo.imagej;

import static org.junit.Assert.assertEquals;

import java.io.File;
import java.util.Optional;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.log.LogService;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;

/** What dialogs remember, and macros do not. */
public class RememberedInputsTest {

	private final Context context = new Context(TaskService.class, LogService.class, PrefService.class);
	private final PrefService preferences = context.service(PrefService.class);

	@Before
	public void clear() {
		preferences.clear(TestCommands.EchoInputs.class);
	}

	@After
	public void forget() {
		clear();
		context.dispose();
	}

	private CommandModule module() throws Exception {
		CommandModule module = new CommandModule(new CommandInfo(TestCommands.EchoInputs.class));
		context.inject(module);
		return module;
	}

	private void rememberSome() throws Exception {
		CommandModule first = module();
		first.setInput("dataset", new File("/表情 faces"));
		first.setInput("epochs", 7);
		first.setInput("gpu", true);
		first.setInput("method", "iterated");
		new RememberedInputs(first, preferences).remember();
	}

	@Test
	public void whatWasGivenIsOfferedAgain() throws Exception {
		rememberSome();
		CommandModule next = module();
		new RememberedInputs(next, preferences).recall();
		assertEquals(new File("/表情 faces"), next.getInput("dataset"));
		assertEquals(7, next.getInput("epochs"));
		assertEquals(true, next.getInput("gpu"));
		assertEquals("iterated", next.getInput("method"));
		assertEquals("the default, as it was", 0.5, next.getInput("rate"));
	}

	@Test
	public void whatSomebodyGivesGoesBefore() throws Exception {
		rememberSome();
		CommandModule next = module();
		next.setInput("epochs", 9);
		next.resolveInput("epochs");
		new RememberedInputs(next, preferences).recall();
		assertEquals(9, next.getInput("epochs"));
	}

	@Test
	public void whatIsNoLongerPossibleIsForgotten() throws Exception {
		preferences.put(TestCommands.EchoInputs.class, "dialog.method", "magic");
		CommandModule next = module();
		new RememberedInputs(next, preferences).recall();
		assertEquals("two stages", next.getInput("method"));
	}

	@Test
	public void aMacroHasTheDefaults() throws Exception {
		rememberSome();
		assertEquals(Optional.empty(), RunMacro.run("run(\"Echo Inputs...\", \"name=somebody\"); "
			+ "list = getList(\"image.titles\"); call(\"java.lang.System.setProperty\", \"hyojo.test.title\", list[list.length - 1]);", ""));
		assertEquals("none|null|somebody|5|0.5|1|false|true|two stages", System.clearProperty("hyojo.test.title"));
	}
}
