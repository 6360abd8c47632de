package io.github.hyojo.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.hyojo.HyojoException;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.Versions;

/**
 * The folder of a comparison: {@code comparison.json} says how it is made and what has come of it, {@code comparison.csv}
 * is the same as a table, and each training has a folder of its own.
 */
final class ComparisonFolder {

	private static final String DESCRIPTION = "comparison.json";
	private static final String TABLE = "comparison.csv";

	/** What has to be the same for a comparison to go on; methods may join it. */
	private record Identity(ComparisonSettings settings, String fingerprint, List<String> testSubjects) {}

	/** What {@code comparison.json} holds. */
	private record Description(Versions versions, Identity identity, List<ComparedMethod> methods) {}

	private final Path folder;

	ComparisonFolder(Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	/**
	 * Where the training is that serves a method: that of the first row of table 1 with the same training.
	 */
	Path training(Method method) {
		Method first = Arrays.stream(Method.values()).filter(m -> m.trained() == method.trained() && m.size() == method
			.size()).findFirst().orElseThrow();
		return folder.resolve(first.key());
	}

	/** @return whether a comparison was begun here */
	boolean exists() {
		return Files.exists(folder.resolve(DESCRIPTION));
	}

	/**
	 * Begins a comparison, or checks that the one that is there is the same.
	 *
	 * @throws HyojoException if the folder holds something else
	 */
	void prepare(ComparisonSettings settings, FaceDataset dataset, Versions versions) throws IOException {
		Identity identity = new Identity(settings, dataset.fingerprint(), List.copyOf(dataset.testSubjects()));
		if (!exists()) {
			try (NewFolder begun = NewFolder.at(folder)) {
				JsonFile.write(begun.path().resolve(DESCRIPTION), new Description(versions, identity, List.of()));
				begun.complete();
			}
		}
		else if (!JsonFile.text(identity).equals(JsonFile.text(read().identity()))) {
			throw new HyojoException("The folder " + folder
				+ " holds a comparison with other settings or faces: choose another folder, or the same settings and faces to go "
				+ "on with it.");
		}
	}

	/** @return what has come of the methods so far, in the order of table 1 */
	List<ComparedMethod> methods() {
		return read().methods();
	}

	Optional<ComparedMethod> method(Method method) {
		return methods().stream().filter(compared -> compared.method() == method).findFirst();
	}

	/** Puts what came of a method in the place of what was known of it. */
	void put(ComparedMethod compared) throws IOException {
		Description before = read();
		List<ComparedMethod> methods = Stream.concat(before.methods().stream().filter(other -> other.method() != compared
			.method()), Stream.of(compared)).sorted(Comparator.comparing(ComparedMethod::method)).toList();
		// the table first: it can be made again of the description, not the other way round
		new ComparisonTable(methods.stream().filter(ComparedMethod::done).toList()).write(folder.resolve(TABLE));
		JsonFile.write(folder.resolve(DESCRIPTION), new Description(before.versions(), before.identity(), methods));
	}

	private Description read() {
		Description description = JsonFile.read(folder.resolve(DESCRIPTION), Description.class);
		if (description.identity() == null || description.methods() == null) {
			throw new HyojoException(folder.resolve(DESCRIPTION) + " is damaged: choose another folder, or delete this file's "
				+ "folder to start anew.");
		}
		return description;
	}
}
