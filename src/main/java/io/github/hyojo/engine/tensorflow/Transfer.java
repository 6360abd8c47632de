package io.github.hyojo.engine.tensorflow;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

import io.github.hyojo.Progress;

/** Copies what may be large and slow, in parts: it tells how far it is, and a cancel does not wait for the end. */
final class Transfer {

	/** Bytes copied between two looks at whether the user has canceled. */
	private static final int PART = 1 << 18;
	private static final long MEGABYTE = 1_000_000;
	private static final int TIMEOUT_MILLISECONDS = 20_000;
	private static final int LOOK_MILLISECONDS = 100;

	/** What may wait for the network. */
	private interface Work {

		void run() throws IOException;
	}

	private Transfer() {}

	/**
	 * @param source is read to its end
	 * @param length bytes that it should have; negative if unknown
	 * @param file to write
	 * @param message what is being done
	 * @param progress hears of every part
	 * @throws EOFException if there are fewer bytes
	 * @throws CancellationException if the progress is canceled
	 */
	static void copy(InputStream source, long length, Path file, String message, Progress progress) throws IOException {
		byte[] part = new byte[PART];
		long done = 0;
		long total = Math.max(0, length) / MEGABYTE;
		try (OutputStream out = Files.newOutputStream(file)) {
			for (int bytes = source.read(part); bytes >= 0; bytes = source.read(part)) {
				progress.checkCanceled();
				out.write(part, 0, bytes);
				done += bytes;
				progress.report(message + " (MB)", done / MEGABYTE, total);
			}
		}
		if (length >= 0 && done < length) throw new EOFException("only " + done + " of " + length + " bytes came");
	}

	/**
	 * Fetches a file; one that ends in .gz is unpacked on the way.
	 *
	 * @param address where it is: http, https or file
	 * @param file to write
	 * @param progress hears of every part
	 * @throws IOException if it cannot be fetched whole
	 * @throws CancellationException if the progress is canceled
	 */
	static void fetch(URI address, Path file, Progress progress) throws IOException {
		String name = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
		Path whole = file.resolveSibling(file.getFileName() + ".part");
		try {
			progress.report("Downloading " + name + " (MB)", 0, 0);
			aside(() -> download(address, whole, "Downloading " + name, progress), progress);
			if (!name.endsWith(".gz")) {
				Files.move(whole, file);
				return;
			}
			try (InputStream in = new GZIPInputStream(Files.newInputStream(whole))) {
				copy(in, -1, file, "Unpacking " + name, progress);
			}
		}
		finally {
			// of a download that was canceled, Windows does not let go before its thread has ended
			whole.toFile().delete();
		}
	}

	private static void download(URI address, Path file, String message, Progress progress) throws IOException {
		URLConnection connection = address.toURL().openConnection();
		// it does not wait for ever
		connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
		connection.setReadTimeout(TIMEOUT_MILLISECONDS);
		long length = connection.getContentLengthLong();
		try (InputStream in = connection.getInputStream()) {
			copy(in, length, file, message, progress);
		}
	}

	/** Lets a thread of its own wait for the network, so that a cancel does not: that thread ends when it hears again. */
	private static void aside(Work work, Progress progress) throws IOException {
		FutureTask<Void> task = new FutureTask<>(() -> {
			work.run();
			return null;
		});
		Thread thread = new Thread(task, "Hyojo download");
		thread.setDaemon(true);
		thread.start();
		while (true) {
			try {
				task.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
				return;
			}
			catch (TimeoutException e) {
				progress.checkCanceled();
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("Interrupted.");
			}
			catch (ExecutionException e) {
				if (e.getCause() instanceof IOException cause) throw cause;
				if (e.getCause() instanceof RuntimeException cause) throw cause;
				throw new IllegalStateException(e.getCause());
			}
		}
	}

	/**
	 * @param file to read
	 * @param progress is asked whether to go on
	 * @return its SHA-256 in hexadecimal digits
	 * @throws CancellationException if the progress is canceled
	 */
	static String sha256(Path file, Progress progress) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			byte[] part = new byte[PART];
			for (int bytes = in.read(part); bytes >= 0; bytes = in.read(part)) {
				progress.checkCanceled();
				digest.update(part, 0, bytes);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java has it
		}
	}
}
