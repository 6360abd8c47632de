package io.github.hyojo.model;

/**
 * One pass over the training faces, in its place in the schedule. All numbers start at 1.
 *
 * @param number in the whole training
 * @param round how often its stage has begun
 * @param stage what is trained
 * @param stageNumber in this stage of this round
 */
public record Epoch(int number, int round, Stage stage, int stageNumber) {

	/** @return whether a stage begins with it, so that the optimiser starts anew */
	public boolean beginsStage() {
		return stageNumber == 1;
	}
}
