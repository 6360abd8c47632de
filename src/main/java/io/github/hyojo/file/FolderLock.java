package io.github.hyojo.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.github.hyojo.HyojoException;

/**
 * Keeps a folder for one work at a time, in this process and in others. The operating system lifts the lock when the
 * process ends, however it ends, so that none is ever left over; the empty file stays.
 */
public final class FolderLock implements AutoCloseable {

	/** Its file in the folder. */
	public static final String FILE = ".lock";

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * @param folder exists
	 * @param taken what to tell if other work has the lock, a sentence
	 * @return the lock, to be closed when the work ends
	 * @throws HyojoException with that sentence, if other work has it
	 * @throws IOException if the folder cannot be written
	 */
	public static FolderLock of(Path folder, String taken) throws IOException {
		FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (!isFree(channel)) {
			channel.close();
			throw new HyojoException(taken);
		}
		return new FolderLock(channel);
	}

	private static boolean isFree(FileChannel channel) {
		try {
			FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (OverlappingFileLockException e) {
			return false;
		}
		catch (IOException e) {
			return true; // a file system without locks: no reason to refuse work
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
