package io.github.hyojo.isolation;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

import io.github.hyojo.HyojoException;

/**
 * Gives the implementations that touch libraries of which other plugins may have other versions. Where Hyojo is
 * installed with such libraries of its own (see {@link Libraries}), they are loaded apart from everybody's; otherwise, as
 * in development, they are on the class path.
 */
public final class Isolated {

	/** One per Hyojo in this Java, as native libraries are loaded once. */
	private static final Isolated HERE = new Isolated();
	/** System property with the loader that has the native libraries: Java lets no second one load them. */
	private static final String OWNER = "io.github.hyojo.natives";

	private static final long MEGABYTE = 1_000_000;
	/** Bytes that the largest of the libraries takes, about. */
	private static final long ROOM = 100 * MEGABYTE;

	private final Map<Class<?>, Object> services = new HashMap<>();
	private ClassLoader loader;
	/** Where native libraries are unpacked; null if JavaCPP has its usual place. */
	private Path unpacked;

	private Isolated() {}

	/**
	 * @param <S> the interface
	 * @param type an interface that one class implements, which is named in {@code META-INF/services}
	 * @return its implementation, always the same
	 * @throws HyojoException if its libraries are missing or damaged, or are in use by another Hyojo in this Java
	 */
	public static <S> S service(Class<S> type) {
		return HERE.get(type);
	}

	/** @return the jar with TensorFlow's native library that is installed with Hyojo, if there is one */
	public static Optional<Path> tensorFlow() {
		return place().flatMap(Libraries::of).flatMap(Libraries::tensorFlow);
	}

	/**
	 * @param library the beginning of a jar's name, for example {@code opencv}
	 * @param e how its native library failed to load
	 * @return why: that its jar for this platform is not installed, that there is no room to unpack it, or else what Java
	 *         says
	 */
	public static String reason(String library, LinkageError e) {
		return HERE.why(library, e);
	}

	private synchronized String why(String library, LinkageError e) {
		Optional<Libraries> libraries = place().flatMap(Libraries::of);
		if (libraries.isPresent() && !libraries.get().hasNatives(library)) {
			return "no jar " + library + " in " + libraries.get().natives();
		}
		long room = unpacked == null ? ROOM : unpacked.toFile().getUsableSpace();
		if (room < ROOM) return "only " + room / MEGABYTE + " MB are free in " + unpacked + ", where it is unpacked";
		return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
	}

	private synchronized <S> S get(Class<S> type) {
		if (loader == null) loader = loader();
		checkOwner();
		try {
			Object service = services.get(type);
			if (service == null) services.put(type, service = ServiceLoader.load(type, loader).iterator().next());
			return type.cast(service);
		}
		catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
			Throwable cause = e.getCause() == null ? e : e.getCause();
			throw new HyojoException("Hyojo's libraries are incomplete or damaged (" + cause
				+ "): run Help > Update..., or install Hyojo again.", e);
		}
	}

	private ClassLoader loader() {
		ClassLoader everybody = Isolated.class.getClassLoader();
		Optional<Path> hyojo = place();
		Optional<Libraries> libraries = hyojo.flatMap(Libraries::of);
		if (libraries.isEmpty()) return everybody;
		List<URL> jars = new ArrayList<>(libraries.get().jars());
		jars.add(Isolated.class.getProtectionDomain().getCodeSource().getLocation());
		IsolatingLoader loader = new IsolatingLoader(jars.toArray(new URL[0]), everybody);
		libraries.get().check(loader);
		unpacked = NativeCache.ofItsOwn(loader).orElse(null);
		return loader;
	}

	/** Hyojo's jar, or the folder of its classes. */
	private static Optional<Path> place() {
		CodeSource source = Isolated.class.getProtectionDomain().getCodeSource();
		try {
			return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
		}
		catch (URISyntaxException | IllegalArgumentException e) {
			return Optional.empty(); // from no file
		}
	}

	/** Plain ImageJ's Refresh Menus, for one, loads all plugins again. */
	private void checkOwner() {
		String mine = owner();
		Object owner = System.getProperties().putIfAbsent(OWNER, mine);
		if (owner == null || owner.equals(mine)) return;
		throw new HyojoException("Hyojo was loaded a second time in this Java, as Refresh Menus does, and its native libraries "
			+ "are in use by the first one: restart Fiji or ImageJ.");
	}

	private String owner() {
		ClassLoader natives = loader;
		try {
			natives = Class.forName("org.bytedeco.javacpp.Loader", false, loader).getClassLoader();
		}
		catch (ClassNotFoundException | LinkageError e) {
			// is told where the library is needed
		}
		return natives.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(natives));
	}
}
