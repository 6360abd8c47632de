package io.github.hyojo.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.isolation.Isolated;

/**
 * A film, decoded frame by frame from its beginning to its end. Only the frame at hand is in memory. Sound is ignored,
 * and so are further streams of pictures. A film is used by one thread at a time.
 * <p>
 * A film that is cut off or damaged gives the frames that are left; {@link #problem} says what is wrong.
 */
public interface Film extends AutoCloseable {

	/** How the names of films end. */
	List<String> EXTENSIONS = List.of(".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".mpg", ".mpeg", ".wmv", ".flv",
		".3gp", ".mts", ".m2ts", ".ogv");

	/**
	 * @param file any path
	 * @return whether its name is that of a film, whatever its case
	 */
	static boolean isFilm(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return EXTENSIONS.stream().anyMatch(name::endsWith);
	}

	/**
	 * Opens a film before its first frame, having counted its frames.
	 *
	 * @param file a film of any kind that FFmpeg decodes
	 * @return the film, to be closed
	 * @throws HyojoException if the file cannot be read, is no film, has no pictures or none that can be decoded, or
	 *           FFmpeg is not there
	 */
	static Film open(Path file) {
		return open(file, Progress.SILENT);
	}

	/**
	 * Opens a film before its first frame, having counted its frames.
	 *
	 * @param file a film of any kind that FFmpeg decodes
	 * @param progress told how much of the file has been counted, and asked whether to go on
	 * @return the film, to be closed
	 * @throws HyojoException if the file cannot be read, is no film, has no pictures or none that can be decoded, or
	 *           FFmpeg is not there
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	static Film open(Path file, Progress progress) {
		return Isolated.service(FilmOpener.class).open(file, progress);
	}

	/** @return what the film is */
	FilmInfo info();

	/**
	 * Decodes the next frame.
	 *
	 * @return the frame; null at the end of the film
	 */
	FilmFrame next();

	/**
	 * Passes over the next frame, which takes less time than {@link #next}, because no picture is made.
	 *
	 * @return whether there was one; false at the end of the film
	 */
	boolean skip();

	/**
	 * Says what is wrong with the film, as far as it is known; all is known at its end.
	 *
	 * @return one sentence that names the film, for example that it is cut off after frame 450 of 900; empty if nothing
	 *         is wrong
	 */
	Optional<String> problem();

	@Override
	void close();
}
