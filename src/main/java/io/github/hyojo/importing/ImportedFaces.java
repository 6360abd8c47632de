package io.github.hyojo.importing;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.Face;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.data.FaceStackFile;
import io.github.hyojo.face.Motion;
import io.github.hyojo.face.Steadying;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.picture.RgbBytes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.numeric.ARGBType;

/** The faces that an import has put into its scratch folder, and what became of the others. */
final class ImportedFaces {

	private final ImportPlan plan;
	private final Scratch scratch;
	private final ImportReport report = new ImportReport(true);
	private final List<Face> faces = new ArrayList<>();
	/** Of each face the number of its sequence, and its position among the faces of that. */
	private final List<int[]> places = new ArrayList<>();
	/** Of each face, if they are steadied. */
	private Motion[] motions;

	/**
	 * @param plan a plan
	 * @param scratch in which all its sequences are done
	 */
	ImportedFaces(ImportPlan plan, Scratch scratch) {
		this.plan = plan;
		this.scratch = scratch;
		for (int i = 0; i < plan.sequences().size(); i++) add(i, plan.sequences().get(i));
		plan.leftOut().forEach(report::add);
	}

	private void add(int number, PlannedSequence sequence) {
		Scratch.Outcome outcome = scratch.outcome(number);
		report.add(sequence, outcome.failures(), outcome.note());
		Set<Integer> failed = outcome.failures().stream().map(Failure::shot).collect(Collectors.toSet());
		int index = 0;
		for (int shot = 0; shot < sequence.shots().size(); shot++) {
			if (failed.contains(shot)) continue;
			faces.add(sequence.shots().get(shot).face());
			places.add(new int[] { number, index++ });
		}
	}

	/**
	 * Writes the dataset and the report.
	 *
	 * @throws HyojoException if there is no face
	 */
	ImportReport write(Path output, boolean review, Progress progress) throws IOException {
		if (faces.isEmpty()) {
			scratch.delete();
			List<Object> first = report.failures().get(0);
			throw new HyojoException("None of the " + plan.frames() + " frames gave a face. The first one, " + first.get(0) +
				": " + first.get(first.size() - 1));
		}
		if (plan.settings().steady()) motions = steady(progress);
		try (NewFolder folder = NewFolder.at(output)) {
			FaceDatasetFolder.writeInto(dataset(), folder.path(), progress);
			report.write(folder.path());
			if (review) {
				FaceStackFile.write(folder.path().resolve("review.tif"), 2 * ReviewPicture.EDGE, ReviewPicture.EDGE, faces.stream()
					.map(Face::file).toList(), i -> scratch.review(places.get(i)[0], places.get(i)[1]), progress);
			}
			folder.complete();
		}
		return report;
	}

	private FaceDataset dataset() {
		Set<String> held = new HashSet<>(plan.heldOut());
		held.retainAll(faces.stream().map(Face::subject).toList());
		return new FaceDataset(images(), faces, held, plan.settings());
	}

	private Motion[] steady(Progress progress) throws IOException {
		Map<String, List<Integer>> subjects = new LinkedHashMap<>();
		for (int i = 0; i < faces.size(); i++) {
			subjects.computeIfAbsent(faces.get(i).subject(), subject -> new ArrayList<>()).add(i);
		}
		List<List<Integer>> groups = List.copyOf(subjects.values());
		Motion[] found = new Motion[faces.size()];
		int size = plan.settings().size();
		Count count = new Count(progress, "Steadying faces", Steadying.LOOKS * faces.size());
		Workers.run(groups.size(), count, jobs -> {
			Steadying steadying = Steadying.of(size);
			for (int i = jobs.getAsInt(); i < groups.size(); i = jobs.getAsInt()) {
				List<Integer> group = groups.get(i);
				List<Motion> ofGroup = steadying.motions(group.size(), k -> argb(group.get(k), size), count::next);
				for (int k = 0; k < group.size(); k++) found[group.get(k)] = ofGroup.get(k);
			}
		});
		return found;
	}

	/** Reads each face when it is needed. */
	private RandomAccessibleInterval<ARGBType> images() {
		int size = plan.settings().size();
		int[] cell = { size, size, 1 };
		Steadying steadying = motions == null ? null : Steadying.of(size);
		CellGrid grid = new CellGrid(new long[] { size, size, faces.size() }, cell);
		return new LazyCellImg<>(grid, new ARGBType(), i -> new Cell<>(cell, new long[] { 0, 0, i }, new IntArray(steadying == null
			? argb((int) i, size) : steadying.apply(argb((int) i, size), motions[(int) i]))));
	}

	private int[] argb(int index, int size) {
		try {
			return RgbBytes.argb(scratch.face(places.get(index)[0], places.get(index)[1], size));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
