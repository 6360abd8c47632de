package io.github.hyojo.importing;

import io.github.hyojo.HyojoException;
import io.github.hyojo.data.FaceCutter;
import io.github.hyojo.face.Evidence;
import io.github.hyojo.face.EyeTrack;
import io.github.hyojo.face.Eyes;
import io.github.hyojo.face.FoundFace;
import io.github.hyojo.face.TrackedFrame;
import io.github.hyojo.layout.Frame;
import io.github.hyojo.picture.Film;
import io.github.hyojo.picture.FilmFrame;
import io.github.hyojo.picture.ImageFile;
import io.github.hyojo.picture.Picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes the frames of one sequence and cuts the faces out. Holds some pictures at most, however long it is. */
final class SequenceImport {

	private static final String NO_FACE = "No face was found.";

	private final PlannedSequence sequence;
	private final FaceCutter cutter;
	private final Scratch.Part part;
	private final Count taken;
	private final EyeTrack<Picture> track = new EyeTrack<>();
	private final List<Failure> failures = new ArrayList<>();
	private String note = "";
	private int settled;
	private int concluded;

	/**
	 * @param sequence what to import
	 * @param cutter cuts faces out
	 * @param part takes the faces
	 * @param taken counts frames, and stops the work if it is canceled
	 */
	SequenceImport(PlannedSequence sequence, FaceCutter cutter, Scratch.Part part, Count taken) {
		this.sequence = sequence;
		this.cutter = cutter;
		this.part = part;
		this.taken = taken;
	}

	/**
	 * Does the work.
	 *
	 * @throws IOException if faces cannot be written; what cannot be read is noted
	 */
	void run() throws IOException {
		if (sequence.sequence().film()) takeFilm();
		else takePictures();
		if (concluded > 0) note += " The eyes of " + concluded + " faces were not seen, but concluded.";
		part.complete(new Scratch.Outcome(failures, note.strip()));
	}

	private void takePictures() throws IOException {
		for (int shot = 0; shot < sequence.shots().size(); shot++) {
			taken.next();
			Path file = sequence.source().resolve(frame(shot).file());
			try {
				if (!Files.exists(file)) throw new HyojoException("There is no such file.");
				take(shot, ImageFile.read(file));
			}
			catch (HyojoException e) {
				fail(shot, e.getMessage());
			}
			// Java's readers of images throw all kinds at damaged files
			catch (RuntimeException e) {
				fail(shot, "It cannot be decoded (" + e + ").");
			}
		}
	}

	private void takeFilm() throws IOException {
		if (sequence.shots().isEmpty()) return;
		int reached = 0;
		try (Film film = Film.open(sequence.source().resolve(sequence.sequence().file()))) {
			reached = takeFrames(film);
			note = film.problem().filter(problem -> !sequence.note().contains(problem)).orElse("");
		}
		catch (HyojoException e) {
			note = e.getMessage();
		}
		for (TrackedFrame<Picture> frame : track.finish()) settle(frame);
		for (int shot = reached; shot < sequence.shots().size(); shot++) fail(shot, "The film ends before this frame.");
	}

	/** @return how many of the frames to be taken were there */
	private int takeFrames(Film film) throws IOException {
		int shot = 0;
		for (int index = 0; shot < sequence.shots().size(); index++) {
			if (index < frame(shot).number()) {
				taken.check();
				if (!film.skip()) return shot;
				continue;
			}
			FilmFrame frame = film.next();
			if (frame == null) return shot;
			taken.next();
			try {
				take(shot, frame.picture());
			}
			catch (HyojoException e) {
				fail(shot, e.getMessage());
			}
			shot++;
		}
		return shot;
	}

	private void take(int shot, Picture picture) throws IOException {
		switch (cutter.alignment()) {
			case OFF -> write(picture, null, null);
			case LANDMARKS -> {
				if (frame(shot).eyes() == null) fail(shot, "It has no landmarks.");
				else write(picture, frame(shot).eyes().get(), Evidence.LANDMARKS);
			}
			case DETECT -> {
				Optional<FoundFace> face = cutter.find(picture);
				if (!sequence.sequence().film()) settle(shot, picture, face);
				else for (TrackedFrame<Picture> frame : track.add(frame(shot).number(), picture, face)) settle(frame);
			}
		}
	}

	/** Frames come out of the track in the order in which they went in. */
	private void settle(TrackedFrame<Picture> frame) throws IOException {
		settle(settled++, frame.frame(), frame.face());
	}

	private void settle(int shot, Picture picture, Optional<FoundFace> face) throws IOException {
		if (face.isEmpty()) fail(shot, NO_FACE);
		else write(picture, face.get().eyes(), face.get().evidence());
	}

	private void write(Picture picture, Eyes eyes, Evidence evidence) throws IOException {
		int[] face = cutter.cut(picture, eyes);
		part.addFace(face);
		if (evidence != null && evidence != Evidence.BOTH_EYES && evidence != Evidence.LANDMARKS) concluded++;
		if (!part.reviewed()) return;
		int size = (int) Math.round(Math.sqrt(face.length));
		part.addReview(ReviewPicture.draw(picture, cutter.corners(picture, eyes), evidence, face, size));
	}

	private void fail(int shot, String reason) {
		failures.add(new Failure(shot, reason));
	}

	private Frame frame(int shot) {
		return sequence.shots().get(shot).frame();
	}
}
