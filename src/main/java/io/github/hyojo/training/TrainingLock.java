package io.github.hyojo.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.github.hyojo.HyojoException;

/**
 * Keeps a training's folder for one training at a time, in this process and in others. The operating system lifts the
 * lock when the process ends, however it ends, so that none is ever left over; the empty file stays.
 */
final class TrainingLock implements AutoCloseable {

	static final String FILE = ".lock";

	private final FileChannel channel;

	private TrainingLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * @param folder of a training, exists
	 * @return the lock, to be closed when the training ends
	 * @throws HyojoException if another training has it
	 */
	static TrainingLock of(Path folder) throws IOException {
		FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (!isFree(channel)) {
			channel.close();
			throw new HyojoException("Another training is under way in " + folder
				+ ": wait until it ends, or choose another folder.");
		}
		return new TrainingLock(channel);
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
			return true; // a file system without locks: no reason to refuse training
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
