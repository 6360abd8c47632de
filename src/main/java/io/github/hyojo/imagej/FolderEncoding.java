package io.github.hyojo.imagej;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.process.ColorProcessor;
import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.NaturalOrder;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.op.Encode;
import io.github.hyojo.op.Features;
import io.github.hyojo.picture.ImageFile;
import io.github.hyojo.picture.Picture;

/**
 * Encodes every image of a folder: beside {@code face.png} appears {@code face.png.features.csv}, with a row per image. What
 * has been encoded is skipped, and what cannot be encoded does not keep the rest from it. {@code encoding.log} in the folder
 * tells what became of each image; every run adds to it.
 */
public final class FolderEncoding {

	/** The log's name. */
	public static final String LOG = "encoding.log";

	private final Path folder;
	private final FaceCut cut;

	/**
	 * @param folder of images; folders in it are left alone
	 * @param cut how each image becomes a face of the model's size
	 */
	public FolderEncoding(Path folder, FaceCut cut) {
		this.folder = folder;
		this.cut = cut;
	}

	/**
	 * @param folder of images
	 * @return how many of them have not been encoded yet
	 * @throws HyojoException if there is no such folder, it cannot be read, or no image is in it
	 */
	public static int waiting(Path folder) {
		try {
			return (int) images(folder).stream().filter(file -> Files.notExists(result(file))).count();
		}
		catch (IOException e) {
			throw new HyojoException("The folder " + folder + " cannot be read (" + e.getMessage() + "): check that you may.", e);
		}
	}

	/**
	 * @param model to encode with
	 * @param progress hears of every image
	 * @throws HyojoException if there is no such folder or no image in it, or, after the others have been encoded, if some
	 *           could not be
	 * @throws IOException if nothing can be written to the folder
	 * @throws CancellationException if the progress is canceled; what is encoded by then stays
	 */
	public void encode(ExpressionModel model, Progress progress) throws IOException {
		List<Path> images = images(folder);
		int failed = 0;
		try (Writer log = Files.newBufferedWriter(folder.resolve(LOG), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			log.write("== " + LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS) + "\n");
			for (int i = 0; i < images.size(); i++) {
				progress.report("Encoding " + folder, i, images.size());
				progress.checkCanceled();
				String name = images.get(i).getFileName().toString();
				try {
					log.write(name + ": " + encode(images.get(i), model) + "\n");
				}
				catch (HyojoException e) {
					failed++;
					log.write(name + ": FAILED. " + e.getMessage() + "\n");
				}
				log.flush();
			}
			progress.report("Encoding " + folder, images.size(), images.size());
		}
		if (failed > 0) {
			throw new HyojoException(failed + " of " + images.size() + " images in " + folder
				+ " could not be encoded, the others are: " + LOG + " there says why.");
		}
	}

	private static List<Path> images(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) throw new HyojoException("There is no folder " + folder + ": check the path.");
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> images = files.filter(Files::isRegularFile).filter(ImageFile::isImage).sorted(Comparator.comparing(file -> file
				.getFileName().toString(), NaturalOrder.INSTANCE)).toList();
			if (images.isEmpty()) {
				throw new HyojoException("The folder " + folder + " holds no PNG, JPEG or TIFF: choose the folder that the images "
					+ "are in.");
			}
			return images;
		}
	}

	private static Path result(Path image) {
		return image.resolveSibling(image.getFileName() + ".features.csv");
	}

	/** @return what became of the image */
	private String encode(Path file, ExpressionModel model) throws IOException {
		Path result = result(file);
		if (Files.exists(result)) return "done before";
		ImagePlus image = open(file);
		FaceStack faces = new FaceStack(image, SliceSelection.ALL, cut);
		Features features = Encode.encode(model, faces, Progress.SILENT);
		// beside it, and renamed: there is never a part of it
		Path aside = file.resolveSibling("." + file.getFileName() + ".features.new.csv");
		try {
			FeatureTable.of(faces.labels(), Map.of(), features.identity(), features.expression()).saveAs(aside.toString());
			Files.move(aside, result, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(aside);
		}
		return features.count() + (features.count() == 1 ? " face" : " faces");
	}

	/** TIFFs as ImageJ opens them, as they may be stacks; others as an import reads them. */
	private static ImagePlus open(Path file) {
		String name = file.getFileName().toString();
		if (!name.toLowerCase(Locale.ROOT).matches(".*\\.tiff?")) {
			Picture picture = ImageFile.read(file);
			return new ImagePlus(name, new ColorProcessor(picture.width(), picture.height(), picture.argb()));
		}
		// otherwise what ImageJ cannot open ends the macro
		IJ.redirectErrorMessages(true);
		IJ.getErrorMessage(); // forgets the last one
		try {
			ImagePlus image = IJ.openImage(file.toString());
			String error = IJ.getErrorMessage();
			if (image == null || error != null) throw unreadable(file, error);
			if (isCutOff(file, image.getOriginalFileInfo())) throw unreadable(file, "it ends too early");
			return image;
		}
		catch (RuntimeException e) {
			throw e instanceof HyojoException ? e : unreadable(file, e.getMessage());
		}
		finally {
			IJ.redirectErrorMessages(false);
		}
	}

	/** ImageJ fills what is missing with black, and leaves out slices, without a word. */
	private static boolean isCutOff(Path file, FileInfo info) {
		if (info == null || info.compression > FileInfo.COMPRESSION_NONE) return false;
		long pixels = (long) info.width * info.height * info.getBytesPerPixel() * info.nImages;
		return file.toFile().length() < info.getOffset() + pixels;
	}

	private static HyojoException unreadable(Path file, String error) {
		String reason = error == null ? "" : " (" + FaceStack.firstLine(error) + ")";
		return new HyojoException("ImageJ cannot open the TIFF " + file + reason + ": it is damaged, cut off, or of a kind that "
			+ "ImageJ does not read.");
	}
}
