package io.github.hyojo.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import io.github.hyojo.HyojoException;

/** Records as JSON files. */
public final class JsonFile {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	private JsonFile() {}

	/**
	 * @param file to read
	 * @param type what it holds
	 * @return what it holds
	 * @throws HyojoException if it is missing, unreadable, or holds something else
	 */
	public static <T> T read(Path file, Class<T> type) {
		try {
			T value = GSON.fromJson(Files.readString(file), type);
			if (value != null) return value;
		}
		catch (NoSuchFileException e) {
			throw new HyojoException(file + " is missing: choose a folder that Hyojo has written.", e);
		}
		catch (RuntimeException e) {
			// no JSON, or values that the record's constructor refuses
			Throwable cause = e.getCause() instanceof HyojoException ? e.getCause() : e;
			throw new HyojoException(file + " is damaged (" + cause.getMessage() + "): copy it again from where it came from.",
				e);
		}
		catch (IOException e) {
			throw new HyojoException(file + " cannot be read (" + e + "): check its name and permissions.", e);
		}
		throw new HyojoException(file + " is empty: copy it again from where it came from.");
	}

	/**
	 * Writes a file aside and renames it, so that a reader finds the old one or the new one, never a part.
	 *
	 * @param file to write, may exist
	 * @param value what to write
	 * @throws IOException if it cannot be written
	 */
	public static void write(Path file, Object value) throws IOException {
		Path aside = file.resolveSibling("." + file.getFileName() + ".new");
		Files.writeString(aside, GSON.toJson(value) + "\n");
		Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * @param value anything that {@link #write} writes
	 * @return its JSON, the same for equal values
	 */
	public static String text(Object value) {
		return GSON.toJson(value);
	}
}
