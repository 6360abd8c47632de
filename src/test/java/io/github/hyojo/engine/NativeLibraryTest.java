package io.github.hyojo.engine;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.TinyModel;

/** TensorFlow is started once per process, so that each case has a process of its own. */
public class NativeLibraryTest {

	private static final String CLASS_PATH = System.getProperty("java.class.path");
	private static final String WITHOUT_NATIVES = Arrays.stream(CLASS_PATH.split(File.pathSeparator)).filter(
		path -> !path.contains("tensorflow-core-native")).collect(Collectors.joining(File.pathSeparator));

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	/** What a process prints that starts TensorFlow. */
	private String start(String classPath, String... optionsAndArguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx256m", "-cp", classPath));
		Arrays.stream(optionsAndArguments).filter(option -> option.startsWith("-")).forEach(command::add);
		command.add(StartEngine.class.getName());
		Arrays.stream(optionsAndArguments).filter(option -> !option.startsWith("-")).forEach(command::add);
		ProcessBuilder process = new ProcessBuilder(command);
		process.redirectError(ProcessBuilder.Redirect.DISCARD);
		process.environment().keySet().removeAll(List.of("TENSORFLOW_LIBRARY_PATH", "ENGINE_CACHE_DIR", "DJL_OFFLINE"));
		process.environment().put("CUDA_VISIBLE_DEVICES", "-1");
		Process running = process.start();
		String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(out, 0, running.waitFor());
		return out;
	}

	private String cache() throws IOException {
		return "-DENGINE_CACHE_DIR=" + temp.newFolder("cache");
	}

	private static void assertRefused(String out, String... words) {
		assertTrue(out, out.startsWith("refused: "));
		assertEquals("one sentence: " + out, 1, out.trim().lines().count());
		for (String word : words) assertTrue(out, out.contains(word));
	}

	@Test
	public void asManyThreadsAsAreAllowed() throws Exception {
		assumeTrue("counts them in /proc", Files.isDirectory(Path.of("/proc/self/task")));
		int one = Integer.parseInt(start(CLASS_PATH, "threads=1").trim());
		int nine = Integer.parseInt(start(CLASS_PATH, "threads=9").trim());
		assertEquals(8, nine - one, 2); // Java may start a few itself
	}

	@Test
	public void aGpuIsAskedForAndNoneThere() throws Exception {
		String out = start(CLASS_PATH, TinyModel.folder().toString());
		assertTrue(out, out.startsWith("started 2.16.1"));
		assertRefused(out.lines().skip(1).collect(Collectors.joining()), "TensorFlow can use no GPU here", "choose the device auto or CPU");
	}

	@Test
	public void aPlatformWithoutTensorFlow() throws Exception {
		assertRefused(start(CLASS_PATH, "-Dos.arch=riscv64"), "no TensorFlow library", "on riscv64");
	}

	@Test
	public void noLibraryAndDownloadsSwitchedOff() throws Exception {
		assertRefused(start(WITHOUT_NATIVES, cache(), "-Dai.djl.offline=true"), "not on this machine",
			"downloads are switched off", "offline bundle", "TENSORFLOW_LIBRARY_PATH");
	}

	@Test
	public void noLibraryAndNoNetwork() throws Exception {
		// a proxy that refuses every connection
		assertRefused(start(WITHOUT_NATIVES, cache(), "-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=9",
			"-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=9"), "native library cannot be fetched", "check the network", "offline bundle",
			"TENSORFLOW_LIBRARY_PATH");
	}

	@Test
	public void aLibraryFolderWithoutLibrary() throws Exception {
		assertRefused(start(CLASS_PATH, cache(), "-Dai.djl.offline=true", "-DTENSORFLOW_LIBRARY_PATH=" + temp.newFolder(
			"nothing")), "TENSORFLOW_LIBRARY_PATH");
	}

	@Test
	public void theLibraryComesFromAJarThatIsNamed() throws Exception {
		String natives = Arrays.stream(CLASS_PATH.split(File.pathSeparator)).filter(path -> path.contains(
			"tensorflow-core-native")).findAny().orElseThrow();
		// unpacked before, as all of it would take long
		Path unpacked = temp.newFolder("cache").toPath().resolve("tensorflow/hyojo-jar-" + Path.of(natives).getFileName()
			.toString().replace(".jar", ""));
		Files.createDirectories(unpacked);
		assertRefused(start(WITHOUT_NATIVES, "-DENGINE_CACHE_DIR=" + temp.getRoot().toPath().resolve("cache"),
			"-Dai.djl.offline=true", "library=" + natives), "cannot be loaded");
		assertRefused(start(WITHOUT_NATIVES, "-Dai.djl.offline=true", "library=" + temp.newFolder("empty")),
			"holds no TensorFlow library");
		assertRefused(start(WITHOUT_NATIVES, "-Dai.djl.offline=true", "library=/nowhere/x.jar"), "neither a folder nor a jar");
	}

	@Test
	public void aCacheThatCannotBeWritten() throws Exception {
		Path file = temp.newFile("file").toPath();
		Files.writeString(file, "in the way");
		assertRefused(start(CLASS_PATH, "-DENGINE_CACHE_DIR=" + file), "cannot be unpacked into " + file, "make room",
			"ENGINE_CACHE_DIR");
		assertEquals("in the way", Files.readString(file));
		assertArrayEquals(new String[] { "file" }, temp.getRoot().list());
		assertFalse(Files.isDirectory(file));
	}
}
