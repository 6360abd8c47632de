package io.github.hyojo.importing;

import io.github.hyojo.HyojoException;
import io.github.hyojo.file.FolderLock;
import io.github.hyojo.file.JsonFile;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.picture.RgbBytes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The folder beside the dataset in which an import keeps what is done. A sequence is done as soon as its outcome is
 * there, which is written last.
 * <ul>
 * <li>{@code import.json}: what tells this import from others</li>
 * <li>{@code 00012.faces}: red, green and blue of each pixel of each face of a sequence</li>
 * <li>{@code 00012.review}: the same for the review, if there is one</li>
 * <li>{@code 00012.json}: the sequence's outcome</li>
 * </ul>
 */
final class Scratch implements AutoCloseable {

	private static final String IDENTITY = "import.json";

	private final Path folder;
	private final FolderLock lock;
	private final boolean review;

	private Scratch(Path folder, FolderLock lock, boolean review) {
		this.folder = folder;
		this.lock = lock;
		this.review = review;
	}

	/** What {@code import.json} holds. */
	private record Identity(String plan, boolean review) {}

	/**
	 * What became of a sequence.
	 *
	 * @param failures the frames that gave no face; all others did, in their order
	 * @param note what to tell about it; empty if there is nothing to tell
	 */
	record Outcome(List<Failure> failures, String note) {}

	/**
	 * @param output where the dataset is to appear
	 * @return the folder that an import of it uses
	 */
	static Path folder(Path output) {
		return NewFolder.near(output).resolve("." + output.toAbsolutePath().normalize().getFileName() + ".import");
	}

	/**
	 * Begins an import, or goes on with one.
	 *
	 * @param output where the dataset is to appear
	 * @param plan fingerprint of the plan
	 * @param review whether there is a review
	 * @throws HyojoException if another import of that name was stopped, or one is under way
	 * @throws IOException if the folder cannot be written
	 */
	static Scratch open(Path output, String plan, boolean review) throws IOException {
		Path folder = folder(output);
		Files.createDirectories(folder);
		FolderLock lock = FolderLock.of(folder, "Another import to " + output + " is under way: wait until it ends, or choose "
			+ "another output.");
		try {
			begin(output, folder, new Identity(plan, review));
			return new Scratch(folder, lock, review);
		}
		catch (HyojoException | IOException e) {
			lock.close();
			throw e;
		}
	}

	private static void begin(Path output, Path folder, Identity identity) throws IOException {
		if (Files.exists(folder.resolve(IDENTITY))) {
			if (!JsonFile.read(folder.resolve(IDENTITY), Identity.class, "delete the folder").equals(identity)) {
				throw new HyojoException("An import to " + output + " was stopped that had other settings or files: run it with"
					+ " the same settings, delete the folder " + folder + ", or choose another output.");
			}
		}
		else {
			JsonFile.write(folder.resolve(IDENTITY), identity);
		}
	}

	/** @return the outcome of a sequence; null if it is not done */
	Outcome outcome(int sequence) {
		Path file = file(sequence, "json");
		return Files.exists(file) ? JsonFile.read(file, Outcome.class, "delete the folder") : null;
	}

	private Path file(int sequence, String kind) {
		return folder.resolve(String.format(Locale.ROOT, "%05d.%s", sequence, kind));
	}

	/** Takes the faces of one sequence. */
	final class Part implements AutoCloseable {

		private final int sequence;
		private final OutputStream faces;
		private final OutputStream pictures;

		private Part(int sequence) throws IOException {
			this.sequence = sequence;
			faces = new BufferedOutputStream(Files.newOutputStream(file(sequence, "faces")));
			pictures = review ? new BufferedOutputStream(Files.newOutputStream(file(sequence, "review"))) : null;
		}

		/** @return whether a picture for the review is wanted with each face */
		boolean reviewed() {
			return review;
		}

		/** Takes the next face, packed as ARGB. */
		void addFace(int[] argb) throws IOException {
			faces.write(RgbBytes.of(argb));
		}

		/** Takes the next picture for the review. */
		void addReview(int[] argb) throws IOException {
			pictures.write(RgbBytes.of(argb));
		}

		/** Says that the sequence is done. */
		void complete(Outcome outcome) throws IOException {
			close();
			JsonFile.write(file(sequence, "json"), outcome);
		}

		@Override
		public void close() throws IOException {
			faces.close();
			if (review) pictures.close();
		}
	}

	/** @return takes the faces of a sequence, from its first one on */
	Part part(int sequence) throws IOException {
		return new Part(sequence);
	}

	/**
	 * @param sequence a sequence that is done
	 * @param index position of the face among those that it gave
	 * @param size edge length of a face
	 * @return red, green and blue of each pixel
	 */
	byte[] face(int sequence, int index, int size) throws IOException {
		return read(file(sequence, "faces"), index, 3 * size * size);
	}

	/** @return the same of the picture for the review */
	byte[] review(int sequence, int index) throws IOException {
		return read(file(sequence, "review"), index, 3 * 2 * ReviewPicture.EDGE * ReviewPicture.EDGE);
	}

	private static byte[] read(Path file, int index, int length) throws IOException {
		byte[] rgb = new byte[length];
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			in.seek((long) index * length);
			in.readFully(rgb);
		}
		return rgb;
	}

	/** Deletes the folder. */
	void delete() throws IOException {
		close();
		NewFolder.delete(folder);
	}

	/** Leaves the folder as it is, for an import that goes on. */
	@Override
	public void close() throws IOException {
		lock.close();
	}
}
