package io.github.hyojo.evaluation;

import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.hyojo.Progress;

/** Something that can be said about a trained method in numbers. A new one is a class and an entry in {@link Evaluation}. */
interface Measure {

	/**
	 * @param data what to look at
	 * @param progress hears of every step, at least once a second
	 * @return what was found, by part; nothing where the method or the data do not have it
	 * @throws CancellationException if the progress is canceled
	 */
	List<MeasuredValue> of(EncodedDataset data, Progress progress);
}
