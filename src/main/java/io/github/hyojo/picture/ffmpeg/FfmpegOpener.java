package io.github.hyojo.picture.ffmpeg;

import java.nio.file.Path;

import io.github.hyojo.Progress;
import io.github.hyojo.picture.Film;
import io.github.hyojo.picture.FilmOpener;

/** Opens films with FFmpeg. */
public final class FfmpegOpener implements FilmOpener {

	@Override
	public Film open(Path file, Progress progress) {
		return DecodedFilm.open(file, progress);
	}
}
