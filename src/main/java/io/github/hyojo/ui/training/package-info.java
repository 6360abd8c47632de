/**
 * A training to watch and to steer: a window where there is a display, pictures in the training's folder everywhere. It
 * depends on the trainer through {@link io.github.hyojo.training.TrainingListener} and
 * {@link io.github.hyojo.training.TrainingControl}; the trainer knows nothing of it.
 */
package io.github.hyojo.ui.training;
