package io.github.hyojo.gate;

import java.util.ArrayList;
import java.util.List;

import org.scijava.Priority;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Takes Hyojo's commands out of a Fiji whose Java cannot load them, before anyone tries, which would print stack traces
 * with every command of Fiji's. The entries of {@code plugins.config} stay, which tell why.
 */
@Plugin(type = Service.class, priority = Priority.EXTREMELY_HIGH)
public final class OldJavaService extends AbstractService implements SciJavaService {

	@Parameter
	private PluginService plugins;
	@Parameter
	private LogService log;

	@Override
	public void initialize() {
		if (!OldJava.isRunning()) return;
		List<PluginInfo<?>> tooNew = new ArrayList<>();
		for (PluginInfo<?> plugin : plugins.getPlugins()) {
			String name = plugin.getClassName();
			if (name.startsWith(OldJava.HYOJO) && !name.startsWith(OldJava.GATE)) tooNew.add(plugin);
		}
		plugins.removePlugins(tooNew);
		log.warn(OldJava.SENTENCE);
	}
}
