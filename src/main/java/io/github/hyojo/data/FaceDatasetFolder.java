package io.github.hyojo.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder in which a face dataset is stored.
 * <ul>
 * <li>{@code faces.tif}: the images, one uncompressed RGB page each; opens in Fiji as an RGB stack</li>
 * <li>{@code faces.csv}: {@code file,subject,sequence,frame,expression,intensity}, one row per image in the same order;
 * opens in a spreadsheet</li>
 * <li>{@code dataset.json}: format and version, size, count, held-out subjects, import settings, fingerprint</li>
 * </ul>
 * The three belong together: a table that was sorted or labels that were changed would silently belong to other images,
 * so a folder whose content does not fit its fingerprint is refused.
 */
public final class FaceDatasetFolder {

	private static final String STACK = "faces.tif";
	private static final String TABLE = "faces.csv";
	private static final String DESCRIPTION = "dataset.json";
	private static final String FORMAT = "hyojo-faces";
	private static final int VERSION = 1;
	private static final List<String> COLUMNS =
		List.of("file", "subject", "sequence", "frame", "expression", "intensity");
	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	private FaceDatasetFolder() {}

	/** What {@code dataset.json} holds. */
	private record Description(String format, int version, int size, int count, Set<String> testSubjects,
		ImportSettings settings, String fingerprint)
	{}

	/** Enough of {@code dataset.json} to tell whether the rest can be understood. */
	private record Version(String format, int version) {}

	/**
	 * Checks that a dataset can be written to a folder, before long work is done for it.
	 *
	 * @param folder where it is to be written
	 * @throws HyojoException if it is a file, already holds something, or its place cannot be written to
	 */
	public static void checkWritable(Path folder) {
		if (Files.exists(folder)) {
			if (!Files.isDirectory(folder)) {
				throw new HyojoException(folder + " is a file; choose a new or empty folder for the dataset.");
			}
			if (!isEmpty(folder)) {
				throw new HyojoException("The folder " + folder +
					" already holds something; choose a new or empty one.");
			}
		}
		Path place = existingParent(folder);
		if (!Files.isDirectory(place) || !Files.isWritable(place)) {
			throw new HyojoException("Nothing can be written to " + place +
				"; choose another folder, or ask for permission.");
		}
	}

	/**
	 * Writes a dataset. It is written beside the folder first and moved at the end: there is a whole dataset or none.
	 *
	 * @param dataset at least one face
	 * @param folder where; made if it does not exist, else empty
	 * @param progress told of, and asked at, each image
	 * @throws HyojoException if the dataset has no face, the folder already holds something, or cannot be written
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	public static void write(FaceDataset dataset, Path folder, Progress progress) {
		if (dataset.count() == 0) {
			throw new HyojoException("The dataset has no faces, so nothing is written to " + folder +
				"; import some first.");
		}
		checkWritable(folder);
		Path target = folder.toAbsolutePath().normalize();
		Path aside = existingParent(target).resolve("." + target.getFileName() + "-" + UUID.randomUUID());
		try {
			Files.createDirectory(aside);
			FaceStackFile.write(dataset, aside.resolve(STACK), progress);
			List<List<Object>> rows = dataset.faces().stream().map(FaceDatasetFolder::row).toList();
			CsvTable.write(aside.resolve(TABLE), COLUMNS, rows);
			Description description = new Description(FORMAT, VERSION, dataset.size(), dataset.count(),
				dataset.testSubjects(), dataset.settings(), dataset.fingerprint());
			Files.writeString(aside.resolve(DESCRIPTION), GSON.toJson(description) + "\n");
			Files.createDirectories(target.getParent());
			Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException e) {
			throw new HyojoException("The dataset cannot be written to " + folder + " (" + e.getMessage() +
				"); check that the folder may be written and that the disk has space left.", e);
		}
		finally {
			delete(aside);
		}
	}

	/**
	 * Reads a dataset into memory.
	 *
	 * @param path the folder, or the {@code dataset.json} in it
	 * @param progress told of, and asked at, each image
	 * @return the dataset as it was written
	 * @throws HyojoException if there is no dataset, it was made by a newer version, or its files are damaged or do not
	 *           fit together
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	public static FaceDataset read(Path path, Progress progress) {
		Path folder = path.endsWith(DESCRIPTION) ? path.toAbsolutePath().getParent() : path;
		Description description = readDescription(folder);
		List<Face> faces = CsvTable.read(folder.resolve(TABLE), COLUMNS).stream().map(FaceDatasetFolder::face).toList();
		List<int[]> pixels = FaceStackFile.read(folder.resolve(STACK), description.size, faces.size(), progress);
		FaceDataset dataset = new FaceDataset(FaceDataset.images(pixels, description.size), faces,
			description.testSubjects, description.settings);
		if (!dataset.fingerprint().equals(description.fingerprint)) {
			throw new HyojoException("The dataset in " + folder +
				" was changed after it was written (its fingerprint does not fit); import the faces again.");
		}
		return dataset;
	}

	private static Description readDescription(Path folder) {
		Path file = folder.resolve(DESCRIPTION);
		for (String name : List.of(DESCRIPTION, TABLE, STACK)) {
			if (Files.isRegularFile(folder.resolve(name))) continue;
			throw new HyojoException("The folder " + folder + " is not a face dataset: it has no " + name +
				"; choose a folder made by Import Face Dataset.");
		}
		try {
			String json = Files.readString(file);
			Version version = GSON.fromJson(json, Version.class);
			if (version == null || !FORMAT.equals(version.format)) throw new IOException("the format is not " + FORMAT);
			if (version.version > VERSION) {
				throw new HyojoException("The dataset in " + folder + " was made by a newer version of Hyojo (format " +
					version.version + ", known is " + VERSION + "); update Hyojo.");
			}
			Description description = GSON.fromJson(json, Description.class);
			if (description.testSubjects == null || description.settings == null || description.fingerprint == null) {
				throw new IOException("an entry is missing");
			}
			return description;
		}
		catch (HyojoException e) {
			throw e;
		}
		// Gson throws several kinds, among them those of the settings' own checks, wrapped
		catch (IOException | RuntimeException e) {
			throw new HyojoException("The description " + file + " is damaged (" + e.getMessage() +
				"); import the faces again.", e);
		}
	}

	private static List<Object> row(Face face) {
		return Arrays.asList(face.file(), face.subject(), face.sequence(), face.frame(), face.expression(),
			face.intensity());
	}

	private static Face face(CsvTable.Row row) {
		try {
			return new Face(row.text("file"), row.text("subject"), row.text("sequence"), row.integer("frame"),
				row.text("expression"), row.number("intensity"));
		}
		catch (HyojoException e) {
			throw new HyojoException("Row " + row.row() + " of " + row.file() + ": " + e.getMessage(), e);
		}
	}

	private static Path existingParent(Path folder) {
		Path parent = folder.toAbsolutePath().normalize().getParent();
		while (parent != null && parent.getParent() != null && !Files.exists(parent)) parent = parent.getParent();
		if (parent == null) throw new HyojoException(folder + " is no place for a dataset; choose a folder in it.");
		return parent;
	}

	private static boolean isEmpty(Path folder) {
		try (Stream<Path> content = Files.list(folder)) {
			return content.findAny().isEmpty();
		}
		catch (IOException e) {
			throw new HyojoException("The folder " + folder + " cannot be read; check that you may read it.", e);
		}
	}

	private static void delete(Path folder) {
		if (!Files.exists(folder)) return;
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
		}
		catch (IOException e) {
			throw new HyojoException("The unfinished dataset " + folder + " cannot be deleted; delete it yourself.", e);
		}
	}
}
