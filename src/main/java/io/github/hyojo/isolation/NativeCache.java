package io.github.hyojo.isolation;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where JavaCPP unpacks native libraries. Java lets one class loader alone load a file, so that another plugin with the
 * same version of FFmpeg or OpenCV must have other files.
 */
final class NativeCache {

	private static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

	private NativeCache() {}

	/**
	 * Gives the JavaCPP of a loader a folder of its own, which it remembers. Others', in other loaders, are not disturbed.
	 *
	 * @param loader has not used JavaCPP yet
	 * @return the folder; empty if there is no JavaCPP or no folder that it can write to
	 */
	static Optional<Path> ofItsOwn(ClassLoader loader) {
		String before = System.getProperty(PROPERTY);
		String everybody = before != null ? before : System.getProperty("user.home") + File.separator + ".javacpp";
		System.setProperty(PROPERTY, everybody + File.separator + "hyojo" + File.separator);
		try {
			Object folder = Class.forName("org.bytedeco.javacpp.Loader", true, loader).getMethod("getCacheDir").invoke(null);
			return Optional.of(((File) folder).toPath());
		}
		catch (ReflectiveOperationException | LinkageError e) {
			return Optional.empty(); // JavaCPP says it again, to the one who needs a library
		}
		finally {
			if (before == null) System.clearProperty(PROPERTY);
			else System.setProperty(PROPERTY, before);
		}
	}
}
