/**
 * How a model is trained: batches, stages, checkpoints, history.
 */
package io.github.hyojo.training;
