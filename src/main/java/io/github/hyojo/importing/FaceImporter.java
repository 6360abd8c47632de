package io.github.hyojo.importing;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceCutter;
import io.github.hyojo.data.FaceStackFile;
import io.github.hyojo.file.NewFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntSupplier;

/**
 * Imports what a plan says. Faces are kept beside the dataset's folder as they come, so that memory does not grow with
 * their number, and so that an import which was stopped goes on where it was. The result does not depend on the number of
 * threads, nor on stops.
 */
public final class FaceImporter {

	private final ImportPlan plan;
	private final Path output;
	private final boolean review;
	private final Progress progress;

	private FaceImporter(ImportPlan plan, Path output, boolean review, Progress progress) {
		this.plan = plan;
		this.output = output;
		this.review = review;
		this.progress = progress;
	}

	/**
	 * Makes a dataset. Frames that cannot be read or in which no face is found are reported, and the rest goes on. There is
	 * a whole dataset in the end or none.
	 *
	 * @param plan what to import
	 * @param output folder for the dataset, with {@code import.csv} (see {@link ImportReport}), {@code failed.csv} if
	 *          frames failed, and {@code review.tif} if wanted; made if it does not exist, else empty
	 * @param review whether to make {@code review.tif}: for each face its picture with the part that was cut out, and the
	 *          face beside it; 2 x 128 by 128 pixels, the slices labelled by {@link Face#file()}
	 * @param progress told of, and asked at, each frame, from several threads
	 * @return what became of each sequence
	 * @throws HyojoException if nothing is to be taken, there is no face at all, the folder already holds something or
	 *           cannot be written, or another import to it was stopped or is under way
	 * @throws CancellationException if the progress is canceled; what is done is kept in {@link #scratch}
	 */
	public static ImportReport importFaces(ImportPlan plan, Path output, boolean review, Progress progress) {
		return new FaceImporter(plan, output, review, progress).run();
	}

	/**
	 * @param output folder for the dataset
	 * @return where an import keeps what is done until the dataset is complete
	 */
	public static Path scratch(Path output) {
		return Scratch.folder(output);
	}

	private ImportReport run() {
		List<String> files = plan.faces().map(Face::file).toList();
		if (files.isEmpty()) {
			throw new HyojoException("No frame is to be taken: " + plan.text().strip().replaceAll("\\s*\n\\s*", "; ") + ".");
		}
		NewFolder.checkWritable(output);
		FaceStackFile.checkFits(plan.settings().size(), plan.settings().size(), plan.faces().map(Face::label).toList());
		if (review) FaceStackFile.checkFits(2 * ReviewPicture.EDGE, ReviewPicture.EDGE, files);
		try (Scratch scratch = Scratch.open(output, plan.fingerprint(), review)) {
			take(scratch);
			ImportReport report = new ImportedFaces(plan, scratch).write(output, review, progress);
			scratch.delete();
			return report;
		}
		catch (IOException e) {
			throw new HyojoException("The faces cannot be written (" + e + "); check that " + output.toAbsolutePath()
				.getParent() + " may be written and that the disk has space left, and run the same import again: it goes on.", e);
		}
	}

	private void take(Scratch scratch) throws IOException {
		Count count = new Count(progress, "Importing faces", plan.frames());
		List<Integer> open = new ArrayList<>();
		int done = 0;
		for (int i = 0; i < plan.sequences().size(); i++) {
			if (scratch.outcome(i) == null) open.add(i);
			else done += plan.sequences().get(i).shots().size();
		}
		count.add(done);
		Workers.run(open.size(), count, jobs -> takeSequences(scratch, open, jobs, count));
		count.add(0);
	}

	private void takeSequences(Scratch scratch, List<Integer> open, IntSupplier jobs, Count count) throws IOException {
		try (FaceCutter cutter = new FaceCutter(plan.settings().cut())) {
			for (int i = jobs.getAsInt(); i < open.size(); i = jobs.getAsInt()) {
				try (Scratch.Part part = scratch.part(open.get(i))) {
					new SequenceImport(plan.sequences().get(open.get(i)), cutter, part, count).run();
				}
			}
		}
	}
}
