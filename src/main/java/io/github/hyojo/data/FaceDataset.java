package io.github.hyojo.data;

import io.github.hyojo.HyojoException;
import io.github.hyojo.picture.RgbBytes;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.util.Fraction;
import net.imglib2.view.Views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** N faces of S x S pixels, what is known about each, and which subjects are held out for testing. */
public final class FaceDataset {

	private final RandomAccessibleInterval<ARGBType> images;
	private final List<Face> faces;
	private final Set<String> testSubjects;
	private final ImportSettings settings;

	/**
	 * Creates a dataset of images in memory or of any view.
	 *
	 * @param images S x S x N; not copied
	 * @param faces what is known about each of the N images, in the same order; their files are unique
	 * @param testSubjects the subjects that are held out, all of them subjects of some face; may be empty
	 * @param settings how the dataset was imported, with the size S
	 * @throws HyojoException if these do not fit together
	 */
	public FaceDataset(RandomAccessibleInterval<ARGBType> images, List<Face> faces, Set<String> testSubjects,
		ImportSettings settings)
	{
		if (images.numDimensions() != 3 || images.dimension(0) != images.dimension(1)) {
			throw new HyojoException("The face images are not a stack of squares; scale them to one width and height.");
		}
		if (images.dimension(2) != faces.size()) {
			throw new HyojoException("There are " + images.dimension(2) + " face images, but " + faces.size() +
				" rows about them; give one row per image.");
		}
		if (images.dimension(0) != settings.size()) {
			throw new HyojoException("The face images have " + images.dimension(0) + " pixels, but the settings say " +
				settings.size() + "; give settings of the same size.");
		}
		this.images = images;
		this.faces = List.copyOf(faces);
		this.testSubjects = sorted(testSubjects);
		this.settings = settings;
		checkFiles();
		checkTestSubjects();
	}

	private void checkFiles() {
		Set<String> files = new HashSet<>();
		for (Face face : faces) {
			if (files.add(face.file())) continue;
			throw new HyojoException("The file " + face.file() +
				" occurs twice in the dataset; give each face a file of its own.");
		}
	}

	private void checkTestSubjects() {
		Set<String> known = new HashSet<>(subjects());
		for (String subject : testSubjects) {
			if (known.contains(subject)) continue;
			throw new HyojoException("The test subject " + subject + " is not in the dataset; its subjects are " +
				String.join(", ", subjects()) + ".");
		}
	}

	/**
	 * Wraps pixels as the images of a dataset.
	 *
	 * @param pixels for each of the N images its size * size pixels, row by row, packed as ARGB; not copied
	 * @param size edge length S in pixels
	 * @return S x S x N, one plane per image
	 */
	public static RandomAccessibleInterval<ARGBType> images(List<int[]> pixels, int size) {
		return planar(pixels.stream().map(IntArray::new).toList(), size);
	}

	/** @return the face images, S x S x N, in the order of {@link #faces()} */
	public RandomAccessibleInterval<ARGBType> images() {
		return images;
	}

	/** @return what is known about each face, N of them */
	public List<Face> faces() {
		return faces;
	}

	/** @return number N of faces */
	public int count() {
		return faces.size();
	}

	/** @return edge length S of the images in pixels */
	public int size() {
		return settings.size();
	}

	/** @return the subjects, each once, in natural order (S2 before S10) */
	public List<String> subjects() {
		return List.copyOf(sorted(faces.stream().map(Face::subject).toList()));
	}

	/** @return the subjects that are held out for testing, in natural order; may be empty */
	public Set<String> testSubjects() {
		return Collections.unmodifiableSet(testSubjects);
	}

	/** @return how the dataset was imported */
	public ImportSettings settings() {
		return settings;
	}

	/** @return a view of the faces of all subjects that are not held out */
	public FaceDataset training() {
		return select(indices(false));
	}

	/** @return a view of the faces of the held-out subjects; without faces if none is held out */
	public FaceDataset test() {
		return select(indices(true));
	}

	private int[] indices(boolean held) {
		return IntStream.range(0, count()).filter(i -> testSubjects.contains(faces.get(i).subject()) == held).toArray();
	}

	/**
	 * Selects faces without copying their pixels. Of the held-out subjects, those remain held out that are still there.
	 *
	 * @param indices positions of the faces, each from 0 to N - 1 and at most once, in any order
	 * @return a view of these faces
	 * @throws IndexOutOfBoundsException if there is no such face
	 * @throws HyojoException if an index occurs twice
	 */
	public FaceDataset select(int... indices) {
		List<Face> selected = IntStream.of(indices).mapToObj(faces::get).toList();
		Set<String> held = new HashSet<>(testSubjects);
		held.retainAll(selected.stream().map(Face::subject).toList());
		return new FaceDataset(selectImages(indices), selected, held, settings);
	}

