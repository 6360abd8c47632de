package io.github.hyojo.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.hyojo.HyojoException;

/** A folder in a zip file, either at its top or as its only folder. */
public final class ZippedFolder {

	private ZippedFolder() {}

	/**
	 * Reads one file of the folder.
	 *
	 * @param zip the zip file
	 * @param name the file's name in the folder
	 * @param reader gets the file
	 * @return what the reader returns
	 * @throws HyojoException if the zip cannot be read, or has no such file
	 */
	public static <T> T read(Path zip, String name, Function<Path, T> reader) {
		return open(zip, root -> {
			Path file = top(root).resolve(name);
			if (!Files.exists(file)) {
				throw new HyojoException(zip + " holds no Hyojo model, because it has no " + name
					+ ": choose the zip or folder of a model.");
			}
			try {
				return reader.apply(file);
			}
			catch (HyojoException e) {
				throw new HyojoException("In " + zip + ", " + e.getMessage(), e);
			}
		});
	}

	/**
	 * @param zip the zip file
	 * @return a temporary folder with what the folder holds; the caller deletes it
	 * @throws HyojoException if the zip cannot be read or there is no room
	 */
	public static Path unzip(Path zip) {
		return open(zip, root -> {
			Path folder = Files.createTempDirectory("hyojo-model");
			boolean whole = false;
			try {
				copy(top(root), folder);
				whole = true;
				return folder;
			}
			finally {
				if (!whole) NewFolder.delete(folder);
			}
		});
	}

	/**
	 * Zips what a folder holds.
	 *
	 * @param folder to zip
	 * @param zip to write, must not exist
	 * @throws IOException if it cannot be written
	 */
	public static void zip(Path folder, Path zip) throws IOException {
		Path aside = zip.resolveSibling("." + zip.getFileName() + ".new");
		try {
			try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(aside)); Stream<Path> files = Files.walk(
				folder))
			{
				for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
					out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
					Files.copy(file, out);
					out.closeEntry();
				}
			}
			Files.move(aside, zip);
		}
		finally {
			Files.deleteIfExists(aside);
		}
	}

	private interface Reading<T> {

		T from(Path root) throws IOException;
	}

	private static <T> T open(Path zip, Reading<T> reading) {
		if (!Files.exists(zip)) throw new HyojoException("There is no file or folder " + zip + ": check the path.");
		try (FileSystem files = FileSystems.newFileSystem(zip)) {
			return reading.from(files.getPath("/"));
		}
		catch (IOException | ProviderNotFoundException e) {
			throw new HyojoException(zip + " cannot be read as a zip (" + e.getMessage() + "): choose the zip or folder of a "
				+ "model.", e);
		}
	}

	private static Path top(Path root) throws IOException {
		try (Stream<Path> content = Files.list(root)) {
			List<Path> paths = content.toList();
			return paths.size() == 1 && Files.isDirectory(paths.get(0)) ? paths.get(0) : root;
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> content = Files.walk(from)) {
			for (Path path : content.toList()) {
				Path copy = to.resolve(from.relativize(path).toString());
				if (Files.isDirectory(path)) Files.createDirectories(copy);
				else try (InputStream in = Files.newInputStream(path)) {
					Files.copy(in, copy);
				}
			}
		}
	}
}
