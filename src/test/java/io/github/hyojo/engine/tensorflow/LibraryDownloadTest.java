package io.github.hyojo.engine.tensorflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import com.sun.net.httpserver.HttpServer;

import io.github.hyojo.Progress;

/** Fetching TensorFlow from a server of the test's own. */
public class LibraryDownloadTest {

	private static final LibraryPlatform PLATFORM = new LibraryPlatform("linux-x86_64", "linux-x86_64", List.of(
		"libjnitensorflow.so", "libtensorflow_cc.so.2"));
	private static final byte[] LIBRARY = new byte[3_000_000];

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	private final List<String> reports = new ArrayList<>();
	private HttpServer server;
	private Path folder;

	@Before
	public void serve() throws IOException {
		new Random(1).nextBytes(LIBRARY);
		folder = temp.newFolder("library").toPath();
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.start();
	}

	@After
	public void stop() {
		server.stop(0);
	}

	/** @param length that the server says; what is missing never comes */
	private void offer(String path, byte[] content, long length) {
		server.createContext(path, exchange -> {
			exchange.sendResponseHeaders(200, length);
			exchange.getResponseBody().write(content);
			exchange.close();
		});
	}

	private void offer(String path, byte[] content) {
		offer(path, content, content.length);
	}

	private LibraryDownload from(String path) {
		return new LibraryDownload(URI.create("http://localhost:" + server.getAddress().getPort() + path));
	}

	private void report(String message, long done, long total) {
		reports.add(message + " " + done + "/" + total);
	}

	private static byte[] jar() throws IOException {
		return jar("linux-x86_64");
	}

	private static byte[] jar(String platform) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (String file : PLATFORM.files()) {
				zip.putNextEntry(new ZipEntry("org/tensorflow/internal/c_api/" + platform + "/" + file));
				zip.write(LIBRARY);
			}
		}
		return bytes.toByteArray();
	}

	private static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content);
		}
		return bytes.toByteArray();
	}

	private void assertContent(String... files) throws IOException {
		String[] content = folder.toFile().list();
		Arrays.sort(content);
		assertArrayEquals(Arrays.toString(content), files, content);
	}

	@Test
	public void theListOfAServerLikeDjls() throws Exception {
		offer("/tensorflow/2.16.1/files.txt", ("cpu/linux-x86_64/native/lib/libjnitensorflow.so.gz\n"
			+ "cpu/linux-x86_64/native/lib/libtensorflow_cc.so.2.gz\ncpu/win-x86_64/native/lib/jnitensorflow.dll.gz\n").getBytes(
				StandardCharsets.UTF_8));
		for (String file : PLATFORM.files()) offer("/tensorflow/2.16.1/cpu/linux-x86_64/native/lib/" + file + ".gz", gzip(
			LIBRARY));
		from("/tensorflow/2.16.1/").into(PLATFORM, folder, this::report);
		assertContent("libjnitensorflow.so", "libtensorflow_cc.so.2");
		assertArrayEquals(LIBRARY, Files.readAllBytes(folder.resolve("libtensorflow_cc.so.2")));
		assertTrue(reports.toString(), reports.contains("Downloading libtensorflow_cc.so.2.gz (MB) 3/3"));
		assertTrue(reports.toString(), reports.contains("Unpacking libtensorflow_cc.so.2.gz (MB) 3/0"));
	}

	/** Its files are in a folder of another name. */
	@Test
	public void aJarForGpus() throws Exception {
		offer("/my-gpu.jar", jar("linux-x86_64-gpu"));
		from("/my-gpu.jar").into(PLATFORM, folder, this::report);
		assertContent("libjnitensorflow.so", "libtensorflow_cc.so.2");
	}

	@Test
	public void aListWithoutThisPlatform() {
		offer("/files.txt", "cpu/win-x86_64/native/lib/jnitensorflow.dll.gz\n".getBytes(StandardCharsets.UTF_8));
		String message = assertThrows(IOException.class, () -> from("/").into(PLATFORM, folder, this::report)).getMessage();
		assertTrue(message, message.contains("no library for cpu/linux-x86_64/"));
	}

	@Test
	public void aJar() throws Exception {
		offer("/my.jar", jar());
		from("/my.jar").into(PLATFORM, folder, this::report);
		assertContent("libjnitensorflow.so", "libtensorflow_cc.so.2");
		assertArrayEquals(LIBRARY, Files.readAllBytes(folder.resolve("libjnitensorflow.so")));
	}

	@Test
	public void aJarFromAFile() throws Exception {
		Path jar = temp.getRoot().toPath().resolve("表情 my.jar");
		Files.write(jar, jar());
		new LibraryDownload(jar.toUri()).into(PLATFORM, folder, this::report);
		assertContent("libjnitensorflow.so", "libtensorflow_cc.so.2");
		assertTrue("the original stays", Files.exists(jar));
	}

	@Test
	public void aJarThatIsNotTheOriginal() throws Exception {
		String name = "/tensorflow-core-native-1.0.0-rc.1-linux-x86_64.jar";
		offer(name, jar());
		String message = assertThrows(IOException.class, () -> from(name).into(PLATFORM, folder, this::report)).getMessage();
		assertTrue(message, message.contains("damaged or not the original") && message.contains("not with 05fa0e05"));
		assertContent();
	}

	@Test
	public void theChecksumOfTheEmptyFile() throws Exception {
		Path empty = temp.newFile().toPath();
		assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Transfer.sha256(empty,
			Progress.SILENT));
	}

	@Test
	public void theConnectionIsCut() throws Exception {
		offer("/my.jar", Arrays.copyOf(jar(), 1_000_000), jar().length);
		assertThrows(IOException.class, () -> from("/my.jar").into(PLATFORM, folder, this::report));
		assertContent();
	}

	@Test
	public void canceledInTheMiddle() throws Exception {
		offer("/my.jar", jar());
		Progress impatient = new Progress() {

			private boolean begun;

			@Override
			public void report(String message, long done, long total) {
				begun |= done > 0;
			}

			@Override
			public boolean isCanceled() {
				return begun;
			}
		};
		assertThrows(CancellationException.class, () -> from("/my.jar").into(PLATFORM, folder, impatient));
		assertContent();
	}

	/** The server holds back the rest until the cancel was heard. */
	@Test
	public void canceledWhileTheServerIsSilent() throws Exception {
		CountDownLatch heard = new CountDownLatch(1);
		AtomicBoolean begun = new AtomicBoolean();
		byte[] jar = jar();
		server.createContext("/slow.jar", exchange -> {
			exchange.sendResponseHeaders(200, jar.length);
			exchange.getResponseBody().write(jar, 0, 2_000_000);
			exchange.getResponseBody().flush();
			begun.set(true);
			try {
				heard.await();
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			exchange.close();
		});
		assertThrows(CancellationException.class, () -> from("/slow.jar").into(PLATFORM, folder, Progress.SILENT.canceledBy(
			begun::get)));
		heard.countDown();
		assertContent();
	}

	@Test
	public void nothingThere() {
		assertThrows(IOException.class, () -> from("/nothing.jar").into(PLATFORM, folder, this::report));
		assertThrows(IOException.class, () -> from("/").into(PLATFORM, folder, this::report));
	}
}