	/**
	 * Takes some frames of each sequence, as an import with that setting would have.
	 *
	 * @param n how many frames of a sequence, at equal steps; 0 takes all
	 * @return a view of these faces, sequence by sequence
	 */
	public FaceDataset framesPerSequence(int n) {
		FaceDataset sampled = select(FrameSampling.perSequence(faces, n));
		return new FaceDataset(sampled.images, sampled.faces, testSubjects, settings.withFramesPerSequence(n));
	}

	/**
	 * Scales the faces to half their size, so that one import serves models of both sizes.
	 *
	 * @return the same faces, each pixel the mean of 2 x 2; a copy in memory
	 * @throws HyojoException if the size is odd
	 */
	public FaceDataset halved() {
		if (size() % 2 != 0) {
			throw new HyojoException("Faces of " + size() + " pixels cannot be halved: import them in another size.");
		}
		List<int[]> pixels = IntStream.range(0, count()).mapToObj(i -> FaceScaler.halve(pixels(i), size())).toList();
		return new FaceDataset(images(pixels, size() / 2), faces, testSubjects, settings.withSize(size() / 2));
	}

	private RandomAccessibleInterval<ARGBType> selectImages(int[] indices) {
		if (indices.length == 0) {
			Interval none = new FinalInterval(size(), size(), 0);
			return ConstantUtils.constantRandomAccessibleInterval(new ARGBType(), none);
		}
		if (images instanceof PlanarImg<ARGBType, ?> img && img.getPlane(0) instanceof IntArray) {
			// shares the planes; faster to read than a stack of slices
			return planar(IntStream.of(indices).mapToObj(i -> (IntArray) img.getPlane(i)).toList(), size());
		}
		long first = images.min(2);
		return Views.stack(IntStream.of(indices).mapToObj(i -> Views.hyperSlice(images, 2, first + i)).toList());
	}

	private static RandomAccessibleInterval<ARGBType> planar(List<IntArray> planes, int size) {
		long[] dimensions = { size, size, planes.size() };
		PlanarImg<ARGBType, IntArray> img = new PlanarImg<>(planes, dimensions, new Fraction());
		img.setLinkedType(new ARGBType(img));
		return img;
	}

	/**
	 * Adds the mirror images of the faces, as those of further subjects: a face and its mirror image differ as two people
	 * do. No subject is held out.
	 *
	 * @return 2 N faces in memory: these, then their mirror images in the same order
	 */
	public FaceDataset mirrored() {
		List<int[]> pixels = new ArrayList<>();
		for (int i = 0; i < count(); i++) pixels.add(pixels(i));
		for (int i = 0; i < count(); i++) pixels.add(FaceScaler.mirror(pixels.get(i), size()));
		List<Face> all = new ArrayList<>(faces);
		faces.forEach(face -> all.add(face.mirrored()));
		return new FaceDataset(images(pixels, size()), all, Set.of(), settings);
	}

	/**
	 * Identifies the dataset by its content. Reads all pixels: about half a second per 10,000 faces of 64 x 64.
	 *
	 * @return SHA-256 over size, table and colours, in hexadecimal
	 */
	public String fingerprint() {
		return Fingerprint.of(this);
	}

	/**
	 * Copies the pixels of one face.
	 *
	 * @param index position of the face, from 0 to N - 1
	 * @return S * S pixels, row by row, packed as ARGB
	 */
	int[] pixels(int index) {
		// much faster than pixel by pixel; the planes of a read or imported dataset are such arrays
		if (images instanceof PlanarImg<ARGBType, ?> img && img.getPlane(index) instanceof IntArray plane) {
			return plane.getCurrentStorageArray().clone();
		}
		int[] pixels = new int[size() * size()];
		int i = 0;
		RandomAccessibleInterval<ARGBType> image = Views.hyperSlice(images, 2, images.min(2) + index);
		for (ARGBType pixel : Views.flatIterable(image)) pixels[i++] = pixel.get();
		return pixels;
	}

	/**
	 * Copies the colours of one face.
	 *
	 * @param index position of the face, from 0 to N - 1
	 * @return red, green and blue of each pixel, row by row
	 */
	byte[] rgb(int index) {
		return RgbBytes.of(pixels(index));
	}

	private static Set<String> sorted(Collection<String> names) {
		Set<String> sorted = new TreeSet<>(NaturalOrder.INSTANCE);
		sorted.addAll(names);
		return sorted;
	}
}
