package io.github.hyojo.data;

import io.github.hyojo.HyojoException;

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
 * A way in which datasets lay out images and labels in folders.
 * <p>
 * A new layout is one new class, annotated with {@code @Plugin(type = FaceLayout.class)}; SciJava's plugin index finds
 * it. Where several layouts match a folder, the one with the highest {@code priority} is taken.
 */
public interface FaceLayout extends SciJavaPlugin {

	/** Stands for the first layout that matches the folder. */
	String AUTO = "auto";

	/** @return the name by which people choose the layout, unique ignoring case; part of the macro language */
	String name();

	/** @return the tree of files that it expects, in one line, for people to read */
	String tree();

	/**
	 * Tells from a glance whether a folder looks like this layout.
	 *
	 * @param root an existing folder
	 * @return whether {@link #faces} can be expected to succeed
	 */
	boolean matches(Path root);

	/**
	 * Finds all images and what is known about them, without reading the images.
	 *
	 * @param root an existing folder
	 * @return the faces, at least one; those of a sequence in the order of time
	 * @throws HyojoException if the folder does not fit the layout, or a label file in it is wrong
	 */
	List<Face> faces(Path root);

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
	 * Finds the layout with a name, or the one that matches a folder.
	 *
	 * @param name name of a layout, in any case, or {@link #AUTO}
	 * @param root the folder that is to be imported
	 * @return the layout
	 * @throws HyojoException if there is none of that name, or none matches the folder
	 */
	static FaceLayout choose(String name, Path root) {
		List<FaceLayout> all = all();
		boolean auto = name.equalsIgnoreCase(AUTO);
		return all.stream() //
			.filter(layout -> auto ? layout.matches(root) : layout.name().equalsIgnoreCase(name)) //
			.findFirst().orElseThrow(() -> new HyojoException(auto //
				? "The folder " + root + " holds no subjects' folders; expected is " +
					all.stream().map(FaceLayout::tree).collect(Collectors.joining(", or ")) + "."
				: "There is no layout \"" + name + "\"; choose " + AUTO + ", " +
					all.stream().map(FaceLayout::name).collect(Collectors.joining(", ")) + "."));
	}
}
