package io.github.hyojo.isolation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Hyojo, installed as in Fiji, in one Java with libraries that other plugins bring: both do their work, whoever is first.
 * Each case has a Java of its own. The Fiji is in a folder with blanks and Japanese characters.
 */
public class BesideOthersTest {

	private static final Path OTHERS = Path.of("target/others");
	private static final Path FILM = Path.of("src/test/resources/io/github/hyojo/picture/reordered.mp4");
	private static final Path PICTURE = Path.of("test-images/faces/images/S001/002/S001_002_00000001.png");
	private static final Path PROGRAMS = Path.of("src/test/resources/io/github/hyojo/isolation");
	private static final String LOOKED = "a face of 70 pixels\nsteadied 2 faces\na film of 40 frames\n";
	private static final String ALL = LOOKED + "Hyojo's TensorFlow 2.16.1 encodes 12 faces\n";

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private FijiFolder fiji;

	@Before
	public void install() throws IOException {
		fiji = new FijiFolder(temp.newFolder("my 表情 Fiji").toPath());
	}

	private static List<Path> others(String... names) throws IOException {
		List<Path> jars = new ArrayList<>();
		try (Stream<Path> files = Files.list(OTHERS)) {
			for (Path jar : files.sorted().toList()) {
				for (String name : names) if (jar.getFileName().toString().startsWith(name)) jars.add(jar);
			}
		}
		assertTrue("" + jars, jars.size() >= names.length);
		return jars;
	}

	private Path work() {
		return temp.getRoot().toPath().resolve("work");
	}

	private static void assumeTensorFlow1() {
		assumeTrue("There is no TensorFlow 1 for this machine.", System.getProperty("os.arch").matches("amd64|x86_64"));
	}

	/** Another plugin's DJL, too, of which Hyojo's DJL must not see that it has engines. */
	private List<Path> tensorFlow1() throws IOException {
		Path services = temp.newFolder("theirs", "META-INF", "services").toPath();
		Files.writeString(services.resolve("ai.djl.engine.EngineProvider"), "ai.djl.other.engine.OtherEngineProvider");
		List<Path> jars = others("libtensorflow-", "libtensorflow_jni", "proto-");
		jars.add(temp.getRoot().toPath().resolve("theirs"));
		return jars;
	}

	@Test
	public void tensorFlow1First() throws Exception {
		assumeTensorFlow1();
		String doubled = "TensorFlow 1.15.0 doubles 3 to 6.0\n";
		assertEquals(doubled + ALL + doubled, fiji.run(tensorFlow1(), PROGRAMS.resolve("BesideTensorFlow1.java"), "first", FILM,
			PICTURE, work()));
	}

	@Test
	public void hyojoFirstThenTensorFlow1() throws Exception {
		assumeTensorFlow1();
		List<String> before = fiji.files();
		assertEquals(ALL + "TensorFlow 1.15.0 doubles 3 to 6.0\n", fiji.run(tensorFlow1(), PROGRAMS.resolve(
			"BesideTensorFlow1.java"), "second", FILM, PICTURE, work()));
		assertEquals("nothing is written into Fiji", before, fiji.files());
	}

	@Test
	public void anotherJavaCpp() throws Exception {
		String theirs = "JavaCPP 1.5.10 has FFmpeg 60\n";
		assertEquals(theirs + ALL + theirs, fiji.run(others("javacpp-1.5.10", "ffmpeg-6.1.1"), PROGRAMS.resolve(
			"BesideJavaCpp.java"), "first", FILM, PICTURE, work()));
	}

	@Test
	public void theSameJavaCpp() throws Exception {
		List<Path> theirs = List.of(fiji.jar(fiji.common, "javacpp-"), fiji.jar(fiji.common, "ffmpeg-"), fiji.jar(fiji.natives,
			"ffmpeg-"));
		String told = "JavaCPP 1.5.11 has FFmpeg 61\n";
		assertEquals(told + LOOKED + told, fiji.run(theirs, PROGRAMS.resolve("BesideJavaCpp.java"), "first", FILM, PICTURE));
	}

	@Test
	public void twoHyojos() throws Exception {
		String out = FijiFolder.java(fiji.jars(), false, PROGRAMS.resolve("TwoHyojos.java"), fiji.hyojo, FijiFolder.TESTS, FILM,
			PICTURE);
		String refused = "refused: Hyojo was loaded a second time in this Java, as Refresh Menus does, and its native libraries are "
			+ "in use by the first one: restart Fiji or ImageJ.\n";
		assertEquals(LOOKED + refused.repeat(3), out);
	}
}
