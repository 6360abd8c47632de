package io.github.hyojo.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The same among ImageJ's own samples, where people look for them. */
@Plugin(type = Command.class, menuPath = "File>Open Samples>Hyojo Sample Faces")
public final class HyojoSampleFaces extends OpenHyojoSampleFaces {}
