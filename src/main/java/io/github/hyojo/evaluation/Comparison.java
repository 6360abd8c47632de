package io.github.hyojo.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.FaceDataset;
import io.github.hyojo.engine.EngineSettings;
import io.github.hyojo.engine.TensorFlowEngine;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.model.Method;
import io.github.hyojo.model.Versions;
import io.github.hyojo.training.Trainer;
import io.github.hyojo.training.TrainingListener;

/**
 * Trains and evaluates methods on the same faces, in a folder of its own: the paper's table 1 and its figures 3 and 4. A
 * comparison that was stopped goes on where it was; what is done is not done again, neither a training that serves two
 * methods nor an identity stage that several have in common.
 */
public final class Comparison {

	private final FaceDataset dataset;
	private final Set<Method> methods;
	private final ComparisonSettings settings;
	private final EngineSettings engine;
	private final ComparisonFolder folder;
	/** Made when it is first asked for. */
	private FaceDataset halved;

	/**
	 * Prepares a comparison; nothing is written yet.
	 *
	 * @param dataset all frames of labelled sequences; training subjects are trained on
	 * @param methods rows of table 1
	 * @param settings how to train and evaluate
	 * @param engine how to use the machine
	 * @param folder a new or empty one, or that of a comparison with the same settings and faces, which then goes on
	 * @throws HyojoException if there is no method, or one cannot be trained on these faces or halves of them
	 */
	public Comparison(FaceDataset dataset, Collection<Method> methods, ComparisonSettings settings, EngineSettings engine,
		Path folder)
	{
		if (methods.isEmpty()) throw new HyojoException("There is no method to compare: name at least one.");
		this.dataset = dataset;
		this.methods = EnumSet.copyOf(methods);
		this.settings = settings;
		this.engine = engine;
		this.folder = new ComparisonFolder(folder);
		this.methods.forEach(this::checkSize);
		this.methods.forEach(this::trainer);
	}

	/**
	 * @param size width and height of faces in pixels
	 * @return the rows of table 1 that can be trained on them or on half their size, in order
	 */
	public static List<Method> methods(int size) {
		return Arrays.stream(Method.values()).filter(method -> fits(method, size)).toList();
	}

	private static boolean fits(Method method, int size) {
		return size == method.size() || size == 2 * method.size();
	}

	private void checkSize(Method method) {
		if (fits(method, dataset.size())) return;
		throw new HyojoException("The method " + method.key() + " takes faces of " + method.size() + " x " + method.size()
			+ " pixels, and those of the dataset have " + dataset.size() + " x " + dataset.size()
			+ ": import them in that size, or leave the method out.");
	}

	/**
	 * Trains and evaluates what is not done yet.
	 *
	 * @param listener hears of every step and epoch of the trainings
	 * @param progress ends the comparison after the current step when it is canceled; what is done by then is kept
	 * @return what came of the methods of this comparison, in the order of table 1
	 * @throws HyojoException if the folder holds something else or cannot be written to, a loss is no longer a number, or
	 *           the dataset cannot be evaluated
	 * @throws CancellationException if the progress is canceled
	 */
	public List<ComparedMethod> run(TrainingListener listener, Progress progress) {
		TensorFlowEngine running = TensorFlowEngine.start(engine, progress);
		running.usesGpu(engine.device()); // fails before anything is written
		try {
			Evaluation.check(dataset, settings.evaluation());
			folder.prepare(settings, dataset, Versions.running(running.version()));
			for (Method method : methods) {
				if (folder.method(method).filter(ComparedMethod::done).isEmpty()) compare(method, listener, progress);
			}
			return folder.methods().stream().filter(compared -> methods.contains(compared.method())).toList();
		}
		catch (IOException e) {
			throw new HyojoException("The comparison cannot be written (" + e.getMessage()
				+ "): check permissions and free space, then compare again to go on.", e);
		}
	}

	private void compare(Method method, TrainingListener listener, Progress progress) throws IOException {
		double before = folder.method(method).map(ComparedMethod::seconds).orElse(0.0);
		long start = System.nanoTime();
		List<MeasuredValue> values = List.of();
		try {
			trainer(method).train(listener, progress);
			try (ExpressionModel model = open(method, progress)) {
				values = finite(Evaluation.of(TrainedMethod.of(method, model), faces(method), settings.evaluation(), progress)
					.values());
			}
		}
		finally {
			// also when it is stopped, so that the time of a training in parts is that of all of them
			folder.put(new ComparedMethod(method, before + (System.nanoTime() - start) / 1e9, values));
		}
	}

	/** A measure that comes to no number, as it may where a posterior has collapsed, is one that the method does not have. */
	private static List<MeasuredValue> finite(List<MeasuredValue> values) {
		return values.stream().filter(value -> Double.isFinite(value.mean())).toList();
	}

	/**
	 * Draws the paper's figure 3, once all methods are trained.
	 *
	 * @param progress hears of every batch
	 * @return the identities on top and, in a block of rows per method, the expressions at the left and every identity
	 *         with every expression; first for training subjects, then for test subjects
	 * @throws CancellationException if the progress is canceled
	 */
	public Figure swaps(Progress progress) {
		return figure(new SwapGrid(), progress);
	}

	/**
	 * Draws the paper's figure 4, once all methods are trained.
	 *
	 * @param progress hears of every batch
	 * @return source and target on top and, in a row per method, the source with an expression that becomes the target's;
	 *         first for training subjects, then for test subjects
	 * @throws CancellationException if the progress is canceled
	 */
	public Figure interpolations(Progress progress) {
		return figure(new InterpolationStrip(), progress);
	}

	private Figure figure(FigureKind kind, Progress progress) {
		int largest = methods.stream().mapToInt(Method::size).max().orElseThrow();
		List<Figure.Row> rows = new ArrayList<>();
		for (Part part : Part.values()) {
			FaceDataset faces = part == Part.TRAINING ? dataset.training() : dataset.test();
			if (faces.count() == 0) continue;
			Shown shown = Shown.of(faces);
			rows.add(kind.header(part.label() + " subjects", shown.in(largest)));
			for (Method method : methods) {
				try (ExpressionModel model = open(method, progress)) {
					TrainedMethod trained = TrainedMethod.of(method, model);
					if (!trained.serves(shown.faces())) continue;
					rows.addAll(kind.block(method.label(), trained, shown.in(method.size()), progress));
				}
			}
		}
		return new Figure(rows);
	}

	private Trainer trainer(Method method) {
		List<Path> others = methods.stream().map(folder::training).toList();
		return new Trainer(faces(method).framesPerSequence(settings.frames()), settings.training(method), engine, folder
			.training(method), others);
	}

	private ExpressionModel open(Method method, Progress progress) {
		return ExpressionModel.open(folder.training(method).resolve(ExpressionModel.FOLDER), engine, progress);
	}

	/** All faces in the method's size. */
	private FaceDataset faces(Method method) {
		if (dataset.size() == method.size()) return dataset;
		if (halved == null) halved = dataset.halved();
		return halved;
	}
}
