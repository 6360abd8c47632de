package io.github.hyojo.layout;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

import org.scijava.InstantiableException;
import org.scijava.plugin.DefaultPluginFinder;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.SciJavaPlugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way in which datasets lay out images, films and labels.
 * <p>
 * A new layout is one new class, annotated with {@code @Plugin(type = FaceLayout.class)}; SciJava's plugin index finds
 * it. Where several layouts match a source, the one with the highest {@code priority} is taken.
 */
public interface FaceLayout extends SciJavaPlugin {

	/** Stands for the first layout that matches the source. */
	String AUTO = "auto";

	/** @return the name by which people choose the layout, unique ignoring case; part of the macro language */
	String name();

	/** @return the tree of files that it expects, in one line, for people to read */
	String tree();

	/**
	 * Tells from a glance whether a source looks like this layout.
	 *
	 * @param root an existing folder or file
	 * @return whether {@link #find} can be expected to find something
	 */
	boolean matches(Path root);

	/**
	 * Finds all sequences and what is known about them, without decoding images or films. What cannot be read is noted,
	 * and the rest goes on.
	 *
	 * @param root an existing folder or file
	 * @param progress asked at each folder
	 * @return the sequences; those of a subject one after the other
	 * @throws HyojoException if a table of labels is wrong
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	Found find(Path root, Progress progress);

	/** @return all layouts, the one that is tried first coming first */
	static List<FaceLayout> all() {
		PluginIndex index = new PluginIndex(new DefaultPluginFinder(FaceLayout.class.getClassLoader()));
		index.discover();
		List<FaceLayout> layouts = new ArrayList<>();
		for (PluginInfo<FaceLayout> info : index.getPlugins(FaceLayout.class)) {
			try {
				layouts.add(info.createInstance());
			}
			catch (InstantiableException e) {
				throw new IllegalStateException(info.getClassName() + " needs a public constructor without parameters",
					e);
			}
		}
		return layouts;
	}

	/**
	 * Finds the layout with a name, or the one that matches a source.
	 *
	 * @param name name of a layout, in any case, or {@link #AUTO}
	 * @param root the folder or file that is to be imported
	 * @return the layout
	 * @throws HyojoException if there is none of that name, or none matches the source
	 */
	static FaceLayout choose(String name, Path root) {
		List<FaceLayout> all = all();
		boolean auto = name.equalsIgnoreCase(AUTO);
		return all.stream() //
			.filter(layout -> auto ? layout.matches(root) : layout.name().equalsIgnoreCase(name)) //
			.findFirst().orElseThrow(() -> auto ? unknown(root, all) : new HyojoException("There is no layout \"" + name +
				"\"; choose " + AUTO + ", " + all.stream().map(FaceLayout::name).collect(Collectors.joining(", ")) + "."));
	}

	private static HyojoException unknown(Path root, List<FaceLayout> all) {
		return new HyojoException(root + " holds no faces that can be recognised. Expected is " +
			all.stream().map(layout -> layout.name() + ": " + layout.tree()).collect(Collectors.joining("; or ")) +
			". Found is " + new FrameTree(root, Progress.SILENT).content() + ".");
	}

	/**
	 * Finds what a source holds, and insists that it is something.
	 *
	 * @param root an existing folder or file
	 * @param progress asked at each folder
	 * @return at least one sequence
	 * @throws HyojoException if there is none, or a table of labels is wrong
	 */
	default Found findSome(Path root, Progress progress) {
		Found found = find(root, progress);
		if (!found.sequences().isEmpty()) return found;
		String why = found.problems().isEmpty() ? "" : " " + found.problems().get(0).file() + ": " +
			found.problems().get(0).reason();
		throw new HyojoException(root + " does not fit the layout " + name() + ". Expected is " + tree() + ". Found is " +
			new FrameTree(root, progress).content() + "." + why + " Choose another folder or layout.");
	}
}
