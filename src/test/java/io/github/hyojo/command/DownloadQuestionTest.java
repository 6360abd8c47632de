package io.github.hyojo.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import org.junit.Rule;
import org.junit.Test;
import org.junit.experimental.categories.Category;
import org.junit.rules.TemporaryFolder;

import com.sun.net.httpserver.HttpServer;

import io.github.hyojo.WindowTest;

/** The question whether to download TensorFlow, each time in a process that has none. */
@Category(WindowTest.class)
public class DownloadQuestionTest {

	private static final List<String> CLASS_PATH = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
	private static final String NATIVES = "tensorflow-core-native";

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private Path cache;

	/** What the process says, by what it is about. */
	private Map<String, String> answer(String answer, URI source) throws Exception {
		cache = temp.newFolder("cache").toPath();
		ProcessBuilder process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			CLASS_PATH.stream().filter(path -> !path.contains(NATIVES)).collect(Collectors.joining(File.pathSeparator)),
			"-Djava.util.prefs.userRoot=" + temp.newFolder("preferences"), "-DENGINE_CACHE_DIR=" + cache,
			"-DHYOJO_TENSORFLOW_URL=" + source, AskedForDownload.class.getName(), answer);
		process.redirectError(ProcessBuilder.Redirect.DISCARD);
		process.environment().keySet().removeAll(List.of("TENSORFLOW_LIBRARY_PATH", "ENGINE_CACHE_DIR", "DJL_OFFLINE",
			"HYOJO_TENSORFLOW_URL"));
		Process running = process.start();
		String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(out, 0, running.waitFor());
		Map<String, String> said = new TreeMap<>();
		out.lines().filter(line -> line.contains(": ")).forEach(line -> said.put(line.substring(0, line.indexOf(": ")), line
			.substring(line.indexOf(": ") + 2)));
		assertTrue(out, said.get("inputs").startsWith("TensorFlow: not loaded yet"));
		assertTrue(out, said.get("question").startsWith("TensorFlow's native library is not on this machine. Download it now"));
		assertTrue(out, said.get("question").contains(source.toString()));
		assertEquals(out, "answers", said.get("the event thread"));
		return said;
	}

	private void assertNothingIsLeft() {
		String[] left = cache.resolve("tensorflow").toFile().list();
		assertArrayEquals(Arrays.toString(left), new String[0], left == null ? new String[0] : left);
	}

	@Test
	public void no() throws Exception {
		assertEquals("Nothing was downloaded, and nothing works without TensorFlow: run the command again to download it, or "
			+ "choose a file that is here in Expression Engine....", answer("no", URI.create("http://localhost:1/my.jar")).get(
				"sentence"));
		assertNothingIsLeft();
	}

	/** The jar of the build, as if it were far away. */
	@Test
	public void yes() throws Exception {
		Path jar = Path.of(CLASS_PATH.stream().filter(path -> path.contains(NATIVES)).findAny().orElseThrow());
		assertEquals("ready", answer("yes", jar.toUri()).get("state"));
	}

	@Test
	public void canceledWhileTheServerIsSilent() throws Exception {
		CountDownLatch over = new CountDownLatch(1);
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/my.jar", exchange -> {
			exchange.sendResponseHeaders(200, 100_000_000);
			exchange.getResponseBody().write(new byte[1_000_000]);
			exchange.getResponseBody().flush();
			try {
				over.await();
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			exchange.close();
		});
		server.start();
		try {
			URI source = URI.create("http://localhost:" + server.getAddress().getPort() + "/my.jar");
			assertEquals("NOT_LOADED", answer("cancel", source).get("canceled"));
			assertNothingIsLeft();
		}
		finally {
			over.countDown();
			server.stop(0);
		}
	}
}
