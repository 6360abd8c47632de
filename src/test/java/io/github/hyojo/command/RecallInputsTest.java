package io.github.hyojo.command;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.log.LogService;
import org.scijava.prefs.PrefService;
import org.scijava.task.TaskService;

/** What Fiji does before it asks for inputs; it makes no dialog if all are resolved. */
public class RecallInputsTest {

	private static boolean asksForHelp(Class<? extends Command> command) throws Exception {
		try (Context context = new Context(TaskService.class, LogService.class, PrefService.class)) {
			CommandModule module = new CommandModule(new CommandInfo(command));
			context.inject(module);
			RecallInputs preprocessor = new RecallInputs();
			context.inject(preprocessor);
			preprocessor.process(module);
			return !module.isInputResolved("help");
		}
	}

	@Test
	public void aCommandWithoutInputsHasNoDialog() throws Exception {
		assertFalse(asksForHelp(OpenHyojoSampleFaces.class));
		assertTrue("beside its inputs", asksForHelp(EncodeExpressions.class));
	}
}
