package io.github.hyojo.evaluation;

import java.util.List;

import io.github.hyojo.Progress;
import io.github.hyojo.evaluation.Figure.Row;

/** What a figure shows of a method. */
interface FigureKind {

	/**
	 * @param label of the row
	 * @param shown the faces
	 * @return the row of originals above the methods
	 */
	Row header(String label, Shown shown);

	/**
	 * @param label of the method
	 * @param method serves the faces
	 * @param shown the faces
	 * @param progress hears of every batch
	 * @return the method's rows
	 */
	List<Row> block(String label, TrainedMethod method, Shown shown, Progress progress);
}
