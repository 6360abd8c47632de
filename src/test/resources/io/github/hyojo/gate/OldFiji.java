import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

import io.github.hyojo.gate.MenuEntry;

/** What a Fiji does with Hyojo: starts SciJava, makes what every command passes, runs a command of Hyojo's from ImageJ's menu. */
public final class OldFiji {

	private OldFiji() {}

	public static void main(String[] args) {
		try (Context context = new Context()) {
			PluginService plugins = context.service(PluginService.class);
			long ours = plugins.getPlugins().stream().filter(plugin -> plugin.getClassName().startsWith("io.github.hyojo.")).count();
			long commands = context.service(CommandService.class).getCommands().stream().filter(command -> command
				.getDelegateClassName().startsWith("io.github.hyojo.command.")).count();
			plugins.createInstancesOfType(PreprocessorPlugin.class);
			System.out.println((ours > 1) + ", " + commands + " commands");
		}
		new MenuEntry().run("io.github.hyojo.command.ExpressionModelInfo");
	}
}
