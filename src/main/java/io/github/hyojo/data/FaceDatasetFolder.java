package io.github.hyojo.data;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.file.CsvTable;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.file.NewFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The folder in which a face dataset is stored.
 * <ul>
 * <li>{@code faces.tif}: the images, one uncompressed RGB page each; opens in Fiji as an RGB stack with a label per
 * face</li>
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
	private static final int VERSION = 2;
	private static final List<String> COLUMNS =
		List.of("file", "subject", "sequence", "frame", "expression", "intensity");
	private static final String REMEDY = "import the faces again";

	private FaceDatasetFolder() {}

	/** What {@code dataset.json} holds. */
	private record Description(String format, int version, int size, int count, Set<String> testSubjects,
		ImportSettings settings, String fingerprint)
	{

		Description {
			if (testSubjects == null || settings == null || fingerprint == null) {
				throw new HyojoException("an entry is missing");
			}
		}
	}

	/** Enough of {@code dataset.json} to tell whether the rest can be understood. */
	private record Version(String format, int version) {}

	/**
	 * Writes a dataset. There is a whole dataset in the end or none.
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
		try (NewFolder writing = NewFolder.at(folder)) {
			writeInto(dataset, writing.path(), progress);
			writing.complete();
		}
		catch (IOException e) {
			throw new HyojoException("The dataset cannot be written to " + folder + " (" + e +
				"); check that the folder may be written and that the disk has space left.", e);
		}
	}

	/**
	 * Writes a dataset into a folder that is about to appear, to which the caller adds more.
	 *
	 * @param dataset at least one face; its images are read twice, one at a time
	 * @param folder an existing folder
	 * @param progress told of, and asked at, each image
	 * @throws IOException if the folder cannot be written
	 * @throws java.util.concurrent.CancellationException if the progress is canceled
	 */
	public static void writeInto(FaceDataset dataset, Path folder, Progress progress) throws IOException {
		FaceStackFile.write(dataset, folder.resolve(STACK), progress);
		List<List<Object>> rows = dataset.faces().stream().map(FaceDatasetFolder::row).toList();
		CsvTable.write(folder.resolve(TABLE), COLUMNS, rows);
		JsonFile.write(folder.resolve(DESCRIPTION), new Description(FORMAT, VERSION, dataset.size(), dataset.count(),
			dataset.testSubjects(), dataset.settings(), dataset.fingerprint()));
	}

	/**
	 * Reads a dataset into memory.
	 *
	 * @param path the folder, or the {@code dataset.json} in it
	 * @param progress told of, and asked at, each image
	 * @return the dataset as it was written
	 * @throws HyojoException if there is no dataset, it was made by a newer or older version, or its files are damaged or do not
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

	/**
	 * What a dataset has, without its images.
	 *
	 * @param size width and height of the faces in pixels
	 * @param faces what is known about each
	 * @param testSubjects those that are held out
	 */
	public record Summary(int size, List<Face> faces, Set<String> testSubjects) {

		/** @return number of faces */
		public int count() {
			return faces.size();
		}

		/** @return number of faces to train on */
		public int training() {
			return training(0);
		}

		/**
		 * @param framesPerSequence how many are taken of each sequence, at equal steps; 0 takes all
		 * @return number of faces to train on
		 */
		public int training(int framesPerSequence) {
			return FrameSampling.perSequence(faces.stream().filter(face -> !testSubjects.contains(face.subject())).toList(),
				framesPerSequence).length;
		}

		/** @return number of faces of subjects that are held out */
		public int test() {
			return count() - training();
		}
	}

	/**
	 * Looks at a dataset without reading its images.
	 *
	 * @param folder the folder
	 * @return what it has
	 * @throws HyojoException if there is no dataset, or its files are damaged
	 */
	public static Summary summary(Path folder) {
		Description description = readDescription(folder);
		List<Face> faces = CsvTable.read(folder.resolve(TABLE), COLUMNS).stream().map(FaceDatasetFolder::face).toList();
		return new Summary(description.size, faces, description.testSubjects);
	}

	private static Description readDescription(Path folder) {
		Path file = folder.resolve(DESCRIPTION);
		for (String name : List.of(DESCRIPTION, TABLE, STACK)) {
			if (Files.isRegularFile(folder.resolve(name))) continue;
			throw new HyojoException("The folder " + folder + " is not a face dataset: it has no " + name +
				"; choose a folder made by Import Face Dataset.");
		}
		Version version = JsonFile.read(file, Version.class, REMEDY);
		if (!FORMAT.equals(version.format)) {
			throw new HyojoException(file + " is damaged (its format is not " + FORMAT + "): " + REMEDY + ".");
		}
		if (version.version != VERSION) {
			boolean newer = version.version > VERSION;
			throw new HyojoException("The dataset in " + folder + " was made by " + (newer ? "a newer" : "an older") +
				" version of Hyojo (format " + version.version + ", known is " + VERSION + "); " +
				(newer ? "update Hyojo." : REMEDY + "."));
		}
		return JsonFile.read(file, Description.class, REMEDY);
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
}
