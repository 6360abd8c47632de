package io.github.hyojo.isolation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;

/** Installations in which something is missing or damaged: one sentence says what, and what to do. */
public class BadInstallationTest {

	private static final Path FILM = Path.of("src/test/resources/io/github/hyojo/picture/reordered.mp4");
	private static final Path PICTURE = Path.of("test-images/faces/images/S001/002/S001_002_00000001.png");

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private FijiFolder fiji;

	@Before
	public void install() throws IOException {
		fiji = new FijiFolder(temp.newFolder("Fiji").toPath());
	}

	private void check() {
		Libraries libraries = Libraries.of(fiji.hyojo).orElseThrow();
		libraries.check(new IsolatingLoader(libraries.jars().toArray(new URL[0]), getClass().getClassLoader()));
	}

	private void assertRefused(String... words) {
		String message = assertThrows(HyojoException.class, this::check).getMessage();
		for (String word : words) assertTrue(message, message.contains(word));
	}

	@Test
	public void nothingIsWrong() {
		check();
	}

	@Test
	public void eachJarThatIsMissingIsNamed() throws IOException {
		for (String jar : List.of("api", "tensorflow-engine", "tensorflow-api", "protobuf-java", "javacpp", "ffmpeg", "opencv",
			"openblas"))
		{
			Path file = fiji.jar(fiji.common, jar + "-"), aside = temp.getRoot().toPath().resolve("aside");
			Files.move(file, aside);
			assertRefused("not installed completely, because " + jar + " is missing in " + fiji.common, "install Hyojo again.");
			Files.move(aside, file);
		}
	}

	@Test
	public void aJarThatIsCutOff() throws IOException {
		Path jar = fiji.jar(fiji.common, "tensorflow-engine-");
		byte[] whole = Files.readAllBytes(jar);
		Files.delete(jar);
		Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
		assertRefused(jar + " is damaged or cannot be read", "delete it and run Help > Update...");
	}

	@Test
	public void noFolderOfLibraries() throws IOException {
		assertEquals(Optional.empty(), Libraries.of(temp.newFolder("plain", "plugins").toPath().resolve("Hyojo_.jar")));
		assertEquals("classes in development", Optional.empty(), Libraries.of(Path.of("target/classes")));
	}

	/** As when Fiji was copied from another computer. */
	@Test
	public void nativesOfAnotherPlatform() throws Exception {
		Files.move(fiji.natives.getParent(), fiji.root.resolve("lib/other"));
		List<String> said = fiji.run(List.of(), UseHyojo.class.getName(), FILM, PICTURE).lines().toList();
		assertEquals("" + said, 3, said.size());
		String opencv = " on this machine, because OpenCV's library is missing or does not load (no jar opencv in " + fiji.natives
			+ "); install it, or ";
		assertEquals("refused: Faces cannot be found" + opencv + "align by landmarks or not at all.", said.get(0));
		assertEquals("refused: Faces cannot be steadied" + opencv + "write steady=false.", said.get(1));
		assertEquals("refused: Films cannot be read on this machine, because FFmpeg's library is missing or does not load (no jar "
			+ "ffmpeg in " + fiji.natives + "); install it, or extract the frames as images.", said.get(2));
	}
}
