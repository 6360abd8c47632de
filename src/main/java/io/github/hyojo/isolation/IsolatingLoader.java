package io.github.hyojo.isolation;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Takes classes from its own jars first, and from everybody's if they are not there; what other plugins may have in
 * other versions, from its own jars alone. Hyojo's own classes are everybody's, but for those that touch such libraries:
 * so these see the same settings and tensors as the rest.
 */
final class IsolatingLoader extends URLClassLoader {

	static {
		registerAsParallelCapable();
	}

	/** Hyojo's packages that are loaded here. */
	static final List<String> PACKAGES = List.of("io.github.hyojo.engine.tensorflow.", "io.github.hyojo.model.graph.",
		"io.github.hyojo.face.opencv.", "io.github.hyojo.picture.ffmpeg.");
	/** What is never taken from others, as it would be of another version or come with natives that clash. */
	static final List<String> APART = List.of("ai.djl.", "org.tensorflow.", "org.bytedeco.", "com.google.protobuf.");

	private static final String HYOJO = "io.github.hyojo.";
	private static final String SERVICES = "META-INF/services/";
	/** Where DJL's jars say which native library they bring. */
	private static final String DJL_NATIVES = "native/lib/";

	/**
	 * @param jars its own, Hyojo's among them
	 * @param everybody has the rest of Hyojo's classes
	 */
	IsolatingLoader(URL[] jars, ClassLoader everybody) {
		super("hyojo", jars, everybody);
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		if (name.startsWith("java.") || name.startsWith(HYOJO) && !starts(name, PACKAGES)) return super.loadClass(name, resolve);
		synchronized (getClassLoadingLock(name)) {
			Class<?> known = findLoadedClass(name);
			return known != null ? known : own(name);
		}
	}

	private Class<?> own(String name) throws ClassNotFoundException {
		try {
			return findClass(name);
		}
		catch (ClassNotFoundException e) {
			if (starts(name, APART) || starts(name, PACKAGES)) throw e;
			return super.loadClass(name, false);
		}
	}

	@Override
	public URL getResource(String name) {
		URL own = findResource(name);
		return own != null || isApart(name) ? own : super.getResource(name);
	}

	@Override
	public Enumeration<URL> getResources(String name) throws IOException {
		List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
		if (!isApart(name)) all.addAll(Collections.list(getParent().getResources(name)));
		return Collections.enumeration(all);
	}

	private static boolean isApart(String resource) {
		String name = resource.startsWith(SERVICES) ? resource.substring(SERVICES.length()) : resource;
		return resource.startsWith(DJL_NATIVES) || starts(name.replace('/', '.'), APART);
	}

	private static boolean starts(String name, List<String> prefixes) {
		return prefixes.stream().anyMatch(name::startsWith);
	}
}
