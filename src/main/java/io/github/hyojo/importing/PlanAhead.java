package io.github.hyojo.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.data.ImportSettings;

/**
 * Looks through sources in the background while somebody still chooses them, so that nobody waits for large folders. One
 * plan is made at a time: asking for another one ends the one before.
 */
public final class PlanAhead {

	private static final long PATIENCE_MILLISECONDS = 400;
	/** Afterwards whoever asked has gone, or has begun the import. */
	private static final long LIMIT_NANOSECONDS = TimeUnit.MINUTES.toNanos(1);

	/** What is asked for. */
	private record Question(List<Path> roots, String layouts, ImportSettings settings, Set<String> excluded) {}

	private Question question;
	private CompletableFuture<ImportPlan> answer = CompletableFuture.completedFuture(null);

	/**
	 * Begins to make a plan, or asks again for the one that was begun, and waits a moment for it.
	 *
	 * @param roots folders and tables
	 * @param layouts as {@link Source#of} takes them
	 * @param settings of the import
	 * @param excluded files that are not to be taken
	 * @return the plan, if it is there already
	 * @throws HyojoException if there can be none
	 */
	public Optional<ImportPlan> of(List<Path> roots, String layouts, ImportSettings settings, Set<String> excluded) {
		Question asked = new Question(List.copyOf(roots), layouts, settings, Set.copyOf(excluded));
		if (!asked.equals(question)) begin(asked);
		try {
			return Optional.of(answer.get(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException | CancellationException e) {
			return Optional.empty();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
		catch (ExecutionException e) {
			if (e.getCause() instanceof HyojoException reason) throw reason;
			throw new CompletionException(e.getCause());
		}
	}

	/** Ends what is being done, as nobody wants to know any more. */
	public void stop() {
		answer.cancel(false);
		question = null;
	}

	private void begin(Question asked) {
		answer.cancel(false);
		question = asked;
		CompletableFuture<ImportPlan> next = new CompletableFuture<>();
		answer = next;
		Thread thread = new Thread(() -> answer(asked, next), "Hyojo looks at sources");
		thread.setDaemon(true);
		thread.start();
	}

	private static void answer(Question asked, CompletableFuture<ImportPlan> answer) {
		long end = System.nanoTime() + LIMIT_NANOSECONDS;
		Progress wanted = new Progress() {

			@Override
			public void report(String message, long done, long total) {
				checkCanceled();
			}

			@Override
			public boolean isCanceled() {
				return answer.isDone() || System.nanoTime() - end > 0;
			}
		};
		try {
			answer.complete(ImportPlan.of(Source.of(asked.roots, asked.layouts), asked.settings, asked.excluded, wanted));
		}
		catch (CancellationException e) {
			answer.cancel(false);
		}
		catch (RuntimeException | Error e) {
			answer.completeExceptionally(e);
		}
	}
}
