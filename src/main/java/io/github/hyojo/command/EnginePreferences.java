package io.github.hyojo.command;

import org.scijava.prefs.PrefService;

import io.github.hyojo.engine.ComputeDevice;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.Precision;

/** The engine settings that hold for all commands, from one session to the next. */
final class EnginePreferences {

	private static final Class<?> OWNER = ExpressionEngine.class;

	private EnginePreferences() {}

	static EngineSettings read(PrefService preferences) {
		EngineSettings d = EngineSettings.DEFAULT;
		String device = preferences.get(OWNER, "device", d.device().name());
		int threads = Math.max(0, preferences.getInt(OWNER, "threads", d.threads()));
		int steps = Math.min(EngineSettings.MOST_STEPS, Math.max(0, preferences.getInt(OWNER, "steps", d.stepsPerCall())));
		Precision precision = Precision.valueOf(preferences.get(OWNER, "precision", d.precision().name()));
		return new EngineSettings(ComputeDevice.valueOf(device), threads, preferences.getBoolean(OWNER, "growth", d.growth()),
			preferences.get(OWNER, "library", d.library()), steps, precision);
	}

	static void write(PrefService preferences, EngineSettings settings) {
		preferences.put(OWNER, "device", settings.device().name());
		preferences.put(OWNER, "threads", settings.threads());
		preferences.put(OWNER, "growth", settings.growth());
		preferences.put(OWNER, "library", settings.library());
		preferences.put(OWNER, "steps", settings.stepsPerCall());
		preferences.put(OWNER, "precision", settings.precision().name());
	}
}
