package io.github.hyojo.picture;

import java.nio.file.Path;

import io.github.hyojo.Progress;

/** What opens films with FFmpeg, whose classes are loaded apart from those of other plugins; {@link Film} uses it. */
public interface FilmOpener {

	/**
	 * @param file a film of any kind that FFmpeg decodes
	 * @param progress told how much of the file has been counted, and asked whether to go on
	 * @return the film before its first frame, see {@link Film#open(Path, Progress)}
	 */
	Film open(Path file, Progress progress);
}
