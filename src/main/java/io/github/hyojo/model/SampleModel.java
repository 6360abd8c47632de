package io.github.hyojo.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

import io.github.hyojo.HyojoException;

/** The small model in the plugin's jar, trained on the sample faces by {@code macros/Sample_Model.ijm}. */
final class SampleModel {

	private static final Path NAME = Path.of("sample");
	private static final String ZIP = "/io/github/hyojo/samples/model.zip";

	private SampleModel() {}

	/**
	 * @param path what a person gives as a model
	 * @return whether that is this one's name; a file or folder of that name is given as {@code ./sample}
	 */
	static boolean is(Path path) {
		return path.equals(NAME);
	}

	/**
	 * @param reader gets the model's zip, which is gone afterwards
	 * @param <T> what it reads
	 * @return what it has read
	 * @throws HyojoException if there is no room for a copy
	 */
	static <T> T read(Function<Path, T> reader) {
		try (InputStream in = SampleModel.class.getResourceAsStream(ZIP)) {
			if (in == null) throw new HyojoException("The sample model is missing in the plugin's jar: install Hyojo again.");
			Path zip = Files.createTempFile("hyojo-sample-model", ".zip");
			try {
				Files.copy(in, zip, StandardCopyOption.REPLACE_EXISTING);
				return reader.apply(zip);
			}
			finally {
				Files.deleteIfExists(zip);
			}
		}
		catch (IOException e) {
			throw new HyojoException("The sample model cannot be unpacked into " + System.getProperty("java.io.tmpdir") + " (" + e
				.getMessage() + "): make room there.", e);
		}
	}
}
