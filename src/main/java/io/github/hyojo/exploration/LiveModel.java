package io.github.hyojo.exploration;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.github.hyojo.Progress;
import io.github.hyojo.model.ExpressionModel;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * A model on a thread of its own, so that a window stays alive while it works. Faces are drawn as fast as the model can;
 * of those that are wanted in the meantime only the newest is. One thread asks and closes, the window's.
 */
public final class LiveModel implements AutoCloseable {

	private static final String THREAD = "Hyojo explorer";

	private final ExpressionModel model;
	private final Consumer<RandomAccessibleInterval<ARGBType>> drawn;
	private final Consumer<RuntimeException> failed;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(LiveModel::thread);
	private final AtomicReference<Wanted> newest = new AtomicReference<>();
	private volatile boolean closed;

	private record Wanted(Person person, float[] expression) {}

	/**
	 * @param model is closed with this object, and used by nobody else
	 * @param drawn gets S x S faces, on the model's thread
	 * @param failed hears why a face could not be drawn, on the model's thread
	 */
	public LiveModel(ExpressionModel model, Consumer<RandomAccessibleInterval<ARGBType>> drawn,
		Consumer<RuntimeException> failed)
	{
		this.model = model;
		this.drawn = drawn;
		this.failed = failed;
	}

	/**
	 * Asks for a face, and returns at once.
	 *
	 * @param person whom it shows
	 * @param expression E features: what it does
	 */
	public void draw(Person person, float[] expression) {
		if (newest.getAndSet(new Wanted(person, expression)) != null || closed) return;
		thread.execute(this::drawNewest);
	}

	/**
	 * Asks for other work, which is done after what was asked for before, and returns at once.
	 *
	 * @param work what to do; its progress is canceled when this object is closed
	 * @param <T> what comes of it
	 * @return what will come of it
	 */
	public <T> CompletableFuture<T> ask(BiFunction<ExpressionModel, Progress, T> work) {
		try {
			return CompletableFuture.supplyAsync(() -> work.apply(model, untilClosed()), thread);
		}
		catch (RejectedExecutionException e) {
			return CompletableFuture.failedFuture(e);
		}
	}

	private void drawNewest() {
		Wanted wanted = newest.getAndSet(null);
		if (wanted == null || closed) return;
		try {
			drawn.accept(Views.hyperSlice(wanted.person.draw(model, ArrayImgs.floats(wanted.expression,
				wanted.expression.length, 1), Progress.SILENT), 2, 0));
		}
		catch (RuntimeException e) {
			failed.accept(e);
		}
	}

	private Progress untilClosed() {
		return new Progress() {

			@Override
			public void report(String message, long done, long total) {}

			@Override
			public boolean isCanceled() {
				return closed;
			}
		};
	}

	/** Ends what is being done, then the thread, then the model. Returns at once; may be called again. */
	@Override
	public void close() {
		if (closed) return;
		closed = true;
		thread.execute(model::close);
		thread.shutdown();
	}

	/**
	 * Waits until {@link #close} has done its work.
	 *
	 * @param seconds the longest time to wait
	 * @return whether the model is closed and the thread has ended
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public boolean awaitClosed(long seconds) throws InterruptedException {
		return thread.awaitTermination(seconds, TimeUnit.SECONDS);
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, THREAD);
		thread.setDaemon(true);
		return thread;
	}
}
