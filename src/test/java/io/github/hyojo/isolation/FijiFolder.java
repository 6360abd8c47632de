package io.github.hyojo.isolation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder like that of a Fiji in which Hyojo is installed: made of the compiled classes and the jars of the class path. */
final class FijiFolder {

	/** Jars that are Hyojo's alone, by the beginning of their names. */
	private static final List<String> ISOLATED = List.of("api-0", "tensorflow-", "javacpp-", "ffmpeg-", "opencv-", "openblas-",
		"protobuf-java-", "jna-", "commons-compress-");
	private static final Path CLASSES = Path.of("target/classes");
	static final Path TESTS = Path.of("target/test-classes").toAbsolutePath();
	private static final long MINUTES = 3;

	final Path root;
	final Path hyojo;
	final Path common;
	final Path natives;

	FijiFolder(Path root) throws IOException {
		this.root = root;
		hyojo = Files.createDirectories(root.resolve("plugins")).resolve("Hyojo_.jar");
		pack(hyojo);
		common = Files.createDirectories(root.resolve("lib/hyojo"));
		natives = Files.createDirectories(Libraries.of(hyojo).orElseThrow().natives());
		Files.createDirectories(root.resolve("jars"));
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			Path jar = Path.of(entry).toAbsolutePath();
			String name = jar.getFileName().toString();
			if (!name.endsWith(".jar")) continue;
			boolean isolated = ISOLATED.stream().anyMatch(name::startsWith);
			boolean native_ = isolated && name.matches(".*-(linux|windows|macosx)-.*");
			place(jar, (native_ ? natives : isolated ? common : root.resolve("jars")).resolve(name));
		}
	}

	private static void pack(Path jar) throws IOException {
		try (Stream<Path> files = Files.walk(CLASSES); OutputStream out = Files.newOutputStream(jar);
				ZipOutputStream zip = new ZipOutputStream(out))
		{
			zip.setLevel(0);
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				zip.putNextEntry(new ZipEntry(CLASSES.relativize(file).toString().replace('\\', '/')));
				zip.write(Files.readAllBytes(file));
			}
		}
	}

	/** A link, as the jars are large; a copy where links may not be made. */
	private static void place(Path jar, Path link) throws IOException {
		try {
			Files.createSymbolicLink(link, jar);
		}
		catch (IOException | UnsupportedOperationException e) {
			Files.copy(jar, link);
		}
	}

	/** @return what Fiji would have on its class path, without Hyojo */
	List<Path> jars() throws IOException {
		try (Stream<Path> jars = Files.list(root.resolve("jars"))) {
			return jars.sorted().toList();
		}
	}

	/** The jar whose name begins so, in one of Hyojo's own folders. */
	Path jar(Path folder, String name) throws IOException {
		try (Stream<Path> jars = Files.list(folder)) {
			return jars.filter(jar -> jar.getFileName().toString().startsWith(name)).findAny().orElseThrow();
		}
	}

	/** @return all files with their sizes */
	List<String> files() throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.map(file -> file + " " + file.toFile().length()).sorted().toList();
		}
	}

	/**
	 * Runs a program in a Java of its own, in which Hyojo is on the class path as in Fiji.
	 *
	 * @param before jars of other plugins, which come first
	 * @param program options, a class or a source file, and its arguments
	 * @return what it printed
	 */
	String run(List<Path> before, Object... program) throws Exception {
		List<Path> classPath = new ArrayList<>(before);
		classPath.addAll(List.of(hyojo, TESTS));
		classPath.addAll(jars());
		return java(classPath, false, program);
	}

	/** The same without classes of tests, and with what the program prints as errors in its output. */
	String runAlone(Object... program) throws Exception {
		List<Path> classPath = new ArrayList<>(List.of(hyojo));
		classPath.addAll(jars());
		return java(classPath, true, program);
	}

	static String java(List<Path> classPath, boolean merged, Object... program) throws Exception {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx512m", "-Djava.awt.headless=true", "-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(
				File.pathSeparator))));
		Arrays.stream(program).map(Object::toString).forEach(command::add);
		File errors = File.createTempFile("errors", ".txt");
		ProcessBuilder builder = new ProcessBuilder(command);
		if (merged) builder.redirectErrorStream(true);
		else builder.redirectError(errors);
		builder.environment().put("CUDA_VISIBLE_DEVICES", "-1");
		Process process = builder.start();
		try {
			process.getOutputStream().close();
			String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
			assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES));
			assertEquals(out + Files.readString(errors.toPath()), 0, process.exitValue());
			return out;
		}
		finally {
			process.destroyForcibly();
			errors.delete();
		}
	}
}
