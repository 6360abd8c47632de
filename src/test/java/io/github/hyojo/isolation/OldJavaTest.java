package io.github.hyojo.isolation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A Fiji whose Java is too old. There is none to test with, so that Hyojo's classes are made too new for the Java at hand,
 * which refuses them in the same way.
 */
public class OldJavaTest {

	private static final Path PROGRAM = Path.of("src/test/resources/io/github/hyojo/gate/OldFiji.java");
	private static final int MAJOR = 6;
	private static final short JAVA_8 = 52, JAVA_17 = 61, FUTURE = 200;

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private static short major(Path file) throws IOException {
		return ByteBuffer.wrap(Files.readAllBytes(file)).getShort(MAJOR);
	}

	private static List<Path> classes(Path root) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(file -> file.toString().endsWith(".class")).toList();
		}
	}

	private static void makeTooNew(Path jar) throws IOException {
		try (FileSystem zip = FileSystems.newFileSystem(jar)) {
			for (Path file : classes(zip.getPath("/io/github/hyojo"))) {
				if (file.startsWith("/io/github/hyojo/gate")) continue;
				byte[] bytes = Files.readAllBytes(file);
				ByteBuffer.wrap(bytes).putShort(MAJOR, FUTURE);
				Files.write(file, bytes);
			}
		}
	}

	@Test
	public void theGateIsForJava8AndTheRestForJava17() throws IOException {
		assertEquals(JAVA_17, major(Path.of("target/classes/io/github/hyojo/HyojoException.class")));
		List<Path> gate = classes(Path.of("target/classes/io/github/hyojo/gate"));
		assertTrue("" + gate, gate.size() >= 3);
		for (Path file : gate) assertEquals(file.toString(), JAVA_8, major(file));
	}

	@Test
	public void aJavaThatIsTooOldIsTold() throws Exception {
		FijiFolder fiji = new FijiFolder(temp.newFolder("Fiji").toPath());
		makeTooNew(fiji.hyojo);
		String sentence = "Hyojo needs Java 17 or newer, and this Fiji or ImageJ runs on Java " + System.getProperty(
			"java.version") + ": install Hyojo in a current Fiji from https://fiji.sc, which brings its own Java.";
		String out = fiji.runAlone(PROGRAM);
		// the five kinds of datasets cannot even be listed; all else is taken out again before it is used
		assertEquals(List.of("[WARNING] 5 exceptions occurred during plugin discovery.", "[WARNING] " + sentence,
			"false, 0 commands", sentence), out.lines().toList());
	}

	@Test
	public void aJavaThatFitsIsNot() throws Exception {
		FijiFolder fiji = new FijiFolder(temp.newFolder("Fiji").toPath());
		String out = fiji.runAlone(PROGRAM);
		assertEquals("true, 12 commands\nThe input \"model\" is missing: a macro gives it as model=[...].\n", out);
	}
}
