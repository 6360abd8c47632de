package io.github.hyojo.data;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain folders: one per subject, in it images, or folders of images, one per sequence.
 *
 * <pre>
 * subject/image
 * subject/sequence/image
 * </pre>
 *
 * Sequences may be nested deeper; frames are numbered from 1 in natural order of the file names. There are no labels.
 */
@Plugin(type = FaceLayout.class, priority = Priority.EXTREMELY_LOW)
public class FolderLayout implements FaceLayout {

	@Override
	public String name() {
		return "folders";
	}

	@Override
	public String tree() {
		return "subject/[sequence/]image";
	}

	@Override
	public boolean matches(Path root) {
		return FrameTree.children(root).stream().anyMatch(Files::isDirectory);
	}

	@Override
	public List<Face> faces(Path root) {
		List<Face> faces = new ArrayList<>();
		for (FrameTree.Sequence sequence : FrameTree.sequences(root)) {
			int frame = 0;
			for (Path image : sequence.images()) {
				String file = FrameTree.relative(root, image);
				faces.add(new Face(file, sequence.subject(), sequence.name(), ++frame, null, null));
			}
		}
		return faces;
	}
}
